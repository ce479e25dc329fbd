import Box from '@mui/material/Box'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { z } from 'zod'
import type { siteCalendar } from '#domain/contracts/message-settings.ts'
import { Acts } from '#client/message-setup/Acts.tsx'
import { HoursPanel } from '#client/message-setup/HoursPanel.tsx'
import { ReadCard } from '#client/message-setup/ReadCard.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

export type Calendar = z.infer<typeof siteCalendar>

/** The hours that count for each site's reply clocks, and its own days. */
export function OfficeHours() {
  const translate = useTranslate()
  const notify = useNotify()
  const { locale } = usePracticeTime()
  const read = useRead<Calendar[]>('site-calendars', { path: '/site-calendars' })
  const [open, setOpen] = useState<Calendar | null>(null)
  return (
    <>
      <ReadCard read={read} title={translate('setup.hours')} aside={translate('setup.hours_aside')}>
        {(calendars) => (calendars.length === 0
          ? <EmptyState kind="first-day" title={translate('setup.no_site_yet')} />
          : <Rows label={translate('setup.hours')} rows={calendars} rowKey={({ siteId }) => siteId} columns={columnsOf(translate, locale, setOpen)} />)}
      </ReadCard>
      {open ? (
        <HoursPanel
          calendar={open}
          onClose={() => setOpen(null)}
          onDone={(toRecompute) => {
            setOpen(null)
            notify('setup.hours_kept', { type: 'success', messageArgs: { smart_count: toRecompute } })
          }}
        />
      ) : null}
    </>
  )
}

function columnsOf(translate: TranslateFunction, locale: string, onChange: (calendar: Calendar) => void): Column<Calendar>[] {
  const days = (on: readonly string[]) => (on.length === 0 ? '–' : on.map((one) => dateText(one, locale)).join(', '))
  return [
    { key: 'site', heading: 'setup.site', cell: ({ siteName }) => siteName },
    { key: 'hours', heading: 'setup.open_hours', cell: ({ hours }) => <Hours hours={hours} /> },
    { key: 'closed', heading: 'setup.also_closed', cell: ({ alsoClosedOn }) => days(alsoClosedOn), from: 'md' },
    { key: 'open', heading: 'setup.open_anyway', cell: ({ openAnywayOn }) => days(openAnywayOn), from: 'md' },
    { key: 'walk', heading: 'setup.clocks', cell: ({ toRecompute }) => (toRecompute > 0 ? translate('setup.reckoning', { smart_count: toRecompute }) : translate('setup.up_to_date')), from: 'lg' },
    { key: 'act', heading: 'setup.act', align: 'right', cell: (calendar) => <Acts name={calendar.siteName} acts={[{ label: 'setup.change', run: () => onChange(calendar) }]} /> },
  ]
}

function Hours({ hours }: Pick<Calendar, 'hours'>) {
  const translate = useTranslate()
  if (hours === null) return <Box component="span" sx={{ color: 'ink2' }}>{translate('setup.portals_hours')}</Box>
  const lines = Object.entries(hours).map(([day, intervals]) => `${translate(`setup.day.${day}`)} ${intervals.length === 0 ? translate('setup.closed') : intervals.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')}`)
  return <>{lines.join(' · ')}</>
}
