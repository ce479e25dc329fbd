import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { Note } from '#client/ui/Note.tsx'

/** The thread waits for the patient: whether its clock stands, and the way to go on without them. */
export function WaitsNote({ thread: { row, may } }: { thread: ThreadAnswer }) {
  const translate = useTranslate()
  const acts = useThreadActs(row)
  const goOn = () => void acts.act('go-on')
  const mayGoOn = may.reply === null || may.claim === null
  return (
    <Box>
      <Note icon="held" action={mayGoOn ? <Button size="small" disabled={acts.pending} onClick={goOn}>{translate('messages.go_on')}</Button> : undefined}>
        {translate(row.clock?.paused ? 'messages.waits_paused' : 'messages.waits_runs')}
      </Note>
      <CommandFault fault={acts.fault} onRetry={goOn} />
    </Box>
  )
}
