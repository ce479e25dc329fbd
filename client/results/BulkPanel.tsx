import Box from '@mui/material/Box'
import { useNotify, useTranslate } from 'ra-core'
import type { ResultRow } from '#domain/contracts/results.ts'
import { touched } from '#client/results/acts.ts'
import { usePreview } from '#client/results/use-results.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Born } from '#client/ui/Born.tsx'
import { Refused } from '#client/ui/refused.ts'
import { Note } from '#client/ui/Note.tsx'

type BulkPanelProps = { rows: readonly ResultRow[]; onDone: () => void; onClose: () => void }

/** Ordinary results together: each with who will see it, one confirmation, all of them or none. */
export function BulkPanel({ rows, onDone, onClose }: BulkPanelProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand<{ released: readonly unknown[]; told: number }>()
  const submit = async () => {
    const body = { results: rows.map(({ id, version }) => ({ id, version })), reason: translate('results.reason_release') }
    const answer = await run({ path: '/results/release-many', body }, touched)
    if (!answer) return
    notify('results.done_many', { type: 'success', messageArgs: { smart_count: answer.data.released.length } })
    onDone()
  }
  const against = fault instanceof Refused ? (fault.problem.current as { id?: string } | undefined)?.id : undefined
  const stands = rows.find(({ id }) => id === against)
  return (
    <FormPanel title={translate('results.bulk_title', { smart_count: rows.length })} confirm={translate('results.bulk_do', { smart_count: rows.length })} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Box component="ul" sx={{ display: 'grid', gap: 1.25 }}>{rows.map((row) => <Line key={row.id} row={row} />)}</Box>
      {stands ? <Note icon="blocked" tone="late">{translate('results.bulk_stands', { name: stands.patientName, what: stands.name })}</Note> : null}
      <Note icon="mail">{translate('results.bulk_effect')}</Note>
    </FormPanel>
  )
}

function Line({ row }: { row: ResultRow }) {
  const translate = useTranslate()
  const { data } = usePreview(row.id)
  const seers = data?.released.filter(({ visible }) => visible).map(({ name, relation }) => (relation ? `${name} (${relation})` : name)) ?? []
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.25, pb: 1, borderBottom: '1px solid', borderColor: 'line' }}>
      <Box><strong>{row.patientName}</strong>, <Born birthDate={row.birthDate} age={row.age} /></Box>
      <Box>{row.name} · {row.portalName}</Box>
      <Box sx={{ typography: 'table', color: 'ink2' }}>{data ? seers.length === 0 ? translate('results.nobody_sees') : translate('results.will_see', { names: seers.join(', ') }) : '…'}</Box>
    </Box>
  )
}
