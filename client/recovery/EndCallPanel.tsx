import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { callOutcomes, type CallOutcome } from '#domain/recovery/words.ts'
import { useCallCommand } from '#client/recovery/use-call.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { Choice } from '#client/ui/Choice.tsx'

type EndCallPanelProps = { desk: CallDesk; suggested: CallOutcome | null; onDone: (outcome: CallOutcome) => void; onClose: () => void }

/** Ends the call with what came of it; outcomes that wait leave the case open for whoever goes on with it. */
export function EndCallPanel({ desk, suggested, onDone, onClose }: EndCallPanelProps) {
  const translate = useTranslate()
  const { act, pending, fault } = useCallCommand(desk)
  const [outcome, setOutcome] = useState<CallOutcome>(suggested ?? 'calls-again')
  const didSomething = desk.acts.some(({ doneAt }) => doneAt !== null)
  const offered = callOutcomes.filter((one) => one !== 'done' || didSomething || suggested === 'done')
  const end = async () => {
    if (await act('end-call', { outcome })) onDone(outcome)
  }
  return (
    <FormPanel title={translate('recovery.end_title')} confirm={translate('recovery.end_call')} pending={pending} fault={fault} onSubmit={() => void end()} onClose={onClose}>
      <Choice label={translate('recovery.end_title')} value={outcome} autoFocus onChange={setOutcome} options={offered.map((value) => ({ value, text: translate(`recovery.outcome.${value}`) }))} />
    </FormPanel>
  )
}
