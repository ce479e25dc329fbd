import Box from '@mui/material/Box'
import { Icon } from '#client/ui/Icon.tsx'

/** The door on its ground; the name stands beside it. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        flex: 'none',
        color: 'onAccent',
        bgcolor: 'accent',
        borderRadius: 0.75,
      }}
      style={{ width: size, height: size }}
    >
      <Icon name="door" size={size * 0.6} />
    </Box>
  )
}
