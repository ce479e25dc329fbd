import Box from '@mui/material/Box'
import { useNotify, useTranslate } from 'ra-core'
import type { PreparedLine } from '#client/proxy-access/prepared.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useMay } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { TextButton } from '#client/ui/TextLink.tsx'

/** An adult's own invitation that is ready: it was sent, or nobody needs it. */
export function SettlePrepared({ row }: { row: PreparedLine }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault } = useCommand()
  const may = useMay('proxy.worklist') !== '-'
  if (!may) return null
  const settle = async (state: 'sent' | 'not-needed') => {
    if (await run({ path: paths.settlePrepared(row.id), body: { state }, version: row.version }, touched)) notify('access.done_recorded', { type: 'success' })
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: 'flex-end' }}>
      <TextButton type="button" aria-label={`${translate('access.settle_sent')} ${row.patientName}`} onClick={() => void settle('sent')}>
        {translate('access.settle_sent')}
      </TextButton>
      <TextButton type="button" aria-label={`${translate('access.settle_not_needed')} ${row.patientName}`} onClick={() => void settle('not-needed')}>
        {translate('access.settle_not_needed')}
      </TextButton>
      <CommandFault fault={fault} onRetry={() => undefined} />
    </Box>
  )
}
