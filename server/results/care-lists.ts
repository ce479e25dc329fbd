import { and, asc, desc, eq, gt, gte, lt, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { closeLabBody, holdSearchBody, HoldReview, LabMessages, labMessagesQuery, MissingLabs, missingLabsQuery } from '#domain/contracts/result-care.ts'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import { displayName } from '#domain/names.ts'
import { reasons, refusalOf, type ReasonCode } from '#domain/reasons.ts'
import { groundRules, type HarmKind, type HoldGround } from '#domain/release/grounds.ts'
import { addDays, isoOf, isoOrNull, startOfLocalDay } from '#domain/time.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn, mayKnowOf } from '#server/patients/patients.ts'
import { staffNames } from '#server/results/staff-names.ts'

const PAGE = 50

/** Laboratory work that has not come, oldest first. */
export async function listMissingLabs(db: Reader, act: Act, { state, after }: z.infer<typeof missingLabsQuery>): Promise<Outcome<MissingLabs>> {
  const { missingLabs: c, labOrders: o, patients: p, practitioners } = db.t
  const [at, id] = cursorOf(after)
  const rows = await db.select({ one: c, order: o, patient: p, orderer: practitioners.name }).from(c).innerJoin(o, eq(o.id, c.orderId)).innerJoin(p, eq(p.id, c.patientId))
    .leftJoin(practitioners, eq(practitioners.id, o.practitionerId))
    .where(and(eq(c.state, state), at === null ? undefined : or(gt(c.openedAt, at), and(eq(c.openedAt, at), gt(c.id, id))), mayKnowOf(db, act.actor, act.at)))
    .orderBy(asc(c.openedAt), asc(c.id)).limit(PAGE + 1)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return done({
    next: rows.length > PAGE && last ? `${last.one.openedAt}~${last.one.id}` : null,
    rows: page.map(({ one, order, patient, orderer }) => ({
      id: one.id, version: one.version, patientId: patient.id, patientName: displayName(patient), name: order.name, countsFromOn: order.countsFromOn, openedAt: isoOf(one.openedAt),
      state: one.state as 'open' | 'closed', outcome: one.outcome as MissingLabs['rows'][number]['outcome'], orderedByName: orderer,
    })),
  })
}

/** Closes the case with what became of the laboratory work. */
export async function closeMissingLab(w: Writer, act: Act, id: string, { outcome, reason }: z.infer<typeof closeLabBody>): Promise<Outcome<{ id: string; version: number }>> {
  const { missingLabs: c } = w.t
  const [one] = await w.select().from(c).where(eq(c.id, id))
  if (!one) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, one.patientId)
  if ('refused' in opened) return opened
  if (one.version !== act.version) return refuse('VERSION_STALE', { current: { version: one.version, state: one.state } })
  const closed = await w.update(c).set({ state: 'closed', outcome, closedBy: act.actor.id, closedAt: act.at, note: reason, version: one.version + 1 })
    .where(and(eq(c.id, id), eq(c.state, 'open'))).returning({ id: c.id })
  if (closed.length === 0) return refuse('ALREADY_DONE')
  await record(w, act, { event: 'missing-lab.closed', patientId: one.patientId, objectId: id, detail: { outcome, reason } })
  w.announce('missing-labs', id)
  return done({ id, version: one.version + 1 }, one.version + 1)
}

/** What came from laboratories, newest first; no content, no names. */
export async function listLabMessages(db: Reader, act: Act, { outcome, after }: z.infer<typeof labMessagesQuery>): Promise<Outcome<LabMessages>> {
  const { labMessages: m } = db.t
  const [at, id] = cursorOf(after)
  const rows = await db.select().from(m)
    .where(and(outcome === 'refused' ? eq(m.outcome, 'refused') : undefined, at === null ? undefined : or(lt(m.receivedAt, at), and(eq(m.receivedAt, at), lt(m.id, id)))))
    .orderBy(desc(m.receivedAt), desc(m.id)).limit(PAGE + 1)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return done({
    next: rows.length > PAGE && last ? `${last.receivedAt}~${last.id}` : null,
    rows: page.map((row) => {
      const code = row.code !== null && Object.hasOwn(reasons, row.code) ? row.code as ReasonCode : null
      const why = code === null ? null : refusalOf(code, act.language, JSON.parse(row.facts) as Record<string, string | number>)
      return {
        id: row.id, sender: row.sender, controlId: row.controlId, via: row.via as 'file' | 'connector' | 'mllp', fileName: row.fileName, receivedAt: isoOf(row.receivedAt),
        outcome: row.outcome as 'taken' | 'refused', reports: row.reports, refusedReports: row.refusedReports, message: why?.message ?? null, next: why?.next ?? null, rule: why?.rule ?? null,
      }
    }),
  })
}

/** Every hold of some days with its evidence, for the privacy officer (R68). */
export async function reviewHolds(db: Reader, act: Act, asked: z.infer<typeof holdSearchBody>): Promise<Outcome<HoldReview>> {
  const { resultHolds: h, results: r, patients: p, resultActs } = db.t
  const zone = act.app.config.practiceTimeZone
  const [at, id] = cursorOf(asked.after)
  const rows = await db.select({ hold: h, result: r, patient: p }).from(h).innerJoin(r, eq(r.id, h.resultId)).innerJoin(p, eq(p.id, r.patientId)).where(and(
    gte(h.startAt, startOfLocalDay(asked.from, zone)), lt(h.startAt, startOfLocalDay(addDays(asked.to, 1), zone)),
    asked.ground ? eq(h.ground, asked.ground) : undefined, asked.setBy ? eq(h.setBy, asked.setBy) : undefined,
    at === null ? undefined : or(gt(h.startAt, at), and(eq(h.startAt, at), gt(h.id, id))), mayKnowOf(db, act.actor, act.at),
  )).orderBy(asc(h.startAt), asc(h.id)).limit(PAGE + 1)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const names = await staffNames(db, page.map((row) => row.hold.setBy))
  const persons = await knownPersons(db, page.flatMap((row) => row.hold.personId ?? []))
  const called = new Set<string>()
  for (const { hold } of page) {
    const [act1] = await db.select({ id: resultActs.id }).from(resultActs).where(and(eq(resultActs.resultId, hold.resultId), eq(resultActs.kind, 'called'))).limit(1)
    if (act1) called.add(hold.resultId)
  }
  return done({
    next: rows.length > PAGE && last ? `${last.hold.startAt}~${last.hold.id}` : null,
    rows: page.map(({ hold, result, patient }) => ({
      id: hold.id, resultId: hold.resultId, patientId: patient.id, patientName: displayName(patient), category: result.category as ResultCategory,
      recipient: hold.recipient as 'patient' | 'representative', personName: persons.get(hold.personId ?? '')?.name ?? null, ground: hold.ground as HoldGround, harm: hold.harm as HarmKind,
      citedLaw: hold.statute ?? groundRules[hold.ground as HoldGround].citedLaw, evidence: hold.evidence, startAt: isoOf(hold.startAt), endAt: isoOf(hold.endAt), endedAt: isoOrNull(hold.endedAt),
      setByName: names(hold.setBy), called: called.has(hold.resultId), extendsId: hold.extendsId,
    })),
  })
}

function cursorOf(after: string | undefined): [number | null, string] {
  const [at = '', id = ''] = (after ?? '').split('~')
  const instant = Number(at)
  return after === undefined || !Number.isFinite(instant) ? [null, ''] : [instant, id]
}
