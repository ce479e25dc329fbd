import Box from '@mui/material/Box'

/** Initials of a name that stands beside them. */
export function Initials({ name }: { name: string }) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? '').join('')
  return (
    <Box component="span" aria-hidden="true" sx={{ flex: 'none', display: 'inline-flex', alignItems: 'center', justifyContent: 'center', width: 32, height: 32, borderRadius: '50%', bgcolor: 'sunken', border: '1px solid', borderColor: 'line', color: 'ink2', fontSize: '0.6875rem', fontWeight: 600 }}>
      {letters}
    </Box>
  )
}
