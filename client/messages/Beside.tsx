import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { memo, useId, type ReactNode } from 'react'
import type { ThreadAnswer, ThreadRow } from '#domain/contracts/messages.ts'
import { BesideFacts } from '#client/messages/BesideFacts.tsx'
import { ClockLine } from '#client/messages/ClockLine.tsx'
import { DueChip } from '#client/messages/DueChip.tsx'
import { PersonDot } from '#client/messages/PersonDot.tsx'
import { Moment } from '#client/ui/Moment.tsx'

type BesideProps = { thread: ThreadAnswer; present: ThreadRow['present'] }

/** Beside a thread: its clock as a line, who is at it, and what one should know of the person. */
export const Beside = memo(function Beside({ thread, present }: BesideProps) {
  const translate = useTranslate()
  const { row } = thread
  return (
    <>
      <Part title={translate('messages.clock')} aside={row.flagged ? null : <DueChip row={row} />}>
        <ClockLine thread={thread} />
      </Part>
      <Part title={translate('messages.on_thread')}>
        <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
          {row.assignee ? (
            <Someone name={row.assignee.name} mine={row.mine}>
              {row.mine ? translate('messages.you') : row.assignee.name}
              {row.heldSinceAt ? <>, {translate('messages.since')} <Moment at={row.heldSinceAt} /></> : null}
            </Someone>
          ) : <Box component="li" sx={{ color: 'ink2' }}>{translate('messages.nobody_has')}</Box>}
          {present.filter(({ id }) => id !== row.assignee?.id).map(({ id, name, doing }) => (
            <Someone key={id} name={name} mine={false} isHere>{name} {translate(`messages.doing.${doing}`)}</Someone>
          ))}
          {row.assignee && !row.mine && present.some(({ id }) => id === row.assignee?.id) ? <Box component="li" sx={{ typography: 'table', color: 'ok' }}>{translate('messages.is_here')}</Box> : null}
        </Box>
        <Box sx={{ typography: 'table', color: 'ink2', mt: 1 }}>{row.queueName}</Box>
      </Part>
      <Part title={translate('messages.beside')}>
        <BesideFacts thread={thread} />
      </Part>
    </>
  )
})

function Someone({ name, mine, isHere = false, children }: { name: string; mine: boolean; isHere?: boolean; children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <PersonDot name={name} mine={mine} size={24} />
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {isHere ? <Box component="span" aria-hidden sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: 'ok', outline: '3px solid', outlineColor: 'var(--pd-palette-okSoft)' }} /> : null}
    </Box>
  )
}

function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <Box component="section" aria-labelledby={id} sx={{ py: 2, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0, pt: 0.5 } }}>
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
        <Box component="h3" id={id} sx={{ typography: 'h2' }}>{title}</Box>
        {aside}
      </Box>
      {children}
    </Box>
  )
}
