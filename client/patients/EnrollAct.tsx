import Button from '@mui/material/Button'
import { LinkBase, useNavigate, useTranslate } from 'ra-core'
import type { PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { startable } from '#client/enroll/start-choice.ts'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

/** What there is, and what can be started, for one person. */
export function usePatientEnrollment(patientId: string, enabled = true) {
  return useRead<PatientEnrollmentAnswer>('enrollments', { path: `/patients/${encodeURIComponent(patientId)}/enrollment` }, enabled, ['patients', 'invitations'])
}

/** The one filled button of a record: enroll, go on with it, or see the invitation; where nothing can be, why not. */
export function EnrollAct({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const mayEnroll = useMay('patient.enroll') !== '-'
  const { data } = usePatientEnrollment(patientId, mayEnroll)
  const found = data ? startable(data) : null
  const invited = data?.portals.find(({ invitationId }) => invitationId !== null)?.invitationId ?? null
  const to = found?.kind === 'open' ? `/enroll/${found.enrollmentId}` : invited ? `/invitations/${invited}` : found?.kind === 'start' ? `/patients/${patientId}/enroll` : null
  useKeys(mayEnroll && to ? [{ keys: 'e', group: 'act', label: 'enroll.key_enroll', run: () => void navigate(to) }] : [])
  if (!mayEnroll || !data || !found) return null
  const why = data.portals.find(({ refusal }) => refusal !== null)?.refusal
  if (to === null) return why ? <RefusedButton why={why}>{translate('enroll.cannot')}</RefusedButton> : null
  const words = found.kind === 'open' ? 'enroll.continue_it' : invited ? 'enroll.see_invitation' : 'enroll.enroll_now'
  return (
    <Button component={LinkBase} to={to} variant="contained">
      {translate(words)} <KeyCap keys="e" />
    </Button>
  )
}
