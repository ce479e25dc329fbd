import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { InvitationState } from '#client/ui/InvitationState.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Until } from '#client/ui/Until.tsx'
import { useKeys } from '#client/ui/keys.ts'

type EmailHandOverProps = { draft: EnrollmentAnswer; command: DraftCommand; onFixAddress: () => void }

/** The invitation by e-mail: to which address, and, once it is out, what can be known of it. Nothing is called delivered. */
export function EmailHandOver({ draft, command, onFixAddress }: EmailHandOverProps) {
  const translate = useTranslate()
  const { invitation } = draft
  const isOut = invitation !== null && draft.handOver === 'email'
  const failed = invitation?.state === 'bounced' || invitation?.state === 'refused'
  const send = async () => {
    const chosen = draft.handOver === 'email' ? draft : await command.act('choose-hand-over', { handOver: 'email' })
    if (chosen) await command.act('send-invitation', {}, undefined, chosen)
  }
  useKeys(isOut ? [] : [{ keys: 'ctrl+enter', group: 'act', label: 'enroll.key_send', run: () => void send() }])
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <p>
        {translate('enroll.email_to')} <Box component="strong" sx={{ fontWeight: 600 }}>{draft.contact?.masked ?? translate('enroll.email_none')}</Box>
      </p>
      {isOut ? (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
            <InvitationState state={invitation.state} />
            <span>{translate('enroll.email_until')} <Until at={invitation.endsAt} /></span>
          </Box>
          {failed ? (
            <Note icon="bounced" tone="late" live action={<Button size="small" variant="contained" onClick={onFixAddress}>{translate('enroll.fix_address')}</Button>}>
              {draft.stuck?.message ?? translate(`enroll.email_${invitation.state}`)}
              {invitation.mailStatus ? <Box sx={{ color: 'ink2' }}>{translate('enroll.mail_said', { status: invitation.mailStatus })}</Box> : null}
            </Note>
          ) : null}
          <SayToPatient what={failed ? 'email_back' : 'email'} language={draft.language} />
          <Button component={LinkBase} to={`/invitations/${invitation.id}`}>{translate('enroll.see_invitation')}</Button>
        </>
      ) : (
        <>
          <Box component="p" sx={{ color: 'ink2' }}>{translate('enroll.email_text')}</Box>
          <Button type="button" variant="contained" disabled={command.pending} onClick={() => void send()}>
            {translate('enroll.send_invitation')} <KeyCap keys="ctrl+enter" />
          </Button>
        </>
      )}
      <CommandFault fault={command.fault} onRetry={() => void send()} />
    </Box>
  )
}
