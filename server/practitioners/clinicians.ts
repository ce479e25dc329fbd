import { and, asc, isNotNull, ne } from 'drizzle-orm'
import type { Clinician } from '#domain/contracts/practitioners.ts'
import type { ClinicianKind } from '#domain/roles.ts'
import type { Reader } from '#db/store.ts'

/** More clinicians than a practice has. */
const MOST = 500

/** Clinicians who are not disabled, by name. */
export async function activeClinicians(db: Reader): Promise<Clinician[]> {
  const { staff } = db.t
  const { id, name, npi, clinicianKind } = staff
  const rows = await db.select({ id, name, npi, clinicianKind }).from(staff)
    .where(and(isNotNull(staff.clinicianKind), ne(staff.status, 'disabled'))).orderBy(asc(staff.name), asc(staff.id)).limit(MOST)
  return rows.map((row) => ({ ...row, clinicianKind: row.clinicianKind as ClinicianKind }))
}
