import Box from '@mui/material/Box'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Before it is known who sits here. */
export function Opening() {
  return (
    <Box component="main" sx={{ p: 3 }}>
      <Waiting />
    </Box>
  )
}
