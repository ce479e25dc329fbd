import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { TodayRow } from '#domain/contracts/today.ts'
import type { TimeZone } from '#domain/time.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { dateText, timeText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { unseen } from '#client/ui/unseen.ts'

type WhoComesProps = { row: TodayRow; zone: TimeZone; more?: ReactNode }

/** When somebody comes, by the site's clock, and who: the name, marked where another could be taken for them, over birth date and age. */
export function WhoComes({ row, zone, more }: WhoComesProps) {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1.5 }}>
      <Box component="time" dateTime={row.startAt} sx={{ fontVariantNumeric: 'tabular-nums', color: 'ink2', fontWeight: 400 }}>
        {timeText(Date.parse(row.startAt), zone)}
      </Box>
      <Box component="span" sx={{ minWidth: more === undefined ? { sm: 200 } : 0 }}>
        {row.name}
        {row.lookAlike ? (
          <Box component="span" title={translate('today.alike')} sx={{ color: 'due', display: 'inline-flex', verticalAlign: 'text-bottom', marginInlineStart: 0.75 }}>
            <Icon name="people" size={16} />
            <Box component="span" sx={unseen}>{translate('today.alike')}</Box>
          </Box>
        ) : null}
        <Box component="span" sx={{ display: 'block', typography: 'table', fontWeight: 400, color: 'ink2' }}>
          <BornAndSpeaks row={row} />
          {more}
        </Box>
      </Box>
    </Box>
  )
}

/** Birth date, always with the age, and the language where it is not English. */
function BornAndSpeaks({ row }: { row: TodayRow }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const spoken = languageName(row.language, locale)
  return (
    <span>
      {dateText(row.birthDate, locale)} · {translate('ui.years', { smart_count: row.age })}
      {spoken ? ` · ${spoken}` : ''}
    </span>
  )
}

/** The name of a language as one reads it here; null for English and for none. */
function languageName(tag: string | null, locale: string): string | null {
  const base = tag?.split('-')[0]?.toLowerCase()
  if (!base || base === 'en') return null
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(base) ?? base
    return name.charAt(0).toUpperCase() + name.slice(1)
  } catch {
    return tag
  }
}
