import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'

/** How the call can always go on safely; never off the screen. */
export function NextSafe({ text }: { text: string }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', gap: 1.25, p: 1.5, borderRadius: 1, bgcolor: 'accentSoft', color: 'ink', flex: 'none' }}>
      <Box sx={{ color: 'accent', display: 'inline-flex', pt: 0.25 }}><Icon name="right" size={16} /></Box>
      <span><strong>{translate('recovery.next_safe')}</strong> {text}</span>
    </Box>
  )
}
