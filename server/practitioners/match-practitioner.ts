import { eq } from 'drizzle-orm'
import { canMatch } from '#domain/relations.ts'
import type { ClinicianKind } from '#domain/roles.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { findMatchRow, writeMatch } from '#server/practitioners/match-row.ts'

type Matched = { id: string; version: number }

/** An administrator says which member of staff a practitioner of a feed is; it gives that person the practitioner's ties. */
export async function matchPractitioner(w: Writer, act: Act, id: string, staffId: string): Promise<Outcome<Matched>> {
  const { staff } = w.t
  const row = await findMatchRow(w, id)
  const [person] = await w.select({ id: staff.id, npi: staff.npi, status: staff.status, clinicianKind: staff.clinicianKind }).from(staff).where(eq(staff.id, staffId))
  if (!row || !person) return refuse('NOT_FOUND')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { staffId: row.staffId, version: row.version } })
  const may = canMatch(act.actor.id, row, { ...person, clinicianKind: person.clinicianKind as ClinicianKind | null })
  if (!may.allowed) return refuseBy(may)
  if (!(await writeMatch(w, row, staffId, act.actor.id, act.at))) return refuse('VERSION_STALE')
  await record(w, act, { event: 'practitioner.matched', objectId: id, detail: { staffId, before: row.staffId } })
  return done({ id, version: row.version + 1 }, row.version + 1)
}
