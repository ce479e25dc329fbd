import Box from '@mui/material/Box'
import { ServerFault } from '#client/ui/ServerFault.tsx'

/** A screen broke while it was drawn: the same words as a server's fault, and the page is loaded anew. */
export function Broken() {
  return (
    <Box component="main" sx={{ display: 'grid', placeItems: 'center', minHeight: '100dvh' }}>
      <ServerFault requestId="" onRetry={() => window.location.reload()} />
    </Box>
  )
}
