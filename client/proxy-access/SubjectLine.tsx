import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'
import { daysBetween } from '#client/proxy-access/dates.ts'
import { Identity } from '#client/ui/Identity.tsx'

/** How close a birthday must be to stand in the identity line, in days. */
const NEAR = 90

/** Whose access this is: birth date with age, the birthday that comes, MRN, and the rules that are read. */
export function SubjectLine({ patient, matrix }: { patient: PatientOverview; matrix: MatrixAnswer | undefined }) {
  const translate = useTranslate()
  const next = matrix?.ahead.find(({ kind }) => kind === 'birthday')
  const days = next && matrix ? daysBetween(matrix.atOn, next.on) : null
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2 }}>
      <Identity birthDate={patient.birthDate} age={patient.age} mrnTail={patient.mrnTail} />
      {next && days !== null && days <= NEAR ? <strong>{translate('access.turns_in', { age: next.age, smart_count: days })}</strong> : null}
      {matrix ? <span>{translate(matrix.policyVersion === null ? 'access.no_policy' : 'access.policy', { portal: matrix.portalName, version: matrix.policyVersion })}</span> : null}
    </Box>
  )
}
