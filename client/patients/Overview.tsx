import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { ContactsCard } from '#client/patients/ContactsCard.tsx'
import { DifferencesCard } from '#client/patients/DifferencesCard.tsx'
import { HouseholdCard } from '#client/patients/HouseholdCard.tsx'
import { IdentityCard } from '#client/patients/IdentityCard.tsx'
import { PortalsCard } from '#client/patients/PortalsCard.tsx'
import { ProvenanceCard } from '#client/patients/ProvenanceCard.tsx'
import { RecordAlerts } from '#client/patients/RecordAlerts.tsx'
import { SidePane } from '#client/layout/SidePane.tsx'
import { TakenFor } from '#client/ui/TakenFor.tsx'
import { ActsForCard } from '#client/proxy-access/ActsForCard.tsx'
import { IfAsked } from '#client/proxy-access/IfAsked.tsx'
import { WhoHasAccess } from '#client/proxy-access/WhoHasAccess.tsx'
import { useMay } from '#client/layout/session.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'

/** What is so with this person's portals, how to reach them, who belongs to them, and where it is known from. */
export function Overview({ patient, reason }: { patient: PatientOverview; reason: string | null }) {
  const translate = useTranslate()
  const seesProxies = useMay('proxy.read') !== '-'
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { lg: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <RecordAlerts alerts={patient.alerts} />
        <TakenFor people={patient.lookAlikes} />
        <DifferencesCard patient={patient} />
        {seesProxies ? <WhoHasAccess patient={patient} reason={reason} /> : null}
        <PortalsCard portals={patient.portals} />
        <ContactsCard patient={patient} />
        <IdentityCard patient={patient} />
      </Box>
      <SidePane label={translate('patients.beside')}>
        {seesProxies ? <IfAsked patientId={patient.id} reason={reason} /> : null}
        {seesProxies ? <ActsForCard patientId={patient.id} reason={reason} /> : null}
        <HouseholdCard people={patient.household} />
        <ProvenanceCard provenance={patient.provenance} />
      </SidePane>
    </Box>
  )
}
