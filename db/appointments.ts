import { and, asc, eq, gte, inArray, lt, notInArray, sql, type SQL } from 'drizzle-orm'
import type { AppointmentFacts } from '#domain/feeds/facts.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import { hashOfFacts, outcomeOf, type Kept } from '#db/kept.ts'
import { keysJson } from '#db/keys-json.ts'
import type { NewId } from '#db/new-id.ts'
import { patientIdsOf } from '#db/patients.ts'
import { sitesOfPlaces } from '#db/places.ts'
import { nameRecordItem } from '#db/record-items.ts'
import { practitionerIdsOf } from '#db/feed-practitioners.ts'
import { valuesOf, type RowOf } from '#db/rows.ts'
import { hot, type Reader, type Writer } from '#db/store.ts'

/** What a feed names only by its own ids is looked up here; a place that stands for none of our sites falls back to `siteId`. */
export type AppointmentHow = { at: Instant; newId: NewId; siteId: string }

/**
 * Writes appointments by (source, source id). One whose patient is not here is refused. Nobody here changes them:
 * the next file of the scheduling system does. One source and each of its ids once per call.
 */
export async function keepAppointments(w: Writer, all: readonly AppointmentFacts[], how: AppointmentHow): Promise<Kept[]> {
  const source = all[0]?.source
  if (source === undefined) return []
  const known = new Map((await w.hot(knownAppointments, { source, keysJson: keysJson(all.map((one) => one.sourceId)) })).map((row) => [row.sourceId, row]))
  const patients = await patientIdsOf(w, source, all.map((one) => one.patientSourceId))
  const sites = await sitesOfPlaces(w, source, 'location', all.flatMap((one) => one.locationSourceId ?? []))
  const practitioners = await practitionerIdsOf(w, source, all)
  const zones = new Map((await w.select({ id: w.t.sites.id, timeZone: w.t.sites.timeZone }).from(w.t.sites)).map((row) => [row.id, row.timeZone]))
  const kept: Kept[] = []
  const created = []
  const items = []
  const touched: string[] = []
  for (const facts of all) {
    const { sourceId } = facts
    const patientId = patients.get(facts.patientSourceId)
    if (patientId === undefined) {
      kept.push({ sourceId, outcome: 'refused', code: 'FEED_PATIENT_UNKNOWN' })
      continue
    }
    const columns = {
      patientId, siteId: sites.get(facts.locationSourceId ?? '') ?? how.siteId, practitionerId: practitioners(facts),
      startAt: facts.startAt, endAt: facts.endAt, status: facts.status, visit: facts.visit,
    }
    const { confidentialTo } = facts
    const sourceHash = hashOfFacts(confidentialTo.length === 0 ? columns : { ...columns, confidentialTo: confidentialTo.join(',') })
    const before = known.get(sourceId)
    const outcome = outcomeOf(before, sourceHash)
    const id = before?.id ?? how.newId('appointment', source, sourceId)
    if (outcome !== 'unchanged') touched.push(columns.siteId)
    if (before && outcome === 'changed') {
      await w.update(w.t.appointments).set({ ...columns, sourceHash, updatedAt: how.at, version: before.version + 1 }).where(eq(w.t.appointments.id, id))
    }
    const item = { id, patientId, category: 'appointment' as const, acquiredOn: localDateOf(facts.startAt, zones.get(columns.siteId) ?? 'UTC'), confidentialTo, source: 'appointments', sourceId: id }
    if (outcome === 'changed') await nameRecordItem(w, item)
    if (outcome === 'created') {
      items.push(valuesOf('recordItems', { ...item, confidentialTo: confidentialTo.join(','), sensitive: false, amountCents: null }))
      created.push(valuesOf('appointments', { id, ...columns, source, sourceId, sourceHash, createdAt: how.at, updatedAt: how.at, version: 1 }))
    }
    kept.push({ sourceId, outcome, id })
  }
  await w.insertRows('appointments', created)
  await w.insertRows('recordItems', items)
  for (const site of new Set(touched)) w.announce('appointments', site)
  return kept
}

type KnownRow = { id: string; sourceId: string; sourceHash: string; version: number }

const knownAppointments = hot<KnownRow[]>('appointments_known_by_source', (db, t) =>
  db.select({ id: t.appointments.id, sourceId: t.appointments.sourceId, sourceHash: t.appointments.sourceHash, version: t.appointments.version })
    .from(t.appointments).where(and(
      eq(t.appointments.source, sql.placeholder('source')),
      inArray(t.appointments.sourceId, sql`(select key from json_each(${sql.placeholder('keysJson')}))`),
    )))

/** Not on the list of a day: withdrawn, never made, or without a firm time. */
const notToday = ['entered-in-error', 'cancelled', 'proposed', 'pending', 'waitlist']

/** Appointments at a site that begin in [from, to) and of whom, earliest first, of the patients for whom `known` holds (AZ-02). */
export async function appointmentsAt(
  db: Reader, where: { siteId: string; from: Instant; to: Instant; known: SQL; limit: number },
): Promise<{ appointment: RowOf<'appointments'>; patient: RowOf<'patients'> }[]> {
  const { appointments: a, patients: p } = db.t
  return db.select({ appointment: a, patient: p }).from(a).innerJoin(p, eq(p.id, a.patientId))
    .where(and(eq(a.siteId, where.siteId), gte(a.startAt, where.from), lt(a.startAt, where.to), notInArray(a.status, notToday), where.known))
    .orderBy(asc(a.startAt), asc(a.id)).limit(where.limit)
}
