import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { ProofState } from '#domain/recovery/words.ts'
import { Clock } from '#client/ui/Clock.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

const looks: Record<ProofState, State> = { sent: 'due', dialling: 'due', ringing: 'due', confirmed: 'ok', 'waiting-approval': 'held', failed: 'late', expired: 'none', ended: 'none' }
const running: readonly ProofState[] = ['sent', 'dialling', 'ringing']

/** Where the proof in hand stands, as it happens: sent, dialling, waiting; and for how long it works. */
export function ProofInHand({ proof }: { proof: NonNullable<CallDesk['proof']> }) {
  const translate = useTranslate()
  const runs = running.includes(proof.state)
  return (
    <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center', typography: 'table', color: 'ink2' }}>
      <StateChip state={looks[proof.state]}>{translate(`recovery.proof.${proof.state}`)}</StateChip>
      <span>{translate('recovery.since')} <Moment at={proof.madeAt} /></span>
      {runs ? <span>{translate('recovery.works_for')} <Clock until={Date.parse(proof.endsAt)} /></span> : null}
      {proof.state === 'waiting-approval' ? <span>{translate('recovery.ends')} <Moment at={proof.endsAt} /></span> : null}
      {proof.state === 'ringing' ? <span>{translate('recovery.tries_left', { smart_count: proof.triesLeft })}</span> : null}
    </Box>
  )
}
