import Box from '@mui/material/Box'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { ActKind } from '#domain/recovery/words.ts'
import { actLabel } from '#client/recovery/ladder-state.ts'
import { useCallCommand } from '#client/recovery/use-call.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type ActPanelProps = { desk: CallDesk; kind: ActKind; onDone: () => void; onClose: () => void }

/** One act: exactly what will happen and where it goes, the reason that is kept, and, where one person may not, the request to a second. */
export function ActPanel({ desk, kind, onDone, onClose }: ActPanelProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { act, pending, fault } = useCallCommand(desk)
  const [reason, setReason] = useState(() => translate(`recovery.reason.${desk.source}`))
  const shown = desk.acts.find((one) => one.kind === kind)
  const asks = shown?.needsSecondPerson ?? false
  const submit = async () => {
    const done = asks ? await act('ask-approval', { act: kind, reason: reason.trim() }) : await act(kind, { reason: reason.trim() }, kind === 'restart-enrollment' ? 'recovery.restart-enrollment' : 'recovery.reset')
    if (!done) return
    notify(asks ? 'recovery.asked' : `recovery.did.${kind}`, { type: 'success' })
    onDone()
  }
  return (
    <FormPanel title={translate(actLabel(kind, desk))} confirm={translate(asks ? 'recovery.ask_approval' : actLabel(kind, desk))} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Box component="ul" sx={{ display: 'grid', gap: 0.5 }}>
        <li>{translate(`recovery.effect.${kind}`)}</li>
        {shown?.goesTo ? <li>{translate('recovery.goes_to', { address: shown.goesTo })}</li> : null}
        <li>{translate('recovery.effect_told')}</li>
      </Box>
      {asks ? <Note icon="people" tone="due">{translate('recovery.needs_second')}</Note> : null}
      <Field label={translate('ui.reason')} hint={translate('ui.reason_hint')} required minLength={3} maxLength={500} autoFocus value={reason} refusal={fieldRefusal(fault, 'reason')} onChange={(event) => setReason(event.target.value)} />
    </FormPanel>
  )
}
