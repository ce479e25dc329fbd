import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { ReasonForm } from '#client/ui/ReasonForm.tsx'

/** Whoever looks over queues without answering in them says why before a thread's text opens. */
export function AskWhy(props: { onGive: (reason: string) => void; onLeave: () => void }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', gap: 1.5, p: 3, maxWidth: 560 }}>
      <Box component="h2" sx={{ typography: 'lead' }}>{translate('messages.why_open')}</Box>
      <ReasonForm label={translate('ui.reason')} hint={translate('ui.reason_hint')} leave={translate('ui.leave_it')} {...props} />
    </Box>
  )
}
