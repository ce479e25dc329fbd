import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDataProvider, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { HoldReview, HoldSheet } from '#domain/contracts/result-care.ts'
import { HoldLine } from '#client/results/HoldLine.tsx'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'
import { Page } from '#client/layout/Page.tsx'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Field } from '#client/ui/Field.tsx'
import { FilterBar } from '#client/ui/FilterBar.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { TextLink } from '#client/ui/TextLink.tsx'
import { serverNow } from '#client/ui/ticking.ts'
import { addDays, localDateOf } from '#domain/time.ts'

/** Every hold of some days with its evidence, asked for with a reason, to read or to take along as a file. */
export default function HoldsPage() {
  const translate = useTranslate()
  const dataProvider = useDataProvider<ConsoleDataProvider>()
  const { zone } = usePracticeTime()
  const [to, setTo] = useState(() => localDateOf(serverNow(), zone))
  const [from, setFrom] = useState(() => addDays(localDateOf(serverNow(), zone), -30))
  const [reason, setReason] = useState('')
  const [found, setFound] = useState<HoldReview | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const body = { from, to, reason: reason.trim() }
  const ask = async <T,>(path: string, more: object, take: (data: T) => void) => {
    try {
      setFault(null)
      take((await dataProvider.read<T>({ path, body: { ...body, ...more } })).data)
    } catch (error) {
      setFault(error)
    }
  }
  const search = () => ask<HoldReview>('/holds/search', {}, setFound)
  const more = () => ask<HoldReview>('/holds/search', { after: found?.next }, (data) => setFound({ ...data, rows: [...(found?.rows ?? []), ...data.rows] }))
  const save = () => ask<HoldSheet>('/holds/export', {}, handOver)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void search()
  }
  return (
    <Page name="results.holds_page" title={translate('results.holds_page')} under={<TextLink to="/dashboards/results">{translate('results.to_dashboard')}</TextLink>}>
      <Box component="form" onSubmit={submit}>
        <FilterBar>
          <Field label={translate('results.from_day')} type="date" required value={from} max={to} onChange={(event) => setFrom(event.target.value)} />
          <Field label={translate('results.to_day')} type="date" required value={to} min={from} onChange={(event) => setTo(event.target.value)} />
          <Box sx={{ flex: 1, minWidth: 220 }}><Field label={translate('results.review_reason')} required minLength={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></Box>
          <Button type="submit" variant="contained">{translate('results.show_holds')}</Button>
        </FilterBar>
      </Box>
      {fault === null ? null : <Failure error={fault} onRetry={() => void search()} />}
      {found ? (
        <Card title={translate('results.holds_found', { smart_count: found.rows.length })} aside={found.rows.length > 0 ? <Button size="small" onClick={() => void save()}>{translate('results.save_csv')}</Button> : undefined} flush>
          {found.rows.length === 0 ? <EmptyState kind="nothing-found" title={translate('results.holds_none')} /> : null}
          <ul>{found.rows.map((row) => <HoldLine key={row.id} row={row} />)}</ul>
          {found.next === null ? null : <Box sx={{ p: 2 }}><Button onClick={() => void more()}>{translate('results.more')}</Button></Box>}
        </Card>
      ) : null}
    </Page>
  )
}

function handOver({ fileName, csv }: HoldSheet): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
