import Box from '@mui/material/Box'
import { useLocale, useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import { refusalOf } from '#domain/reasons.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Say } from '#client/ui/Say.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

type RefusedGrantProps = { name: string; action?: ReactNode; bare?: boolean }

/** A grant that a safety note stops: that it is so, never why; what to say and what not; where the request is now. */
export function RefusedGrant({ name, action, bare = false }: RefusedGrantProps) {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const id = useId()
  const refusal = refusalOf('PROXY_NEEDS_PRIVACY_OFFICER', language)
  const frame = bare ? {} : { bgcolor: 'surface', border: '1px solid', borderColor: 'late', borderRadius: 1.25 }
  return (
    <Box component="section" aria-labelledby={id} sx={frame}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', px: bare ? 0 : 2, py: 1.25, borderBottom: '1px solid', borderColor: 'line' }}>
        <Box sx={{ color: 'late', display: 'inline-flex' }}>
          <Icon name="blocked" />
        </Box>
        <Box component="h2" id={id}>
          {translate('access.refused', { name })}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gap: 1.5, p: bare ? 0 : 2, pt: 1.5 }}>
        <Box component="p" sx={{ color: 'ink2' }}>
          {refusal.message}
        </Box>
        {refusal.say ? <Say>{refusal.say}</Say> : null}
        <Note icon="unsaid" tone="late">
          {translate('access.do_not_say')}
        </Note>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {action ?? <StateChip state="due">{translate('access.with_privacy')}</StateChip>}
          <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>
            {translate('ui.rule', { rule: refusal.rule })}
          </Box>
        </Box>
      </Box>
    </Box>
  )
}
