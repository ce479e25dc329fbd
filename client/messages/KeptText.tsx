import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Note } from '#client/ui/Note.tsx'

/** What somebody wrote before they lost the thread: kept, to be read and copied, not to be sent from here. */
export function KeptText({ text }: { text: string }) {
  const translate = useTranslate()
  return (
    <Box sx={{ mb: 1 }}>
      <Note icon="flag" tone="due" live>
        <Box sx={{ fontWeight: 500 }}>{translate('messages.text_kept')}</Box>
        <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 120, overflowY: 'auto' }}>{text}</Box>
      </Note>
    </Box>
  )
}
