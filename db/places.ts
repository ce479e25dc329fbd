import { and, eq, inArray, sql } from 'drizzle-orm'
import type { LocationFacts, OrganizationFacts } from '#domain/feeds/facts.ts'
import type { Instant } from '#domain/time.ts'
import { hashOfFacts, outcomeOf, type Kept } from '#db/kept.ts'
import { keysJson } from '#db/keys-json.ts'
import type { NewId } from '#db/new-id.ts'
import { valuesOf } from '#db/rows.ts'
import { hot, type Reader, type Writer } from '#db/store.ts'

export type PlaceToKeep = { kind: 'organization'; facts: OrganizationFacts } | { kind: 'location'; facts: LocationFacts }

/** Writes organizations and locations by (source, kind, source id). For which site of ours one stands, a person says. */
export async function keepPlaces(w: Writer, places: readonly PlaceToKeep[], how: { at: Instant; newId: NewId }): Promise<Kept[]> {
  const [first] = places
  if (!first) return []
  const { source } = first.facts
  const known = new Map((await w.hot(knownPlaces, { source, kind: first.kind, keysJson: keysJson(places.map((one) => one.facts.sourceId)) }))
    .map((row) => [row.sourceId, row]))
  const kept: Kept[] = []
  const created = []
  for (const { kind, facts } of places) {
    const columns = { name: facts.name, phone: facts.phone, city: facts.city, state: facts.state, partOf: 'organizationSourceId' in facts ? facts.organizationSourceId : null }
    const sourceHash = hashOfFacts(columns)
    const before = known.get(facts.sourceId)
    const outcome = outcomeOf(before, sourceHash)
    const id = before?.id ?? how.newId('place', facts.source, kind, facts.sourceId)
    if (outcome === 'changed') await w.update(w.t.places).set({ ...columns, sourceHash, updatedAt: how.at }).where(eq(w.t.places.id, id))
    if (outcome === 'created') {
      created.push(valuesOf('places', {
        id, kind, ...columns, siteId: null, source, sourceId: facts.sourceId, sourceHash, createdAt: how.at, updatedAt: how.at,
      }))
    }
    kept.push({ sourceId: facts.sourceId, outcome, id })
  }
  await w.insertRows('places', created)
  return kept
}

const knownPlaces = hot<{ id: string; sourceId: string; sourceHash: string; siteId: string | null }[]>('places_known_by_source', (db, t) =>
  db.select({ id: t.places.id, sourceId: t.places.sourceId, sourceHash: t.places.sourceHash, siteId: t.places.siteId }).from(t.places)
    .where(and(
      eq(t.places.source, sql.placeholder('source')), eq(t.places.kind, sql.placeholder('kind')),
      inArray(t.places.sourceId, sql`(select key from json_each(${sql.placeholder('keysJson')}))`),
    )))

/** The sites for which places of a source stand, by the source's ids. Places without a site of ours are left out. */
export async function sitesOfPlaces(db: Reader, source: string, kind: PlaceToKeep['kind'], sourceIds: readonly string[]): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await db.hot(knownPlaces, { source, kind, keysJson: keysJson(sourceIds) })
  return new Map(rows.flatMap((row) => (row.siteId === null ? [] : [[row.sourceId, row.siteId] as const])))
}
