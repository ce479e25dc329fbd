import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { KeyboardEvent } from 'react'
import type { TodayAnswer, TodayRow } from '#domain/contracts/today.ts'
import type { TimeZone } from '#domain/time.ts'
import { PortalState } from '#client/ui/PortalState.tsx'
import { rowsOf } from '#client/home/day-rows.ts'
import { useHeldRows } from '#client/ui/held-rows.ts'
import { Missing } from '#client/home/Missing.tsx'
import { NextButton } from '#client/patients/NextButton.tsx'
import type { Day, DayPart } from '#client/home/use-day.ts'
import { WhoComes } from '#client/home/WhoComes.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

function columnsAt(zone: TimeZone, status: (row: TodayRow) => string): Column<TodayRow>[] {
  return [
    { key: 'who', heading: 'today.who', cell: (row) => <WhoComes row={row} zone={zone} /> },
    { key: 'visit', heading: 'today.visit', cell: status, from: 'lg' },
    { key: 'portal', heading: 'patients.portal', cell: (row) => <PortalState state={row.portalState} /> },
    { key: 'missing', heading: 'today.missing', cell: (row) => <Missing next={row.nextAction} /> },
    { key: 'next', heading: 'today.act', align: 'right', cell: (row) => <NextButton person={{ ...row, id: row.patientId }} next={row.nextAction} /> },
  ]
}

const nobody: Record<DayPart, { title: string; kind: 'all-done' | 'first-day' }> = {
  'to-come': { title: 'today.nobody_left', kind: 'all-done' },
  'not-enrolled': { title: 'today.all_enrolled', kind: 'all-done' },
  'whole-day': { title: 'today.nobody', kind: 'first-day' },
}

/** The people of a day in their order: rows stay where they are while they are read, new ones wait above them. */
export function DayList({ answer, site, day }: { answer: TodayAnswer; site: NonNullable<TodayAnswer['site']>; day: Day }) {
  const translate = useTranslate()
  const rows = rowsOf(day.part, answer.rows, day.now)
  const { shown, fresh, show } = useHeldRows(rows, (row) => row.id, `${site.id} ${answer.day} ${day.part}`)
  if (rows.length === 0) {
    const none = answer.rows.length === 0 ? nobody['whole-day'] : nobody[day.part]
    return <EmptyState kind={none.kind} title={translate(none.title)} text={answer.rows.length === 0 ? translate('today.nobody_text') : undefined} />
  }
  return (
    <Box onKeyDown={pressRowButton}>
      {fresh > 0 ? (
        <Box role="status" sx={{ px: 2, py: 0.75, borderBottom: '1px solid', borderColor: 'line', bgcolor: 'accentSoft' }}>
          <TextButton type="button" onClick={show}>
            {translate('today.fresh', { smart_count: fresh })}
          </TextButton>
        </Box>
      ) : null}
      <Rows
        label={translate('today.title', { site: site.name })}
        rows={shown}
        rowKey={(row) => row.id}
        columns={columnsAt(site.timeZone, (row) => translate(`today.status.${row.status}`))}
        to={(row) => `/patients/${row.patientId}`}
      />
      {answer.more ? (
        <Box sx={{ p: 2 }}>
          <Note icon="table">{translate('today.more', { shown: answer.rows.length })}</Note>
        </Box>
      ) : null}
    </Box>
  )
}

/** Ctrl Enter on a row presses its one button. */
function pressRowButton(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const button = (event.target as HTMLElement).closest('tr')?.querySelector<HTMLElement>('[data-row-button]')
  if (!button) return
  event.preventDefault()
  button.click()
}
