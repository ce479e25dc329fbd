import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'

/** Patients for whom a practitioner of a source has ordered something, by their ids; at most `limit`. */
export function orderedFor(db: Reader, of: { source: string; sourceId: string }, limit: number): Promise<{ patientId: string; practitionerId: string }[]> {
  const { orders: o, practitioners: p } = db.t
  return db.select({ patientId: o.patientId, practitionerId: p.id }).from(o).innerJoin(p, eq(p.id, o.practitionerId))
    .where(and(eq(p.source, of.source), eq(p.sourceId, of.sourceId))).orderBy(asc(o.patientId)).limit(limit)
}

/** Patients with an active account on one of these portals, by their ids; at most `limit`. */
export async function activeOn(db: Reader, portalIds: readonly string[], limit: number): Promise<string[]> {
  const { portalAccounts: a } = db.t
  const rows = await db.select({ patientId: a.patientId }).from(a).where(and(inArray(a.portalId, [...portalIds]), eq(a.state, 'active'))).orderBy(asc(a.patientId)).limit(limit)
  return rows.map((row) => row.patientId)
}
