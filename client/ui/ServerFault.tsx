import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { Centered } from '#client/ui/Centered.tsx'

/** The server could not: nothing was changed, a number to tell, and another try. */
export function ServerFault({ requestId, onRetry }: { requestId: string; onRetry: () => void }) {
  const translate = useTranslate()
  return (
    <Centered icon="late" tone="late" title={translate('ui.fault.title')} text={translate('ui.fault.text')}>
      {requestId ? (
        <Box component="span" sx={{ fontWeight: 600, letterSpacing: '0.02em' }}>
          {requestId.slice(0, 9).toUpperCase()}
        </Box>
      ) : null}
      <Button variant="contained" onClick={onRetry}>
        {translate('ui.fault.again')}
      </Button>
    </Centered>
  )
}
