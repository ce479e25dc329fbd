import Button from '@mui/material/Button'
import { useNavigate, useTranslate } from 'ra-core'
import { useMay } from '#client/layout/session.ts'

/** Beside the list: a new patient, and a chart that no list shows. */
export function PatientsActs() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const mayCreate = useMay('patient.create') !== '-'
  const mayBreak = useMay('chart.break-glass') !== '-'
  return (
    <>
      {mayBreak ? <Button onClick={() => void navigate('/patients/closed')}>{translate('record.closed_link')}</Button> : null}
      {mayCreate ? <Button onClick={() => void navigate('/patients/new')}>{translate('record.create_short')}</Button> : null}
    </>
  )
}
