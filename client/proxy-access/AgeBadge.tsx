import Box from '@mui/material/Box'

/** The age that is reached, as a badge beside the name. */
export function AgeBadge({ age }: { age: number }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', justifyContent: 'center', flex: 'none', width: 32, height: 32, borderRadius: 0.75, bgcolor: 'sunken', color: 'ink', fontWeight: 650 }}
    >
      {age}
    </Box>
  )
}
