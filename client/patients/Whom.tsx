import Box from '@mui/material/Box'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { TakenFor } from '#client/patients/TakenFor.tsx'
import { Identity } from '#client/ui/Identity.tsx'

/** At the head of every dialog that acts on a person: who it is, and who may be taken for them. */
export function Whom({ patient }: { patient: PatientOverview }) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box>
        <Box sx={{ typography: 'lead' }}>{patient.name}</Box>
        <Box sx={{ color: 'ink2' }}>
          <Identity birthDate={patient.birthDate} age={patient.age} mrnTail={patient.mrnTail} />
        </Box>
      </Box>
      <TakenFor people={patient.lookAlikes} />
    </Box>
  )
}
