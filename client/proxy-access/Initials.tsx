import Box from '@mui/material/Box'

/** First letters of a name that stands beside them, in a quiet circle: people of a patient, not of the staff. */
export function Initials({ name }: { name: string }) {
  const words = name.split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: { xs: 'none', sm: 'inline-flex' }, alignItems: 'center', justifyContent: 'center', flex: 'none', width: 28, height: 28, borderRadius: '50%',
        color: 'ink2', bgcolor: 'sunken', border: '1px solid', borderColor: 'line', fontSize: '0.6875rem', fontWeight: 600,
      }}
    >
      {letters}
    </Box>
  )
}
