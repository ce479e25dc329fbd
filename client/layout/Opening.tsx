import Box from '@mui/material/Box'
import { useCallback, useEffect, useState } from 'react'
import { refreshSession } from '#client/layout/auth-provider.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Before it is known who sits here: asks the server, and says so when it cannot be reached. */
export function Opening() {
  const [error, setError] = useState<unknown>(null)
  const ask = useCallback(() => void refreshSession().catch(setError), [])
  useEffect(ask, [ask])
  return (
    <Box component="main" sx={{ p: 3 }}>
      {error ? <Failure error={error} onRetry={ask} /> : <Waiting />}
    </Box>
  )
}
