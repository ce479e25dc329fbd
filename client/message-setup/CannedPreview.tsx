import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CannedPart } from '#domain/messages/canned.ts'

/** The text as it will stand: what the record fills on a ground, what has to be typed in a dashed frame. */
export function CannedPreview({ parts, language }: { parts: readonly CannedPart[]; language: string }) {
  const translate = useTranslate()
  const placed = parts.map((part, at) => ({ ...part, key: `${at} ${part.text}` }))
  return (
    <Box component="section" aria-label={translate('setup.preview')} sx={{ p: 1.5, borderRadius: 1, bgcolor: 'sunken', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} lang={language}>
      {placed.map(({ key, text, field, missing }) => (field === null ? text : (
        <Box key={key} component="span" title={translate(missing ? 'setup.typed_by_hand' : 'setup.from_record')} sx={{ px: 0.5, borderRadius: 0.5, ...(missing ? { border: '1.5px dashed', borderColor: 'due', color: 'due' } : { bgcolor: 'accentSoft' }) }}>{text}</Box>
      )))}
      {parts.some(({ missing }) => missing) ? <Box component="p" sx={{ typography: 'small', color: 'ink2', mt: 1, whiteSpace: 'normal' }} lang="">{translate('setup.missing_note')}</Box> : null}
    </Box>
  )
}
