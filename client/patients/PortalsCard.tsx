import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { PortalState } from '#client/ui/PortalState.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { PatientOverview } from '#domain/contracts/patients.ts'

/** Each portal: the person's standing there, and what that means in one sentence with its rule. */
export function PortalsCard({ portals }: Pick<PatientOverview, 'portals'>) {
  const translate = useTranslate()
  return (
    <Card title={translate('patients.portals')} flush>
      <ul>
        {portals.map((portal) => (
          <Box
            component="li"
            key={portal.portalId}
            sx={{
              display: 'grid',
              gap: 1,
              gridTemplateColumns: { sm: '160px 180px minmax(0, 1fr)' },
              px: 2,
              py: 1.25,
              borderTop: '1px solid',
              borderColor: 'line',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box component="span" sx={{ fontWeight: 500 }}>
              {portal.portalName}
            </Box>
            <div>
              <PortalState state={portal.state} />
              {portal.sinceAt ? (
                <Box sx={{ typography: 'table', color: 'ink3' }}>
                  {translate('patients.since')} <Moment at={portal.sinceAt} />
                </Box>
              ) : null}
            </div>
            <div>
              {portal.sentence}{' '}
              <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>
                {translate('ui.rule', { rule: portal.rule })}
              </Box>
            </div>
          </Box>
        ))}
      </ul>
    </Card>
  )
}
