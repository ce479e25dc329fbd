import { ageAt } from '#domain/birthdays.ts'
import type { ResultRow } from '#domain/contracts/results.ts'
import { displayName } from '#domain/names.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import { isoOf, type Instant } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { ResultRowOf } from '#db/result-facts.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'
import { mrnTailsOf } from '#server/patients/patients.ts'

/** A result's row with the patient's. */
export type RowWithPatient = { row: ResultRowOf; patient: RowOf<'patients'> }

/** Rows as lists show them: identity, what it is, where it stands. Portal and policy by the rules in force. */
export async function showRows(db: Reader, rows: readonly RowWithPatient[], at: Instant, coversName: (row: ResultRowOf) => string | null): Promise<ResultRow[]> {
  const portals = await portalRules(db)
  const tailOf = await mrnTailsOf(db, rows.map((one) => one.patient.id))
  return rows.map(({ row, patient }) => {
    const portal = portals.find((one) => one.id === row.portalId)
    const found = policyAt(portal?.versions.map(({ policy }) => policy) ?? [], at)
    const isStricter = row.code === 'NEVER_ON_PORTAL' && found.inForce && found.policy.results.notes.some((note) => note.rule === 'R63' && note.stricterThanCitedLaw)
    return {
      id: row.id, version: row.version, patientId: patient.id, patientName: displayName(patient), birthDate: patient.birthDate, age: ageAt(patient.birthDate, at, portal?.timeZone ?? 'UTC'),
      mrnTail: tailOf(patient.id) || null, name: row.name, category: row.category as ResultRow['category'], sensitive: row.sensitive, status: row.status as ResultRow['status'],
      critical: row.critical, abnormal: row.abnormal, doubtful: row.doubts !== '', corrected: row.status === 'corrected', portalId: row.portalId, portalName: portal?.name ?? row.portalId,
      group: row.worklist as ResultRow['group'], code: row.code as ResultRow['code'], stricterThanCitedLaw: isStricter, arrivedAt: isoOf(row.arrivedAt), orderAt: isoOf(row.orderAt),
      coversName: coversName(row),
    }
  })
}
