import { and, eq, inArray, sql } from 'drizzle-orm'
import type { PractitionerFacts, PractitionerRoleFacts } from '#domain/feeds/facts.ts'
import { foldName } from '#domain/names.ts'
import type { Instant } from '#domain/time.ts'
import type { Kept } from '#db/kept.ts'
import { keysJson } from '#db/keys-json.ts'
import type { NewId } from '#db/new-id.ts'
import { sitesOfPlaces } from '#db/places.ts'
import { matchByNpi } from '#db/relations.ts'
import { hot, type Reader, type Writer } from '#db/store.ts'

/**
 * Writes practitioners by (source, source id), then matches with staff by NPI. What a role or a person here added
 * (specialty, site, staff) stays.
 */
export async function keepPractitioners(w: Writer, people: readonly PractitionerFacts[], newId: NewId, at: Instant): Promise<Kept[]> {
  const source = people[0]?.source
  if (source === undefined) return []
  const known = new Map((await w.hot(knownPractitioners, { source, keysJson: keysJson(people.map((one) => one.sourceId)) })).map((row) => [row.sourceId, row]))
  const kept: Kept[] = []
  const created = []
  for (const { npi, name, sourceId } of people) {
    const before = known.get(sourceId)
    const id = before?.id ?? newId('practitioner', source, sourceId)
    const isChanged = before !== undefined && (before.npi !== npi || before.name !== name)
    if (isChanged) await w.update(w.t.practitioners).set({ npi, name, nameKey: foldName(name) }).where(eq(w.t.practitioners.id, id))
    if (!before) created.push({ id, npi, name, nameKey: foldName(name), source, sourceId })
    kept.push({ sourceId, outcome: before ? (isChanged ? 'changed' : 'unchanged') : 'created', id })
  }
  if (created.length > 0) await w.insert(w.t.practitioners).values(created)
  const touched = kept.flatMap((one) => (one.outcome === 'created' || one.outcome === 'changed' ? one.id : []))
  const formerNpis = [...known.values()].flatMap((one) => one.npi ?? [])
  if (touched.length > 0) await matchByNpi(w, { npis: [...formerNpis, ...people.flatMap((one) => one.npi ?? [])], ids: touched }, at)
  return kept
}

/**
 * Keeps what practitioners do where, each specialty at each place. The first specialty and the first place that stands for
 * a site of ours are the practitioner's own, where these are not known yet, however often the file comes. A role of nobody here is
 * refused. Answers in the order given.
 */
export async function keepPractitionerRoles(w: Writer, source: string, roles: readonly PractitionerRoleFacts[], at: Instant): Promise<Kept[]> {
  const found = await findPractitioners(w, source, roles.map((one) => ({ practitionerSourceId: one.practitionerSourceId, practitionerNpi: one.npi })))
  const ofLocation = await sitesOfPlaces(w, source, 'location', roles.flatMap((one) => one.locationSourceIds))
  const ofOrganization = await sitesOfPlaces(w, source, 'organization', roles.flatMap((one) => one.organizationSourceId ?? []))
  const kept: Kept[] = []
  for (const role of roles) {
    const sourceId = role.practitionerSourceId ?? role.npi ?? ''
    const person = found({ practitionerSourceId: role.practitionerSourceId, practitionerNpi: role.npi })
    if (!person) {
      kept.push({ sourceId, outcome: 'refused', code: 'FEED_PRACTITIONER_UNKNOWN' })
      continue
    }
    const specialty = person.specialty ?? role.specialties[0] ?? null
    const siteHere = role.locationSourceIds.map((id) => ofLocation.get(id)).find((id) => id !== undefined)
    const siteId = person.siteId ?? siteHere ?? ofOrganization.get(role.organizationSourceId ?? '') ?? null
    const isFilled = specialty !== person.specialty || siteId !== person.siteId
    if (isFilled) await w.update(w.t.practitioners).set({ specialty, siteId }).where(eq(w.t.practitioners.id, person.id))
    const added = await w.insert(w.t.practitionerRoles).values(rowsOfRole(person.id, source, role, at)).onConflictDoNothing().returning({ place: w.t.practitionerRoles.placeSourceId })
    Object.assign(person, { specialty, siteId })
    kept.push({ sourceId, outcome: isFilled || added.length > 0 ? 'changed' : 'unchanged', id: person.id })
  }
  return kept
}

/** Each specialty at each place; the organization stands where no location is named. */
function rowsOfRole(practitionerId: string, source: string, { locationSourceIds, organizationSourceId, specialties }: PractitionerRoleFacts, createdAt: Instant) {
  const places = locationSourceIds.length > 0
    ? locationSourceIds.map((placeSourceId) => ({ placeKind: 'location', placeSourceId }))
    : [{ placeKind: organizationSourceId === null ? '' : 'organization', placeSourceId: organizationSourceId ?? '' }]
  return places.flatMap((place) => (specialties.length > 0 ? specialties : ['']).map((specialty) => ({ practitionerId, source, ...place, specialty, createdAt })))
}

/** Whom a feed means: by its own id, by NPI, or by both. */
export type PractitionerRef = { practitionerSourceId: string | null; practitionerNpi: string | null }

/** Gives the id of the practitioner whom a feed means; null: nobody here. */
export async function practitionerIdsOf(db: Reader, source: string, refs: readonly PractitionerRef[]): Promise<(ref: PractitionerRef) => string | null> {
  const find = await findPractitioners(db, source, refs)
  return (ref) => find(ref)?.id ?? null
}

async function findPractitioners(db: Reader, source: string, refs: readonly PractitionerRef[]): Promise<(ref: PractitionerRef) => KnownRow | undefined> {
  const ids = refs.flatMap((one) => one.practitionerSourceId ?? [])
  const npis = refs.flatMap((one) => one.practitionerNpi ?? [])
  const byId = new Map(ids.length > 0 ? (await db.hot(knownPractitioners, { source, keysJson: keysJson(ids) })).map((row) => [row.sourceId, row]) : [])
  const byNpi = new Map(npis.length > 0 ? (await db.hot(practitionersByNpi, { source, keysJson: keysJson(npis) })).map((row) => [row.npi, row]) : [])
  return (ref) => byId.get(ref.practitionerSourceId ?? '') ?? byNpi.get(ref.practitionerNpi ?? '')
}

type KnownRow = { id: string; sourceId: string; npi: string | null; name: string; specialty: string | null; siteId: string | null }

const knownPractitioners = hot<KnownRow[]>('practitioners_known_by_source', (db, t) => {
  const { practitioners: p } = t
  return db.select({ id: p.id, sourceId: p.sourceId, npi: p.npi, name: p.name, specialty: p.specialty, siteId: p.siteId }).from(p)
    .where(and(eq(p.source, sql.placeholder('source')), inArray(p.sourceId, sql`(select key from json_each(${sql.placeholder('keysJson')}))`)))
})

const practitionersByNpi = hot<KnownRow[]>('practitioners_known_by_npi', (db, t) => {
  const { practitioners: p } = t
  return db.select({ id: p.id, sourceId: p.sourceId, npi: p.npi, name: p.name, specialty: p.specialty, siteId: p.siteId }).from(p)
    .where(and(eq(p.source, sql.placeholder('source')), inArray(p.npi, sql`(select key from json_each(${sql.placeholder('keysJson')}))`)))
})
