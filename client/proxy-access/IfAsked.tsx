import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useProxies } from '#client/proxy-access/use-proxies.ts'
import { Card } from '#client/ui/Card.tsx'
import { Say } from '#client/ui/Say.tsx'

/** The sentence for the question that is likely: of somebody who sees less than before. Nothing where nobody does. */
export function IfAsked({ patientId, reason }: { patientId: string; reason: string | null }) {
  const translate = useTranslate()
  const { data } = useProxies(patientId, reason)
  const one = data?.grants.find(({ state, now, why }) => state === 'active' && now === 'limited' && why.say !== null) ?? data?.grants.find(({ state, why }) => state === 'active' && why.say !== null)
  if (!one?.why.say) return null
  return (
    <Card title={translate('access.if_asks', { who: translate(`access.relationship.${one.relationship}`) })}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Say>{one.why.say}</Say>
        <Box component="p" sx={{ typography: 'small', color: 'ink3' }}>
          {[
            translate('ui.rule', { rule: one.why.rule }),
            translate(one.why.policyVersion === null ? 'access.no_policy' : 'access.policy', { portal: one.portalName, version: one.why.policyVersion }),
            translate('access.source', { sources: one.why.sources.map((source) => translate(`portals.source.${source}`)).join(', ') }),
          ].join(' · ')}
        </Box>
      </Box>
    </Card>
  )
}
