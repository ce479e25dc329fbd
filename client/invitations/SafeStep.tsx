import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { InvitationAnswer } from '#domain/contracts/invitations.ts'
import { ResendPanel } from '#client/invitations/ResendPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

/** The one next safe step as a button; where the step is somebody else's, or to wait, its words stand alone. */
export function SafeStep({ invitation }: { invitation: InvitationAnswer }) {
  const translate = useTranslate()
  const mayResend = useMay('invitation.resend') !== '-'
  const mayEnroll = useMay('patient.enroll') !== '-'
  const [open, setOpen] = useState(false)
  const { action } = invitation.diagnosis.next
  const resends = action === 'resend' && mayResend && invitation.mayResend === null
  useKeys(resends ? [{ keys: 'r', group: 'act', label: 'invitations.key_resend', run: () => setOpen(true) }] : [])
  const panel = open ? <ResendPanel invitation={invitation} onClose={() => setOpen(false)} /> : null
  if (action === 'resend' && mayResend) {
    return invitation.mayResend ? (
      <RefusedButton why={invitation.mayResend}>{translate('invitations.resend')}</RefusedButton>
    ) : (
      <>
        <Button variant="contained" onClick={() => setOpen(true)}>{translate('invitations.resend')} <KeyCap keys="r" /></Button>
        {panel}
      </>
    )
  }
  if (action === 'fix-address') return <Button component={LinkBase} to={`/patients/${invitation.patientId}`} variant="contained">{translate('invitations.fix')}</Button>
  if (action === 'enroll-at-desk' && mayEnroll) return <Button component={LinkBase} to={`/patients/${invitation.patientId}/enroll?portal=${invitation.portalId}`} variant="contained">{translate('invitations.enroll_at_desk')}</Button>
  if (action === 'help-finish' && invitation.enrollmentId && mayEnroll) return <Button component={LinkBase} to={`/enroll/${invitation.enrollmentId}`} variant="contained">{translate('invitations.open_enrollment')}</Button>
  return null
}
