import type { BorneName } from '#domain/lookup/name-match.ts'
import type { Reader } from '#db/store.ts'
import type { PatientRecord } from '#server/patients/patients.ts'

/** The names that a patient bears or bore. */
export async function namesOf(_db: Reader, chart: Pick<PatientRecord, 'id' | 'legalFamily' | 'legalGiven' | 'usedGiven'>): Promise<BorneName[]> {
  const { legalFamily: family, legalGiven, usedGiven } = chart
  return [
    { family, given: legalGiven, use: 'legal' },
    ...(usedGiven === null ? [] : [{ family, given: usedGiven, use: 'used' as const }]),
  ]
}
