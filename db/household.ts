import { asc, inArray, or, sql } from 'drizzle-orm'
import type { NewId } from '#db/new-id.ts'
import type { Reader, Writer } from '#db/store.ts'

export type HouseholdLinkToKeep = {
  source: string
  sourceId: string
  patientId: string
  /** The related person's own chart here; null: none. */
  relatedPatientId: string | null
  relatedName: string
  relationship: string
}

/** Writes who belongs to whom by (source, source id). It opens no record: that takes a grant. */
export async function upsertHouseholdLinks(w: Writer, links: readonly HouseholdLinkToKeep[], newId: NewId): Promise<void> {
  if (links.length === 0) return
  const { householdLinks } = w.t
  await w.insert(householdLinks).values(links.map((link) => ({ id: newId('household', link.source, link.sourceId), ...link })))
    .onConflictDoUpdate({
      target: [householdLinks.source, householdLinks.sourceId],
      set: {
        patientId: sql`excluded.patient_id`, relatedPatientId: sql`excluded.related_patient_id`, relatedName: sql`excluded.related_name`,
        relationship: sql`excluded.relationship`,
      },
    })
}

/**
 * Charts of the patient's household: people whom a feed links with this one, and those linked with them. `keep` leaves
 * out whom somebody may not know of, also as the one through whom others are linked.
 */
export async function householdPatientIds(db: Reader, patientId: string, keep: (ids: string[]) => Promise<Iterable<string>> = async (ids) => ids): Promise<string[]> {
  const near = [...await keep(await linkedWith(db, [patientId]))]
  const all = new Set([...near, ...await keep(await linkedWith(db, near))])
  all.delete(patientId)
  return [...all]
}

async function linkedWith(db: Reader, patientIds: readonly string[]): Promise<string[]> {
  if (patientIds.length === 0) return []
  const { householdLinks } = db.t
  const rows = await db.select({ one: householdLinks.patientId, other: householdLinks.relatedPatientId }).from(householdLinks)
    .where(or(inArray(householdLinks.patientId, [...patientIds]), inArray(householdLinks.relatedPatientId, [...patientIds]))).orderBy(asc(householdLinks.id))
  return rows.flatMap((row) => (row.other === null ? [] : [row.one, row.other]))
}
