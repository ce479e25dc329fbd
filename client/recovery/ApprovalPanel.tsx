import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { ActKind } from '#domain/recovery/words.ts'
import { useCallCommand } from '#client/recovery/use-call.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'

/** Asks a second person for one act. They see what will happen and your reason; nothing happens before they agree. */
export function ApprovalPanel({ desk, onDone, onClose }: { desk: CallDesk; onDone: () => void; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { act, pending, fault } = useCallCommand(desk)
  const askable = desk.acts.filter(({ askRefusal, doneAt }) => askRefusal === null && doneAt === null)
  const [kind, setKind] = useState<ActKind | null>(askable.find((one) => one.kind === 'send-reset-link')?.kind ?? askable[0]?.kind ?? null)
  const [reason, setReason] = useState('')
  const why = desk.acts.find(({ askRefusal }) => askRefusal !== null)?.askRefusal ?? null
  const submit = async () => {
    if (kind === null || !(await act('ask-approval', { act: kind, reason: reason.trim() }))) return
    notify('recovery.asked', { type: 'success' })
    onDone()
  }
  return (
    <FormPanel title={translate('recovery.ask_approval')} confirm={translate('recovery.ask_approval_do')} pending={pending || kind === null} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Note icon="people">{translate('recovery.approval_effect')}</Note>
      {kind === null && why ? <Refusal refusal={why} /> : null}
      <Choice label={translate('recovery.which_act')} value={kind} onChange={setKind} options={askable.map((one) => ({ value: one.kind, text: translate(`recovery.act.${one.kind}`) }))} />
      <WordsField label={translate('ui.reason')} hint={translate('recovery.approval_reason_hint')} required minLength={3} maxLength={500} autoFocus value={reason} refusal={fieldRefusal(fault, 'reason')} onChange={(event) => setReason(event.target.value)} />
    </FormPanel>
  )
}
