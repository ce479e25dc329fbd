import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import type { PatientOverview } from '#domain/contracts/patients.ts'

/** Family and caregivers as a feed says; belonging to somebody is not yet access. */
export function HouseholdCard({ people }: { people: PatientOverview['household'] }) {
  const translate = useTranslate()
  return (
    <Card title={translate('patients.household')} flush>
      {people.length === 0 ? (
        <EmptyState kind="first-day" title={translate('patients.nobody_else')} text={translate('patients.not_access')} />
      ) : (
        <>
          <ul>
            {people.map((person) => (
              <Box component="li" key={`${person.name} ${person.relationship}`} sx={{ px: 2, py: 1 }}>
                {person.patientId ? <TextLink to={`/patients/${person.patientId}`}>{person.name}</TextLink> : person.name}
                <Box sx={{ typography: 'table', color: 'ink2' }}>
                  {translate(`patients.relation.${person.relationship}`, { _: person.relationship })}
                </Box>
              </Box>
            ))}
          </ul>
          <Box component="p" sx={{ typography: 'small', color: 'ink3', px: 2, pb: 1.5 }}>
            {translate('patients.not_access')}
          </Box>
        </>
      )}
    </Card>
  )
}
