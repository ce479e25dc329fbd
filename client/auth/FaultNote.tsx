import Box from '@mui/material/Box'
import { Note } from '#client/ui/Note.tsx'
import type { AttemptFault } from '#client/auth/use-attempt.ts'

/** The one answer to a step that was not taken; it never says whether a name exists. */
export function FaultNote({ fault }: { fault: AttemptFault }) {
  if (!fault) return null
  return (
    <div role="alert">
      <Note icon="late" tone="late">
        <Box component="strong" sx={{ fontWeight: 600 }}>
          {fault.message}
        </Box>{' '}
        {fault.next}
      </Note>
    </div>
  )
}
