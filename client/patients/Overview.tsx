import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { ContactsCard } from '#client/patients/ContactsCard.tsx'
import { HouseholdCard } from '#client/patients/HouseholdCard.tsx'
import { PortalsCard } from '#client/patients/PortalsCard.tsx'
import { ProvenanceCard } from '#client/patients/ProvenanceCard.tsx'
import { Note } from '#client/ui/Note.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'

/** What is so with this person's portals, how to reach them, who belongs to them, and where it is known from. */
export function Overview({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { md: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {patient.deceased ? (
          <Note icon="blocked" tone="due">
            {patient.deceasedOn
              ? translate('patients.died_on', { date: dateText(patient.deceasedOn, locale) })
              : translate('patients.died')}
          </Note>
        ) : null}
        <PortalsCard portals={patient.portals} />
        <ContactsCard contacts={patient.contacts} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <HouseholdCard people={patient.household} />
        <ProvenanceCard provenance={patient.provenance} />
      </Box>
    </Box>
  )
}
