import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { FindingsAnswer } from '#domain/contracts/result-care.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

type RadarProps = { findings: FindingsAnswer['rows']; nameOf: (portalId: string | null) => string }

/** What an auditor would ask about: each finding in one sentence, with what it is about, its rule and the law. */
export function Radar({ findings, nameOf }: RadarProps) {
  const translate = useTranslate()
  return (
    <Card title={translate('results.radar')} aside={translate('results.radar_under')} flush>
      {findings.length === 0 ? <EmptyState kind="all-done" title={translate('results.radar_none')} /> : null}
      <ul>
        {findings.map((one) => (
          <Box component="li" key={`${one.kind} ${one.portalId ?? ''} ${one.category ?? ''} ${one.staffId ?? ''}`} sx={{ display: 'grid', gap: 0.25, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
              <StateChip state="due">{translate(`results.finding.${one.kind}`)}</StateChip>
              <Box component="span" sx={{ fontWeight: 500 }}>{[one.portalId ? nameOf(one.portalId) : null, one.staffName, one.category ? translate(`results.category.${one.category}`) : null].filter(Boolean).join(' · ')}</Box>
            </Box>
            <span>{one.sentence}</span>
            <Box component="span" sx={{ typography: 'small', color: 'ink2' }}>{[translate('ui.rule', { rule: one.rule }), one.citedLaw].filter(Boolean).join(' · ')}</Box>
          </Box>
        ))}
      </ul>
    </Card>
  )
}
