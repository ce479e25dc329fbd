import Box from '@mui/material/Box'
import { Identity } from '#client/ui/Identity.tsx'
import { TakenFor, type LookAlikePerson } from '#client/ui/TakenFor.tsx'

type WhomProps = { patient: { name: string; birthDate: string; age: number; mrnTail: string; lookAlikes?: readonly LookAlikePerson[] } }

/** At the head of every dialog that acts on a person: who it is, and who may be taken for them. */
export function Whom({ patient }: WhomProps) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box>
        <Box sx={{ typography: 'lead' }}>{patient.name}</Box>
        <Box sx={{ color: 'ink2' }}>
          <Identity birthDate={patient.birthDate} age={patient.age} mrnTail={patient.mrnTail} />
        </Box>
      </Box>
      <TakenFor people={patient.lookAlikes ?? []} />
    </Box>
  )
}
