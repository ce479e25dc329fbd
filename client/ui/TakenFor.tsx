import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { LookAlikeReason } from '#domain/look-alikes.ts'
import type { PlainDate } from '#domain/time.ts'
import { dateText } from '#client/ui/format.ts'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { TextLink } from '#client/ui/TextLink.tsx'

export type LookAlikePerson = { id: string; name: string; birthDate: PlainDate; how: LookAlikeReason }

/** Who may be taken for this person: on the record and on every confirm, so that the wrong chart is not changed. */
export function TakenFor({ people }: { people: readonly LookAlikePerson[] }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  if (people.length === 0) return null
  return (
    <Note icon="people" tone="due">
      <strong>{translate('record.taken_for')}</strong>
      <ul>
        {people.map((one) => (
          <li key={one.id}>
            <TextLink to={`/patients/${one.id}`}>{one.name}</TextLink>{' '}
            <Box component="span" sx={{ color: 'ink2' }}>
              {translate('ui.born')} {dateText(one.birthDate, locale)} · {translate(`record.alike.${one.how}`)}
            </Box>
          </li>
        ))}
      </ul>
    </Note>
  )
}
