import { and, asc, count, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { assignBody, Colleagues, UnownedCount, UnownedResults, unownedBody } from '#domain/contracts/result-care.ts'
import { ageAt } from '#domain/birthdays.ts'
import { displayName } from '#domain/names.ts'
import type { WorklistGroup } from '#domain/release/worklist.ts'
import { isoOf } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import { resultsById } from '#db/result-facts.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn, knownAmong, mayKnowOf } from '#server/patients/patients.ts'
import { noteAct, settleOne } from '#server/results/act-on-result.ts'
import { findPrescriber, prescribersFor } from '#server/results/colleagues.ts'

/** Nobody who works here stands for it: it is assigned to nobody, and whoever ordered it is nobody here any more. */
function nobodys(db: Reader) {
  const { results: r, practitioners: p, staff: s } = db.t
  return {
    practitioner: eq(p.id, r.practitionerId),
    owner: eq(s.id, sql`coalesce(${r.assigneeId}, ${p.staffId})`),
    is: and(isNotNull(r.worklist), or(isNull(s.id), ne(s.status, 'active'))),
  }
}

/** Results that nobody looks after, the longest waiting first: whose they are and where, and nothing of what they say. */
export async function listUnowned(db: Reader, act: Act, { after, limit }: z.infer<typeof unownedBody>): Promise<Outcome<UnownedResults>> {
  const { results: r, practitioners: p, staff: s, patients } = db.t
  const { practitioner, owner, is } = nobodys(db)
  const [at = '', id = ''] = (after ?? '').split('~')
  const behind = after === undefined || !Number.isFinite(Number(at)) ? undefined : or(gt(r.orderAt, Number(at)), and(eq(r.orderAt, Number(at)), gt(r.id, id)))
  const rows = await db.select({ row: r, patient: patients }).from(r).innerJoin(patients, eq(patients.id, r.patientId)).leftJoin(p, practitioner).leftJoin(s, owner)
    .where(and(is, behind, mayKnowOf(db, act.actor, act.at))).orderBy(asc(r.orderAt), asc(r.id)).limit(limit + 1)
  const page = rows.slice(0, limit)
  const portals = await portalRules(db)
  const last = page.at(-1)?.row
  return done({
    next: rows.length > limit && last ? `${last.orderAt}~${last.id}` : null,
    rows: page.map(({ row, patient }) => {
      const portal = portals.find((one) => one.id === row.portalId)
      return {
        id: row.id, version: row.version, patientId: patient.id, patientName: displayName(patient), birthDate: patient.birthDate, age: ageAt(patient.birthDate, act.at, portal?.timeZone ?? 'UTC'),
        portalName: portal?.name ?? row.portalId, group: row.worklist as WorklistGroup, critical: row.critical, arrivedAt: isoOf(row.arrivedAt), orderAt: isoOf(row.orderAt),
      }
    }),
  })
}

/** How many results nobody looks after, of those that the reader may know of; for the menu. */
export async function countUnowned(db: Reader, act: Act): Promise<Outcome<UnownedCount>> {
  const { results: r, practitioners: p, staff: s, patients } = db.t
  const { practitioner, owner, is } = nobodys(db)
  const [sums] = await db.select({ count: count(), critical: sql<number>`coalesce(sum(case when ${r.critical} then 1 else 0 end), 0)`.mapWith(Number) }).from(r)
    .innerJoin(patients, eq(patients.id, r.patientId)).leftJoin(p, practitioner).leftJoin(s, owner).where(and(is, mayKnowOf(db, act.actor, act.at)))
  return done(sums ?? { count: 0, critical: 0 })
}

/** Prescribers to whom the manager may give a result. */
export async function listAssignable(db: Reader, act: Act, id: string): Promise<Outcome<Colleagues>> {
  const known = (await resultsById(db, [id])).get(id)
  const mayKnow = known !== undefined && (await knownAmong(db, act.actor, act.at, [known.row.patientId])).has(known.row.patientId)
  return mayKnow ? done({ rows: await prescribersFor(db, act, known.row.patientId) }) : refuse('NOT_FOUND')
}

/** Gives a result that nobody looks after to a prescriber: from then on it is theirs, as if they had ordered it (AZ-05). */
export async function assignResult(w: Writer, act: Act, id: string, { toStaffId, reason }: z.infer<typeof assignBody>): Promise<Outcome<{ id: string; version: number }>> {
  const { results: r, practitioners: p, staff: s } = w.t
  const held = await w.update(r).set({ version: sql`${r.version}` }).where(and(eq(r.id, id), eq(r.version, act.version))).returning({ id: r.id })
  const known = (await resultsById(w, [id])).get(id)
  if (!known) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, known.row.patientId)
  if ('refused' in opened) return opened
  if (held.length === 0) return refuse('VERSION_STALE', { current: { version: known.row.version } })
  const { practitioner, owner, is } = nobodys(w)
  const [free] = await w.select({ id: r.id }).from(r).leftJoin(p, practitioner).leftJoin(s, owner).where(and(eq(r.id, id), is))
  if (!free) return refuse('ALREADY_DONE')
  if (!(await findPrescriber(w, toStaffId)) || toStaffId === act.actor.id) return refuse('NOT_FOUND')
  await w.update(r).set({ assigneeId: toStaffId }).where(eq(r.id, id))
  await noteAct(w, act, id, { kind: 'taken', reason })
  await settleOne(w, act, id)
  await record(w, act, { event: 'result.moved', patientId: known.row.patientId, objectId: id, detail: { how: 'assigned', toStaffId, reason } })
  const now = (await resultsById(w, [id])).get(id)
  const version = now?.row.version ?? 0
  return done({ id, version }, version)
}
