import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLocale, useTranslate } from 'ra-core'
import type { ImportAnswer } from '#domain/contracts/feeds.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { LongJob } from '#client/ui/LongJob.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'
import { spanText } from '#client/ui/format.ts'
import { SECOND } from '#domain/time.ts'

const figures = ['created', 'changed', 'unchanged', 'refused'] as const
const underWay: readonly string[] = ['waiting', 'running']
const canGoOn: readonly string[] = ['broken-off', 'cancelled', 'failed']

/** How far an import is, what came of it so far, and the way to stop it or to go on. */
export function ImportProgress({ row, mayImport }: { row: ImportAnswer; mayImport: boolean }) {
  const translate = useTranslate()
  const locale = useLocale()
  const { run, fault, pending } = useCommand<ImportAnswer>()
  const act = (name: 'cancel' | 'resume') => void run({ path: `/imports/${row.id}/${name}` }, ['imports'])
  const figure = (value: number) => value.toLocaleString(locale)
  const speed = row.rowsPerSecond === null ? '' : translate('feeds.speed', { rows: figure(row.rowsPerSecond) })
  const left = row.remainingSeconds === null ? '' : translate('feeds.left', { span: spanText(row.remainingSeconds * SECOND) })
  const isUnderWay = underWay.includes(row.state)
  return (
    <Card flush>
      <LongJob
        title={translate(row.dryRun ? 'feeds.trying' : 'feeds.importing')}
        done={row.read}
        total={rowsInAll(row)}
        unit={translate('feeds.rows_read')}
        pace={[speed, left].filter(Boolean).join(' · ')}
      >
        {mayImport && isUnderWay && !row.cancelling ? (
          <Button disabled={pending} onClick={() => act('cancel')}>{translate('feeds.cancel')}</Button>
        ) : null}
        {mayImport && canGoOn.includes(row.state) ? (
          <Button variant="contained" disabled={pending} onClick={() => act('resume')}>{translate('feeds.go_on')}</Button>
        ) : null}
      </LongJob>
      <Box sx={{ display: 'grid', gap: 2, px: 2, pb: 2 }}>
        {row.failure ? <Refusal refusal={{ code: row.state, ...row.failure }} /> : null}
        {row.cancelling ? <Note icon="held" live>{translate('feeds.cancelling_text')}</Note> : null}
        {row.state === 'cancelled' || row.state === 'broken-off' ? <Note icon="held" tone="due">{translate(`feeds.stopped.${row.state}`)}</Note> : null}
        {row.dryRun ? <Note icon="flask">{translate('feeds.trial_text')}</Note> : null}
        <Facts
          facts={[
            ...figures.map((name) => ({ key: name, name: translate(`feeds.${name}`), value: figure(row[name]) })),
            { key: 'begun', name: translate('feeds.begun'), value: row.startedAt ? <Moment at={row.startedAt} /> : '–' },
            { key: 'ended', name: translate('feeds.ended'), value: row.endedAt ? <Moment at={row.endedAt} /> : '–' },
          ]}
        />
        <CommandFault fault={fault} onRetry={() => act(isUnderWay ? 'cancel' : 'resume')} />
      </Box>
    </Card>
  )
}

/** Rows in all, as the bytes read so far let expect; of what is over, those that were read. */
function rowsInAll({ state, read, files }: ImportAnswer): number {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const done = files.reduce((sum, file) => sum + file.bytesDone, 0)
  return state === 'done' || done === 0 ? Math.max(read, 1) : Math.round((read * size) / done)
}
