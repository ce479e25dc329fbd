import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import { useMay } from '#client/layout/session.ts'

/** From a record to a call about its account. */
export default function RecordEntry({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  const may = useMay('recovery.work') !== '-'
  return may ? <Button component={LinkBase} to={`/patients/${patientId}/recovery`}>{translate('recovery.account_recovery')}</Button> : null
}
