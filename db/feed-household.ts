import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RelatedPersonFacts } from '#domain/feeds/facts.ts'
import { upsertHouseholdLinks } from '#db/household.ts'
import type { Kept } from '#db/kept.ts'
import { keysJson } from '#db/keys-json.ts'
import type { NewId } from '#db/new-id.ts'
import { patientIdsOf } from '#db/patients.ts'
import { hot, type Writer } from '#db/store.ts'

/** Writes who is beside a patient, as RelatedPerson says. One whose patient is not here is refused. It opens no record. */
export async function keepRelatedPeople(w: Writer, people: readonly RelatedPersonFacts[], newId: NewId): Promise<Kept[]> {
  const source = people[0]?.source
  if (source === undefined) return []
  const known = new Map((await w.hot(knownLinks, { source, keysJson: keysJson(people.map((one) => one.sourceId)) })).map((row) => [row.sourceId, row]))
  const patients = await patientIdsOf(w, source, people.map((one) => one.patientSourceId))
  const links = []
  const kept: Kept[] = []
  for (const { sourceId, patientSourceId, name, relationship } of people) {
    const patientId = patients.get(patientSourceId)
    if (patientId === undefined) {
      kept.push({ sourceId, outcome: 'refused', code: 'FEED_PATIENT_UNKNOWN' })
      continue
    }
    const before = known.get(sourceId)
    const id = before?.id ?? newId('household', source, sourceId)
    const isSame = before?.patientId === patientId && before.relatedName === name && before.relationship === relationship
    if (!isSame) links.push({ source, sourceId, patientId, relatedPatientId: before?.relatedPatientId ?? null, relatedName: name, relationship })
    kept.push({ sourceId, outcome: isSame ? 'unchanged' : before ? 'changed' : 'created', id })
  }
  const ids = new Map(kept.flatMap((one) => ('id' in one ? [[one.sourceId, one.id] as const] : [])))
  await upsertHouseholdLinks(w, links, (_kind, _source, sourceId) => ids.get(sourceId ?? '') ?? newId())
  return kept
}

type KnownLink = { id: string; sourceId: string; patientId: string; relatedPatientId: string | null; relatedName: string; relationship: string }

const knownLinks = hot<KnownLink[]>('household_known_by_source', (db, t) => {
  const { householdLinks: h } = t
  return db.select({
    id: h.id, sourceId: h.sourceId, patientId: h.patientId, relatedPatientId: h.relatedPatientId, relatedName: h.relatedName, relationship: h.relationship,
  }).from(h).where(and(eq(h.source, sql.placeholder('source')), inArray(h.sourceId, sql`(select key from json_each(${sql.placeholder('keysJson')}))`)))
})
