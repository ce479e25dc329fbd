import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Card } from '#client/ui/Card.tsx'
import { ReasonForm } from '#client/ui/ReasonForm.tsx'

/** Some roles say why before a record opens. */
export function AskReason(props: { onGive: (reason: string) => void; onLeave: () => void }) {
  const translate = useTranslate()
  return (
    <Box sx={{ maxWidth: 560 }}>
      <Card title={translate('ui.restricted.title')}>
        <ReasonForm label={translate('ui.restricted.words')} hint={translate('patients.reason_kept')} leave={translate('ui.restricted.leave')} {...props} />
      </Card>
    </Box>
  )
}
