import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { Say } from '#client/ui/Say.tsx'
import type { RefusalText } from '#client/ui/refused.ts'

/** A refusal in its four parts: what is so, the next safe step (as a button where there is one), a sentence, the rule. */
export function Refusal({ refusal, action }: { refusal: RefusalText; action?: ReactNode }) {
  const translate = useTranslate()
  return (
    <Box role="group" aria-label={refusal.message} sx={{ display: 'grid', gap: 1, p: 2, maxWidth: 720 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ color: 'late', display: 'inline-flex', pt: 0.25 }}>
          <Icon name="blocked" size={20} />
        </Box>
        <Box component="p" sx={{ typography: 'lead' }}>
          {refusal.message}
        </Box>
      </Box>
      <Box component="p" sx={{ color: 'ink2' }}>
        {refusal.next}
      </Box>
      {refusal.say ? <Say>{refusal.say}</Say> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {action}
        {refusal.rule ? (
          <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>
            {translate('ui.rule', { rule: refusal.rule })}
          </Box>
        ) : null}
      </Box>
    </Box>
  )
}
