import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { EnrollmentHistory } from '#client/enroll/EnrollmentHistory.tsx'
import { PortalsToEnroll } from '#client/enroll/PortalsToEnroll.tsx'
import { UndoPanel } from '#client/enroll/UndoPanel.tsx'
import { PatientInvitations } from '#client/invitations/PatientInvitations.tsx'
import { usePatientEnrollment } from '#client/patients/EnrollAct.tsx'
import { useMay } from '#client/layout/session.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { TakenFor } from '#client/ui/TakenFor.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Enrollment on the record: portal by portal, the invitations with what can be known of them, and every try so far. */
export function EnrollmentTab({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  const mayUndo = useMay('enrollment.undo') !== '-'
  const maySeeInvitations = useMay('invitation.read') !== '-'
  const [undone, setUndone] = useState<{ id: string; name: string } | null>(null)
  const { data, error, refetch } = usePatientEnrollment(patientId)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={6} />
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <TakenFor people={data.patient.lookAlikes} />
      <PortalsToEnroll answer={data} onUndo={mayUndo ? setUndone : null} />
      {maySeeInvitations ? <PatientInvitations patientId={patientId} label={translate('invitations.title')} /> : null}
      <EnrollmentHistory history={data.history} />
      {undone ? <UndoPanel patient={data.patient} portal={undone} onClose={() => setUndone(null)} /> : null}
    </Box>
  )
}
