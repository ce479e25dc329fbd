import Box from '@mui/material/Box'

/** Initials on the accent; they repeat a name that stands beside them. */
export function Avatar({ initials }: { initials: string }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        flex: 'none',
        width: 32,
        height: 32,
        borderRadius: '50%',
        color: 'onAccent',
        bgcolor: 'accent',
        fontSize: '0.75rem',
        fontWeight: 600,
      }}
    >
      {initials}
    </Box>
  )
}
