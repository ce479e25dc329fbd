import Button from '@mui/material/Button'
import { useNavigate, useTranslate } from 'ra-core'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'
import { shortDate } from '#client/proxy-access/dates.ts'
import { useMay } from '#client/layout/session.ts'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

type GapNoteProps = { patientId: string; gap: NonNullable<MatrixAnswer['gap']>; atOn: string; hasAccount: boolean }

/** From a day on nobody can read the results of this patient. */
export function GapNote({ patientId, gap, atOn, hasAccount }: GapNoteProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { locale } = usePracticeTime()
  const mayEnroll = useMay('patient.enroll') !== '-' && !hasAccount
  const plan = mayEnroll ? <Button onClick={() => void navigate(`/patients/${patientId}/enroll`)}>{translate('access.plan_enrollment')}</Button> : undefined
  return (
    <Note icon="late" tone="due" action={plan}>
      <strong>{translate('access.gap', { day: shortDate(gap.fromOn, atOn, locale) })}</strong> {translate(hasAccount ? 'access.gap_account' : 'access.gap_no_account')}
    </Note>
  )
}
