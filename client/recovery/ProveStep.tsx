import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { CallBack } from '#client/recovery/CallBack.tsx'
import { isOpenWay, liveProof, wayKey, type LadderState, type Way } from '#client/recovery/ladder-state.ts'
import { PhotoIdFields } from '#client/recovery/PhotoIdFields.tsx'
import { ProofInHand } from '#client/recovery/ProofInHand.tsx'
import type { CallCommand } from '#client/recovery/use-call.ts'
import { WayCard } from '#client/recovery/WayCard.tsx'

type ProveStepProps = {
  desk: CallDesk
  opens: boolean
  chosen: Way | null
  state: LadderState
  fault: CallCommand['fault']
  onChoose: (way: Way) => void
  onChange: (change: Partial<LadderState>) => void
}

/** The ways of proving who calls, in order of strength; the chosen one is open with what it asks for. */
export function ProveStep({ desk, opens, chosen, state, fault, onChoose, onChange }: ProveStepProps) {
  const translate = useTranslate()
  const proof = desk.proof
  const live = liveProof(desk)
  return (
    <Box role="radiogroup" aria-label={translate('recovery.prove')} sx={{ display: 'grid', gap: 0.625 }}>
      {desk.ways.map((way, place) => {
        const isChosen = chosen !== null && wayKey(chosen) === wayKey(way)
        const isProofOfIt = proof !== null && proof.state !== 'ended' && proof.kind === way.kind && (proof.contactId ?? '') === (way.contactId ?? '')
        const atDesk = way.kind === 'photo-id' && desk.call?.channel === 'desk'
        return (
          <WayCard key={wayKey(way)} way={way} desks={desk.desks} keys={String(place + 1)} chosen={isChosen && opens && isOpenWay(way)} canChoose={opens} onChoose={() => onChoose(way)}>
            {isProofOfIt || atDesk ? (
              <>
                {isProofOfIt ? <ProofInHand proof={proof} /> : null}
                {isProofOfIt && live && way.kind === 'call-back' ? <CallBack proof={live} state={state} onChange={onChange} /> : null}
                {atDesk ? <PhotoIdFields value={state.photoId} fault={fault} onChange={(photoId) => onChange({ photoId })} /> : null}
              </>
            ) : null}
          </WayCard>
        )
      })}
    </Box>
  )
}
