import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { PatientOverview } from '#domain/contracts/patients.ts'

/** Where the facts come from, which of them were made up, and when they last changed. */
export function ProvenanceCard({ provenance }: Pick<PatientOverview, 'provenance'>) {
  const translate = useTranslate()
  return (
    <Card title={translate('patients.provenance')}>
      <Box sx={{ display: 'grid', gap: 0.75, typography: 'table', color: 'ink2' }}>
        <p>{translate(provenance.synthetic ? 'patients.from_synthetic' : 'patients.from_feed', { source: provenance.source })}</p>
        {provenance.madeFields.length > 0 ? (
          <p>{translate('patients.made', { fields: provenance.madeFields.map((field) => translate(`patients.made_field.${field}`, { _: field })).join(', ') })}</p>
        ) : null}
        <p>
          {translate('patients.changed')} <Moment at={provenance.updatedAt} />
        </p>
      </Box>
    </Card>
  )
}
