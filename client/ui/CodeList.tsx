import Box from '@mui/material/Box'

/** Recovery codes, to be written down; shown once and kept nowhere. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <Box
      component="ul"
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
        p: 2,
        borderRadius: 1,
        bgcolor: 'sunken',
        fontFamily: 'monospace',
        fontSize: '0.9375rem',
      }}
    >
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </Box>
  )
}
