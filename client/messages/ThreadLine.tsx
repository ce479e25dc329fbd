import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { DueChip } from '#client/messages/DueChip.tsx'
import { DueUnder } from '#client/messages/DueUnder.tsx'
import { PersonDot } from '#client/messages/PersonDot.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const

/** One thread of the list: who, how it stands, about what, until when, and its first words. */
export function ThreadLine({ row }: { row: ThreadRow }) {
  const translate = useTranslate()
  const isOurs = row.state === 'waiting' || (row.clock !== null && row.clock.answeredAt !== null)
  return (
    <Box component="span" sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1, rowGap: 0.25, alignItems: 'center' }}>
      <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'center', minWidth: 0, fontWeight: 500 }}>
        <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{row.patient?.name ?? translate('messages.closed_chart')}</Box>
        {row.assignee ? <PersonDot name={row.assignee.name} mine={row.mine} /> : null}
      </Box>
      <Box component="span" sx={{ justifySelf: 'end' }}><DueChip row={row} /></Box>
      <Box component="span" sx={{ ...cut, typography: 'table', fontWeight: 500 }}>{row.subject}</Box>
      <Box component="span" sx={{ justifySelf: 'end' }}><DueUnder row={row} /></Box>
      <Box component="span" sx={{ ...cut, typography: 'table', color: 'ink2', gridColumn: row.notRead ? 'auto' : '1 / -1' }}>
        {row.writtenBy && !isOurs ? `${row.writtenBy}: ` : ''}
        {row.line === null ? row.queueName : isOurs ? translate('messages.we_wrote', { line: row.line }) : `“${row.line}”`}
      </Box>
      {row.notRead ? <Box component="span" sx={{ justifySelf: 'end' }}><StateChip state="due" icon="unsaid">{translate('messages.not_read')}</StateChip></Box> : null}
    </Box>
  )
}
