import Box from '@mui/material/Box'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { Identity } from '#client/ui/Identity.tsx'

/** At the head of a thread's dialogs: about whom, and about what. */
export function ThreadWhom({ thread: { row } }: { thread: ThreadAnswer }) {
  return (
    <Box>
      <Box sx={{ typography: 'lead' }}>{row.patient?.name ?? row.subject}</Box>
      {row.patient ? <Box sx={{ color: 'ink2' }}><Identity birthDate={row.patient.birthDate} age={row.patient.age} mrnTail={row.patient.mrnTail} /></Box> : null}
      {row.patient ? <Box sx={{ color: 'ink2' }}>{row.subject}</Box> : null}
    </Box>
  )
}
