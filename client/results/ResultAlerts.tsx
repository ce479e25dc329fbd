import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'

type ResultAlertsProps = { result: ResultAnswer; peopleChanged: boolean; onCalled: () => void; onSeenPeople: () => void }

/** What has to be known before anything is done: a critical value, a correction, other people than before, values to come. */
export function ResultAlerts({ result, peopleChanged, onCalled, onSeenPeople }: ResultAlertsProps) {
  const translate = useTranslate()
  const phone = result.phoneOnFile
  return (
    <>
      {result.critical && !result.called ? (
        <Note icon="flag" tone="late" action={<Button size="small" onClick={onCalled}>{translate('results.called_do')}</Button>}>
          <strong>{translate('results.critical')}</strong>{' '}
          {phone ? <Box component="a" href={`tel:${phone}`} sx={{ color: 'accent' }}>{phone}</Box> : translate('results.no_phone')}
        </Note>
      ) : null}
      {result.correctedAt ? <Note icon="flag" tone="due">{translate('results.corrected_note')} <Moment at={result.correctedAt} />. {translate('results.corrected_struck')}</Note> : null}
      {result.forPatient.code === 'VALUES_TO_COME' ? <Note icon="clock" tone="due">{translate('results.values_to_come')}</Note> : null}
      {peopleChanged ? <Note icon="people" tone="due" live action={<Button size="small" onClick={onSeenPeople}>{translate('results.people_seen')}</Button>}>{translate('results.people_changed')}</Note> : null}
    </>
  )
}
