import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CampaignPreview } from '#domain/contracts/campaigns.ts'

/** Why people of a cohort are not invited, and how many: each with its rule and what to do about it. */
export function LeftOut({ lines }: { lines: CampaignPreview['leftOut'] }) {
  const translate = useTranslate()
  return (
    <section>
      <Box component="h3" sx={{ mb: 0.5 }}>{translate('campaigns.left_out')}</Box>
      {lines.length === 0 ? <Box component="p" sx={{ color: 'ink2' }}>{translate('campaigns.left_none')}</Box> : null}
      <ul>
        {lines.map((line) => (
          <Box component="li" key={line.code} sx={{ display: 'flex', gap: 1.5, py: 0.75, borderTop: '1px solid', borderColor: 'line' }}>
            <Box component="span" sx={{ minWidth: 56, textAlign: 'right', fontWeight: 600 }}>{line.count}</Box>
            <span>
              {line.message} <Box component="span" sx={{ color: 'ink2' }}>{line.next}</Box>{' '}
              {line.rule ? <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>{translate('ui.rule', { rule: line.rule })}</Box> : null}
            </span>
          </Box>
        ))}
      </ul>
    </section>
  )
}
