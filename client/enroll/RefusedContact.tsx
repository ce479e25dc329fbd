import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

type RefusedContactProps = { text: string; kind: 'email' | 'phone'; /** Its reason stands beneath it. */ explained: boolean; onAsk: () => void }

/** A contact that cannot be used: it stays in sight, and says why when asked. */
export function RefusedContact({ text, kind, explained, onAsk }: RefusedContactProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', minHeight: 40, px: 1.25, py: 0.5, borderRadius: 1, border: explained ? '2px solid' : '1px dashed', borderColor: explained ? 'late' : 'line2' }}>
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {text} <Box component="span" sx={{ color: 'ink2' }}>· {translate(`enroll.kind_${kind}`)}</Box>
      </Box>
      <Box component="span" sx={{ color: 'late', display: 'inline-flex', gap: 0.5, alignItems: 'center', typography: 'table' }}>
        <Icon name="blocked" size={16} /> {translate('enroll.not_usable')}
      </Box>
      {explained ? null : <TextButton type="button" onClick={onAsk}>{translate('enroll.why_not')}</TextButton>}
    </Box>
  )
}
