import Button from '@mui/material/Button'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { InvitationAnswer } from '#domain/contracts/invitations.ts'
import { ResendPanel } from '#client/invitations/ResendPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

/** What else can be done with an invitation: send it again, note a no, cancel it. What cannot says why. */
export function InvitationActs({ invitation }: { invitation: InvitationAnswer }) {
  const translate = useTranslate()
  const notify = useNotify()
  const mayResend = useMay('invitation.resend') !== '-'
  const mayEnd = useMay('invitation.end') !== '-'
  const [open, setOpen] = useState<'resend' | 'cancel' | 'decline' | null>(null)
  const close = () => setOpen(null)
  const leads = invitation.diagnosis.next.action === 'resend'
  return (
    <>
      {mayResend && !leads ? (
        invitation.mayResend ? <RefusedButton why={invitation.mayResend}>{translate('invitations.resend')}</RefusedButton> : <Button onClick={() => setOpen('resend')}>{translate('invitations.resend')}</Button>
      ) : null}
      {mayEnd && !invitation.mayCancel ? <Button onClick={() => setOpen('decline')}>{translate('invitations.decline')}</Button> : null}
      {mayEnd ? (
        invitation.mayCancel ? <RefusedButton why={invitation.mayCancel}>{translate('invitations.cancel')}</RefusedButton> : <Button onClick={() => setOpen('cancel')}>{translate('invitations.cancel')}</Button>
      ) : null}
      {open === 'resend' ? <ResendPanel invitation={invitation} onClose={close} /> : null}
      {open === 'cancel' || open === 'decline' ? (
        <ReasonPanel
          title={`${translate(`invitations.${open}_title`)}: ${invitation.name}`}
          effect={translate(`invitations.${open}_effect`)}
          confirm={translate(`invitations.${open}_do`)}
          command={(reason) => ({ path: `/invitations/${invitation.id}/${open}`, body: { reason }, version: invitation.version })}
          touched={['invitations']}
          danger={open === 'cancel'}
          onDone={() => {
            notify(open === 'cancel' ? 'invitations.cancelled' : 'invitations.declined', { type: 'success' })
            close()
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}
