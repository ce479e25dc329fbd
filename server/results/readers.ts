import { asc, eq } from 'drizzle-orm'
import { displayName } from '#domain/names.ts'
import type { Instant } from '#domain/time.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'

/** Who opened a result on a portal, as the portal told us, by name. */
export async function readersOf(db: Reader, resultId: string): Promise<{ viewer: string; name: string; portalId: string; firstAt: Instant; lastAt: Instant }[]> {
  const { resultReads: s, results: r, patients: p } = db.t
  const rows = await db.select().from(s).where(eq(s.resultId, resultId)).orderBy(asc(s.firstAt), asc(s.viewer))
  if (rows.length === 0) return []
  const persons = await knownPersons(db, rows.flatMap((row) => (row.viewer === 'patient' ? [] : [row.viewer])))
  const [patient] = await db.select().from(p).innerJoin(r, eq(r.patientId, p.id)).where(eq(r.id, resultId))
  return rows.map(({ viewer, portalId, firstAt, lastAt }) => ({
    viewer, portalId, firstAt, lastAt, name: viewer === 'patient' ? (patient ? displayName(patient.patients) : '') : persons.get(viewer)?.name ?? '',
  }))
}
