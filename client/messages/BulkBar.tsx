import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { BulkAssign } from '#client/messages/BulkAssign.tsx'
import { BulkForward } from '#client/messages/BulkForward.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

/** What a manager does with several threads at once: one command, in the log as one. */
export function BulkBar({ rows, queues, onDone }: { rows: readonly ThreadRow[]; queues: readonly QueueLine[]; onDone: () => void }) {
  const translate = useTranslate()
  const [open, setOpen] = useState<'assign' | 'forward' | null>(null)
  const close = () => setOpen(null)
  const done = () => {
    close()
    onDone()
  }
  return (
    <Box role="region" aria-label={translate('messages.picked', { smart_count: rows.length })} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 2, py: 1.25, bgcolor: 'accentSoft', borderTop: '1px solid', borderColor: 'line' }}>
      <Box sx={{ flex: '1 1 100%', display: 'flex', gap: 1, justifyContent: 'space-between' }}>
        <strong>{translate('messages.picked', { smart_count: rows.length })}</strong>
        <TextButton type="button" onClick={onDone}>{translate('messages.pick_none')}</TextButton>
      </Box>
      <Button variant="contained" onClick={() => setOpen('assign')}>{translate('messages.assign_some', { smart_count: rows.length })}</Button>
      <Button onClick={() => setOpen('forward')}>{translate('messages.forward')}</Button>
      {open === 'assign' ? <BulkAssign rows={rows} onClose={close} onDone={done} /> : null}
      {open === 'forward' ? <BulkForward rows={rows} queues={queues} onClose={close} onDone={done} /> : null}
    </Box>
  )
}
