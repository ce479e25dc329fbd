import Box from '@mui/material/Box'

/** A sentence to say aloud: in quotes, with a bar, never mixed with text for staff. */
export function Say({ children }: { children: string }) {
  return (
    <Box
      component="blockquote"
      sx={{ typography: 'lead', fontWeight: 400, pl: 1.5, py: 0.25, borderLeft: '3px solid', borderColor: 'accent' }}
    >
      “{children}”
    </Box>
  )
}
