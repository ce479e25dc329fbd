import Button from '@mui/material/Button'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { RegistrationAnswer } from '#domain/contracts/invitations.ts'
import { registrationCloseReasons, registrationVerifications } from '#domain/enrollment/words.ts'
import { ChoicePanel } from '#client/invitations/ChoicePanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

/** What comes next with a case: note how it was verified, send the invitation, or close it; one of them is filled. */
export function RegistrationActs({ registration }: { registration: RegistrationAnswer }) {
  const translate = useTranslate()
  const notify = useNotify()
  const mayWork = useMay('registration.work') !== '-'
  const [open, setOpen] = useState<'verify' | 'invite' | 'close' | null>(null)
  const { id, version, state, mayInvite } = registration
  if (!mayWork || state === 'invited' || state === 'closed') return null
  const close = () => setOpen(null)
  const done = () => {
    notify('registrations.done', { type: 'success' })
    close()
  }
  const path = (act: string) => `/registrations/${id}/${act}`
  return (
    <>
      <Button onClick={() => setOpen('close')}>{translate('registrations.close')}</Button>
      {state === 'matched' ? <Button variant="contained" onClick={() => setOpen('verify')}>{translate('registrations.verify')}</Button> : null}
      {mayInvite ? <RefusedButton why={mayInvite}>{translate('registrations.invite')}</RefusedButton> : <Button variant="contained" onClick={() => setOpen('invite')}>{translate('registrations.invite')}</Button>}
      {open === 'verify' ? (
        <ChoicePanel
          title={translate('registrations.verify_title')}
          label={translate('registrations.verify_title')}
          confirm={translate('registrations.verify_do')}
          options={registrationVerifications.map((value) => ({ value, text: translate(`registrations.verified_how.${value}`) }))}
          command={(how, reason) => ({ path: path('verify'), body: { how, reason }, version })}
          touched={['registrations']}
          onDone={done}
          onClose={close}
        />
      ) : null}
      {open === 'close' ? (
        <ChoicePanel
          title={translate('registrations.close_title')}
          label={translate('registrations.closed_because')}
          confirm={translate('registrations.close_do')}
          options={registrationCloseReasons.map((value) => ({ value, text: translate(`registrations.close_reason.${value}`) }))}
          command={(because, reason) => ({ path: path('close'), body: { because, reason }, version })}
          touched={['registrations']}
          onDone={done}
          onClose={close}
        />
      ) : null}
      {open === 'invite' ? (
        <ReasonPanel
          title={translate('registrations.invite_title')}
          effect={translate('registrations.invite_effect')}
          confirm={translate('registrations.invite_do')}
          command={(reason) => ({ path: path('invite'), body: { contactId: null, reason }, version })}
          touched={['registrations', 'invitations']}
          onDone={done}
          onClose={close}
        />
      ) : null}
    </>
  )
}
