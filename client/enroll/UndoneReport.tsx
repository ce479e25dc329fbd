import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import type { UndoneEnrollment } from '#domain/contracts/enrollment-care.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

type UndoneReportProps = { name: string; undone: UndoneEnrollment; onClose: () => void }

/** What ended, what had been seen by then, who was told, and the right person's enrollment. */
export function UndoneReport({ name, undone, onClose }: UndoneReportProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { ended, seen, right } = undone
  const lines = [
    ended.account ? translate('enroll.ended_account') : null,
    ended.sessions > 0 ? translate('enroll.ended_sessions', { smart_count: ended.sessions }) : null,
    ended.codes > 0 ? translate('enroll.ended_codes', { smart_count: ended.codes }) : null,
    ended.invitation ? translate('enroll.ended_invitation') : null,
    ended.draft ? translate('enroll.ended_draft') : null,
  ].filter((line) => line !== null)
  return (
    <Panel title={translate('enroll.undone_title', { name })} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box component="ul" sx={{ listStyle: 'disc', pl: 2.5 }}>{lines.map((line) => <li key={line}>{line}</li>)}</Box>
        <section>
          <Box component="h3" sx={{ mb: 0.5 }}>{translate('enroll.seen_title')}</Box>
          {seen.reported ? (
            <p>
              {translate('enroll.seen_sign_ins', { smart_count: seen.signIns })} {seen.lastAt ? <Moment at={seen.lastAt} /> : null}
            </p>
          ) : (
            <p>{translate(ended.account ? 'enroll.seen_unknown' : 'enroll.seen_none')}</p>
          )}
          <ul>
            {seen.categories.map(({ category, times, lastAt }) => (
              <li key={category}>
                {translate(`enroll.seen.${category}`)}: {times}×, <Moment at={lastAt} />
              </li>
            ))}
          </ul>
        </section>
        <Note icon="shield">{translate('enroll.incident_open')}</Note>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {right.patientId ? (
            <Button component={LinkBase} to={`/patients/${right.patientId}/enroll`} variant="contained">{translate('enroll.right_one')}</Button>
          ) : (
            right.lookAlikes.map((one) => (
              <Button key={one.id} component={LinkBase} to={`/patients/${one.id}/enroll`}>
                {translate('enroll.right_named', { name: one.name, date: dateText(one.birthDate, locale) })}
              </Button>
            ))
          )}
          <Button onClick={onClose}>{translate('enroll.close')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}
