import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallScript } from '#domain/recovery/script.ts'
import { Icon } from '#client/ui/Icon.tsx'

/** What is said now: the largest text of the screen, in the caller's language. To a TTY as the lines that are typed. */
export function SayNow({ script, language }: { script: CallScript; language: 'en' | 'es' }) {
  const translate = useTranslate()
  const { sayNow, lines, meaning, hint } = script
  return (
    <Box
      component="section"
      aria-label={translate('recovery.say_now')}
      sx={{ flex: 'none', bgcolor: 'surface', border: '1px solid', borderColor: 'line', borderLeft: '4px solid', borderLeftColor: 'accent', borderRadius: 1.25, px: 2.5, py: 1.25 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'accent', typography: 'table', fontWeight: 600 }}>
        <Icon name="chat" size={16} /> {translate('recovery.say_now')}
      </Box>
      <Box component="blockquote" role="status" lang={language} sx={{ fontSize: '1.25rem', lineHeight: '28px', fontWeight: 400, color: 'ink', mt: 0.25 }}>
        {lines.length > 0 ? (
          <Box component="ul" aria-label={translate('recovery.tty_lines')} sx={{ fontSize: '1rem', lineHeight: '24px' }}>
            {lines.map((line) => <li key={line}>{line}</li>)}
          </Box>
        ) : (
          `“${sayNow}”`
        )}
      </Box>
      {meaning ? <Box sx={{ typography: 'table', color: 'ink2', mt: 0.5 }}>{translate('recovery.meaning', { text: meaning })}</Box> : null}
      {hint ? <Box sx={{ typography: 'table', color: 'ink2', mt: 0.5 }}>{hint}</Box> : null}
    </Box>
  )
}
