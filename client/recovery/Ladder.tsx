import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useEffect, useRef, type FormEvent } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { ActKind } from '#domain/recovery/words.ts'
import { ActStep } from '#client/recovery/ActStep.tsx'
import { FindStep } from '#client/recovery/FindStep.tsx'
import { LadderStep } from '#client/recovery/LadderStep.tsx'
import { wayKey, type LadderState, type Primary, type Way } from '#client/recovery/ladder-state.ts'
import { ProveStep } from '#client/recovery/ProveStep.tsx'
import type { CallCommand } from '#client/recovery/use-call.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'
import { Moment } from '#client/ui/Moment.tsx'

type LadderProps = {
  desk: CallDesk
  way: Way | null
  state: LadderState
  primary: Primary | null
  pending: boolean
  fault: CallCommand['fault']
  /** Compares what somebody at the desk says, where they have no document with them. */
  onFacts: (() => void) | null
  onChoose: (way: Way) => void
  onChange: (change: Partial<LadderState>) => void
  onAct: (kind: ActKind) => void
  onPrimary: () => void
}

const order = ['find', 'prove', 'act', 'over'] as const
const scrolls = { flex: '1 1 auto', minHeight: 0, overflowY: { md: 'auto' } } as const

/** Find, prove, act: the step in hand is open, and the one filled button is never below the fold. */
export function Ladder({ desk, way, state, primary, pending, fault, onFacts, onChoose, onChange, onAct, onPrimary }: LadderProps) {
  const translate = useTranslate()
  const form = useRef<HTMLFormElement>(null)
  const opens = primary !== null && primary.does !== 'begin'
  const at = order.indexOf(desk.step)
  const stateOf = (step: 'find' | 'prove' | 'act') => {
    const place = order.indexOf(step)
    if (desk.step === 'over') return (step === 'find' ? desk.located : desk.acts.some(({ doneAt }) => doneAt !== null)) ? 'done' : 'to-come'
    return place < at ? 'done' : place === at ? 'now' : 'to-come'
  }
  // The step that opens takes the focus, so that a call goes on without the mouse.
  const focusOn = `${desk.step} ${desk.proof?.state ?? ''} ${String(opens)}`
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input[data-first]:not([type=radio]), select[data-first]') ?? form.current?.querySelector<HTMLElement>('input[data-first]') ?? form.current?.querySelector<HTMLElement>('[data-filled]')
    first?.focus()
  }, [focusOn])
  // A way that is chosen by its key has the focus, so that Enter goes it.
  const shown = useRef(way ? wayKey(way) : '')
  const wayNow = way ? wayKey(way) : ''
  useEffect(() => {
    if (shown.current !== wayNow) form.current?.querySelector<HTMLElement>('input[type=radio][data-first]')?.focus()
    shown.current = wayNow
  }, [wayNow])
  const confirmed = desk.proof?.confirmedAt ?? null
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      aria-label={translate('recovery.ladder')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (primary?.does !== 'command' || primary.lacks === null) onPrimary()
      }}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: { md: '0 1 auto' }, bgcolor: 'surface', border: '1px solid', borderColor: 'line', borderRadius: 1.25, overflow: { md: 'clip' }, boxShadow: '0 1px 2px rgb(0 0 0 / 0.05)' }}
    >
      <Box sx={scrolls}>
        <LadderStep number={1} title={translate('recovery.find')} state={stateOf('find')} aside={desk.located && desk.facts.length > 0 ? <Moment at={desk.facts.at(-1)?.at ?? desk.openedAt} /> : null}>
          <FindStep desk={desk} opens={opens && desk.step === 'find'} typed={state.facts} fault={fault} onType={(facts) => onChange({ facts })} />
          {onFacts ? <Box><Button type="button" size="small" onClick={onFacts}>{translate('recovery.facts_instead')}</Button></Box> : null}
        </LadderStep>
        <LadderStep number={2} title={translate('recovery.prove')} state={stateOf('prove')} aside={confirmed ? <Moment at={confirmed} /> : null}>
          {desk.step === 'prove' ? (
            <ProveStep desk={desk} opens={opens} chosen={way} state={state} fault={fault} onChoose={onChoose} onChange={onChange} />
          ) : (
            <Box sx={{ typography: 'table', color: 'ink2' }}>{confirmed && desk.proof ? translate('recovery.proven_by', { way: translate(`recovery.way.${desk.proof.kind}`) }) : translate('recovery.prove_later')}</Box>
          )}
        </LadderStep>
        <LadderStep number={3} title={translate('recovery.act_title')} state={stateOf('act')}>
          <ActStep desk={desk} opens={opens} filled={primary?.does === 'act' ? primary.act : null} onAct={onAct} />
        </LadderStep>
      </Box>
      {fault ? <Box sx={{ borderTop: '1px solid', borderColor: 'line', flex: 'none', maxHeight: { md: '45%' }, overflowY: 'auto' }}><CommandFault fault={fault} onRetry={onPrimary} /></Box> : null}
      <Box
        sx={{
          flex: 'none', display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: 'space-between', px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', bgcolor: 'surface',
          position: 'sticky', bottom: 0, zIndex: 1, borderRadius: '0 0 10px 10px',
        }}
      >
        <Box sx={{ typography: 'table', color: 'ink2', flex: '1 1 220px' }}>{translate(desk.step === 'over' ? 'recovery.is_over' : 'recovery.nothing_changes')}</Box>
        <PrimaryButton primary={primary} pending={pending} />
      </Box>
    </Box>
  )
}

/** The one filled button; while something is missing it keeps its place, dashed, and names it. */
function PrimaryButton({ primary, pending }: Pick<LadderProps, 'primary' | 'pending'>) {
  const translate = useTranslate()
  if (!primary) return null
  const lacks = primary.does === 'command' ? primary.lacks : null
  if (lacks !== null) return <RefusedButton above why={{ message: translate(lacks), next: translate('recovery.lacks_next'), rule: '' }}>{translate(primary.label)}</RefusedButton>
  return (
    <Button type="submit" variant="contained" disabled={pending} data-filled="">
      {translate(primary.label)} <KeyCap keys="enter" />
    </Button>
  )
}
