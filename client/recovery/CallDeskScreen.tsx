import Box from '@mui/material/Box'
import { useLocale, useNavigate, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { scriptFor } from '#domain/recovery/script.ts'
import type { ActKind, CallOutcome } from '#domain/recovery/words.ts'
import { ApprovalsCard } from '#client/recovery/ApprovalsCard.tsx'
import { CallBar } from '#client/recovery/CallBar.tsx'
import { CallPanels, type OpenPanel } from '#client/recovery/CallPanels.tsx'
import { EarlierCard } from '#client/recovery/EarlierCard.tsx'
import { IfCallerSays } from '#client/recovery/IfCallerSays.tsx'
import { Ladder } from '#client/recovery/Ladder.tsx'
import { firstWay, isOpenWay, nothingTyped, primaryOf, wayKey, type Way } from '#client/recovery/ladder-state.ts'
import { NextSafe } from '#client/recovery/NextSafe.tsx'
import { PersonCard } from '#client/recovery/PersonCard.tsx'
import { SayNow } from '#client/recovery/SayNow.tsx'
import { sceneOf } from '#client/recovery/scene-of.ts'
import { SignsCard } from '#client/recovery/SignsCard.tsx'
import { useCallCommand } from '#client/recovery/use-call.ts'
import { useLadderKeys } from '#client/recovery/use-ladder-keys.ts'
import { Page } from '#client/layout/Page.tsx'
import { Born } from '#client/ui/Born.tsx'

const column = { minWidth: 0, minHeight: { md: 0 }, overflowY: { md: 'auto' }, display: 'flex', flexDirection: 'column', gap: 2, p: 0.25 } as const

/** The call desk: what is said now, the step in hand, what the caller may say; on the left who it is, on the right the way out. */
export function CallDeskScreen({ desk: known }: { desk: CallDesk }) {
  const [asksFacts, setAsksFacts] = useState(false)
  const desk = asksFacts ? known : atCounter(known)
  const translate = useTranslate()
  const navigate = useNavigate()
  const reads = useLocale() === 'es' ? 'es' : 'en'
  const command = useCallCommand(desk)
  const [typed, setTyped] = useState(nothingTyped)
  const [chosenKey, setChosen] = useState<string | null>(null)
  const [panel, setPanel] = useState<OpenPanel | null>(null)
  const way = desk.ways.find((one) => wayKey(one) === chosenKey && isOpenWay(one)) ?? firstWay(desk)
  const primary = primaryOf(desk, way, typed)
  const isMine = desk.isMine && desk.step !== 'over'
  const scene = sceneOf(desk, way?.kind ?? 'photo-id')
  const script = scriptFor(scene, reads)
  const choose = (one: Way) => {
    command.clear()
    setChosen(wayKey(one))
  }
  const press = async () => {
    if (!primary || command.pending) return
    if (primary.does === 'begin') return setPanel({ what: 'begin' })
    if (primary.does === 'approval') return setPanel({ what: 'approval' })
    if (primary.does === 'act') return setPanel({ what: 'act', kind: primary.act })
    if (primary.does === 'end') return setPanel({ what: 'end', suggested: primary.outcome })
    if (primary.lacks === null && (await command.act(primary.step, primary.body))) setTyped(nothingTyped)
  }
  const end = () => setPanel({ what: 'end', suggested: outcomeOf(desk) })
  const stop = () => setPanel({ what: 'stop' })
  useLadderKeys({ ways: desk.step === 'prove' && isMine ? desk.ways : [], onChoose: choose, onPress: () => void press(), onStop: isMine ? stop : null, onEnd: isMine ? end : null })
  const left = (outcome: CallOutcome) => {
    setPanel(null)
    if (outcome !== 'done' || desk.step !== 'over') void navigate('/recovery')
  }
  return (
    <Page name="recovery.page" panes flush>
      <CallBar desk={desk} onEnd={isMine ? end : null} />
      <Box
        sx={{
          flex: { xs: 'none', md: 1 }, minHeight: { md: 0 }, display: 'grid', gap: { xs: 2, lg: 2.5 }, px: { xs: 2, sm: 3 }, pb: 2, alignContent: 'start', gridTemplateRows: { md: 'minmax(0, 1fr)' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 300px', lg: '248px minmax(0, 1fr) 320px' },
        }}
      >
        <Box sx={{ ...column, order: { xs: 3, lg: 0 }, gridColumn: { md: '1 / -1', lg: 'auto' }, display: { xs: 'flex', md: 'none', lg: 'flex' } }} tabIndex={0} role="group" aria-label={translate('recovery.about')}>
          <PersonCard desk={desk} />
          <ApprovalsCard approvals={desk.approvals} />
          <EarlierCard earlier={desk.earlier} />
        </Box>
        <Box sx={{ ...column, overflowY: 'visible', order: { xs: 1, lg: 0 } }}>
          <Box sx={{ display: { xs: 'flex', lg: 'none' }, flexWrap: 'wrap', columnGap: 1.5, flex: 'none' }}><strong>{desk.person.name}</strong> <Born birthDate={desk.person.birthDate} age={desk.person.age} /></Box>
          <SayNow script={script} language={scene.language} />
          <Ladder
            desk={desk} way={way} state={typed} primary={primary} pending={command.pending} fault={command.fault}
            onFacts={desk === known || desk.factsRefusal ? null : () => setAsksFacts(true)} onChoose={choose} onChange={(change) => setTyped({ ...typed, ...change })} onAct={(kind: ActKind) => setPanel({ what: 'act', kind })} onPrimary={() => void press()}
          />
        </Box>
        <Box component="aside" aria-label={translate('recovery.beside')} sx={{ ...column, overflowY: 'visible', order: { xs: 2, lg: 0 } }}>
          <Box tabIndex={0} role="group" aria-label={translate('recovery.if_caller_says')} sx={{ flex: { md: '0 1 auto' }, minHeight: { md: 96 }, overflowY: { md: 'auto' }, borderRadius: 1.25 }}>
            <IfCallerSays exchanges={script.ifCallerSays} language={scene.language} />
          </Box>
          <SignsCard signs={desk.signs} onStop={isMine ? stop : null} />
          <NextSafe text={script.nextSafe} />
        </Box>
      </Box>
      <CallPanels desk={desk} panel={panel} language={scene.language} onLeft={left} onClose={() => setPanel(null)} />
    </Page>
  )
}

/** At a desk a document finds the person; what they say is compared only if they have none with them. */
function atCounter(desk: CallDesk): CallDesk {
  if (desk.step !== 'find' || desk.call?.channel !== 'desk' || !desk.isMine) return desk
  return { ...desk, step: 'prove', ways: desk.ways.filter(({ kind }) => kind === 'photo-id') }
}

/** What most likely came of the call so far. */
function outcomeOf(desk: CallDesk): CallOutcome | null {
  if (desk.acts.some(({ doneAt }) => doneAt !== null)) return 'done'
  if (desk.approvals.some(({ state }) => state === 'open')) return 'waits-for-approval'
  return desk.proof?.state === 'sent' ? 'waits-for-mail' : null
}
