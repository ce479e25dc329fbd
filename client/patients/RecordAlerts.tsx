import { useTranslate } from 'ra-core'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { dateText } from '#client/ui/format.ts'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

/** What must be seen first, in the order that the server ranks it. */
export function RecordAlerts({ alerts }: Pick<PatientOverview, 'alerts'>) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  return alerts.map((alert) => {
    if (alert.kind === 'band') {
      const when = { age: alert.age, date: dateText(alert.on, locale) }
      return (
        <Note key={alert.kind} icon="due" tone="due">
          <strong>{translate(alert.passed ? 'record.alert_turned' : 'record.alert_turns', when)}</strong> {translate(`record.alert_band_${alert.age}`)}
        </Note>
      )
    }
    if (alert.kind === 'nobody-can-act') {
      return (
        <Note key={alert.kind} icon="late" tone="due">
          <strong>{translate(alert.passed ? 'record.alert_gap_now' : 'record.alert_gap', { date: dateText(alert.on, locale) })}</strong> {translate('record.alert_gap_do')}
        </Note>
      )
    }
    if (alert.kind === 'safety') return <Note key={alert.kind} icon="shield" tone="late">{translate('record.alert_safety')}</Note>
    if (alert.kind === 'restricted') return <Note key={alert.kind} icon="shield" tone="late">{translate('record.alert_restricted')}</Note>
    const isBounced = alert.kind === 'contact-bounced'
    return (
      <Note key={alert.kind} icon={isBounced ? 'bounced' : 'people'} tone="due">
        {translate(isBounced ? 'record.alert_bounced' : 'record.alert_shared')}
      </Note>
    )
  })
}
