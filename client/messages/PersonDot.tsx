import Box from '@mui/material/Box'

/** Letters of a colleague's name in a small circle, filled where it is oneself; the name is beside it or on hover. */
export function PersonDot({ name, mine, size = 20 }: { name: string; mine: boolean; size?: number }) {
  const words = name.replace(/^(Dr|Mr|Ms|Mrs)\.?\s+/u, '').split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
  return (
    <Box
      component="span"
      title={name}
      role="img"
      aria-label={name}
      sx={{
        display: 'inline-flex', alignItems: 'center', justifyContent: 'center', flex: 'none', width: size, height: size, borderRadius: '50%',
        color: mine ? 'onAccent' : 'ink2', bgcolor: mine ? 'accent' : 'sunken', border: '1px solid', borderColor: mine ? 'accent' : 'line', fontSize: '0.6875rem', fontWeight: 600, lineHeight: 1,
      }}
    >
      <span aria-hidden>{letters}</span>
    </Box>
  )
}
