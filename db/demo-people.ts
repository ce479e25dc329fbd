import { and, asc, eq, inArray } from 'drizzle-orm'
import { displayName } from '#domain/names.ts'
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

/** Patients for whom somebody else has access on a portal now, by their ids; at most `limit`. */
export async function representedByOthers(w: Reader, limit: number): Promise<string[]> {
  const { proxyGrants: g } = w.t
  const rows = await w.selectDistinct({ patientId: g.patientId }).from(g).where(eq(g.state, 'active')).orderBy(asc(g.patientId)).limit(limit)
  return rows.map((row) => row.patientId)
}

/** How a chart and a portal are called in what a second person reads: name, end of the record number, portal. */
export async function chartNames(db: Reader, patientId: string, portalId: string): Promise<{ name: string; mrn: string; portal: string }> {
  const { patients, patientIdentifiers: i, portals } = db.t
  const [chart] = await db.select().from(patients).where(eq(patients.id, patientId))
  const [mrn] = await db.select({ value: i.value }).from(i).where(and(eq(i.patientId, patientId), eq(i.kind, 'mrn'))).orderBy(asc(i.value)).limit(1)
  const [portal] = await db.select({ name: portals.name }).from(portals).where(eq(portals.id, portalId))
  return { name: chart ? displayName(chart) : '', mrn: mrn?.value.slice(-4) ?? '', portal: portal?.name ?? '' }
}
