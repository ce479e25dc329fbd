import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ActsForAnswer } from '#domain/contracts/proxy-access.ts'
import { SeesCell } from '#client/proxy-access/GrantCells.tsx'
import { alsoOn, paths } from '#client/proxy-access/paths.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** Into whose records this person may look. Nothing where there is none. */
export function ActsForCard({ patientId, reason }: { patientId: string; reason: string | null }) {
  const translate = useTranslate()
  const { data } = useRead<ActsForAnswer>('proxy-grants', { path: paths.actsFor(patientId, { reason }) }, true, alsoOn)
  if (!data || data.grants.length === 0) return null
  return (
    <Card title={translate('access.acts_for')} flush>
      <ul>
        {data.grants.map((grant) => (
          <Box component="li" key={grant.id} sx={{ px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <TextLink to={`/patients/${grant.patientId}/proxy-access`}>{grant.patientName}</TextLink>
            <Box sx={{ typography: 'table', color: 'ink2', mb: 0.5 }}>
              {[translate(`access.relationship.${grant.relationship}`), grant.portalName].join(' · ')}
            </Box>
            <SeesCell grant={grant} />
          </Box>
        ))}
      </ul>
    </Card>
  )
}
