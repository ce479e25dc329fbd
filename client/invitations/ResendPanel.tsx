import { useNavigate, useNotify, useTranslate } from 'ra-core'
import type { InvitationAnswer, resentAnswer } from '#domain/contracts/invitations.ts'
import type { z } from 'zod'
import { useState } from 'react'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Whom } from '#client/ui/Whom.tsx'

/** Sends it once more, with a reason: a new link, and the old one ends. One that had ended begins anew. */
export function ResendPanel({ invitation, onClose }: { invitation: InvitationAnswer; onClose: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const { run, pending, fault } = useCommand<z.infer<typeof resentAnswer>>()
  const [reason, setReason] = useState('')
  const submit = async () => {
    const answer = await run({ path: `/invitations/${invitation.id}/resend`, body: { contactId: null, reason: reason.trim() }, version: invitation.version }, ['invitations'])
    if (!answer) return
    notify('invitations.resent', { type: 'success' })
    onClose()
    if (answer.data.invitationId !== invitation.id) void navigate(`/invitations/${answer.data.invitationId}`)
  }
  return (
    <FormPanel title={translate('invitations.resend_title')} confirm={translate('invitations.resend_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Whom patient={invitation} />
      <Note icon="flag">{translate('invitations.resend_effect')} {translate('invitations.newest')}.</Note>
      <WordsField
        label={translate('ui.reason')}
        hint={translate('ui.reason_hint')}
        value={reason}
        required
        minLength={3}
        maxLength={500}
        autoFocus
        refusal={fieldRefusal(fault, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormPanel>
  )
}
