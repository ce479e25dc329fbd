import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { ageOn } from '#domain/birthdays.ts'
import { localDateOf, type PlainDate } from '#domain/time.ts'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'

/** Of whom a line is: name, and birth date with age. */
export function Whose({ name, birthDate }: { name: string; birthDate: PlainDate }) {
  const translate = useTranslate()
  const { locale, zone } = usePracticeTime()
  return (
    <span>
      {name}
      <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2', fontWeight: 400 }}>
        {translate('ui.born')} {dateText(birthDate, locale)} · {translate('ui.years', { smart_count: ageOn(birthDate, localDateOf(serverNow(), zone)) })}
      </Box>
    </span>
  )
}
