import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Mark } from '#client/ui/Highlight.tsx'
import type { PlainDate } from '#domain/time.ts'

/** The birth date, always with the age; `marked` where it is what was looked for. */
export function Born({ birthDate, age, marked = false }: { birthDate: PlainDate; age: number; marked?: boolean }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const date = dateText(birthDate, locale)
  return (
    <span>
      {translate('ui.born')}{' '}
      <Box component="strong" sx={{ fontWeight: 600 }}>
        {marked ? <Mark>{date}</Mark> : date}
      </Box>
      {' · '}
      {translate('ui.years', { smart_count: age })}
    </span>
  )
}
