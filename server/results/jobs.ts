import { and, asc, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import { endOfHold } from '#domain/release/facts.ts'
import { categorise, isSensitive, joinCategories } from '#domain/results/categories.ts'
import { clockedClassesOf } from '#domain/results/clocked-classes.ts'
import { DAY, MINUTE, SECOND, type Instant } from '#domain/time.ts'
import { holdJudgedByWish } from '#db/hold-by-wish.ts'
import { isSaid } from '#db/judgement-columns.ts'
import { arrivedValues, keepReport, valueFrom } from '#db/keep-reports.ts'
import { rereadValues } from '#db/reread-values.ts'
import { listOf, type ResultRowOf } from '#db/result-facts.ts'
import type { RowOf } from '#db/rows.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { testKindsNow } from '#db/test-kinds.ts'
import type { App } from '#server/app.ts'
import { recordEvent, systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { every, type Job } from '#server/jobs/jobs.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { tellOfUpdate } from '#server/results/tell.ts'

const SLICE = 50
/** What was final longer ago came late, with a load of old data: it shows, and nobody gets a mail about it. */
const TELL_WITHIN = 14 * DAY
/** A value waits so long for its report. */
const LOOSE_FOR = 10 * MINUTE

/** The system at an instant. */
export function bySystem(at: Instant): AuditScene {
  return { actor: systemActor, at, requestId: null, sourceAddress: null }
}

/**
 * Results whose answer may have changed by time alone: a hold or a statute's wait is over, rules began, a report's values
 * may have come. Ends waits and nothing else; nothing here is an order, a review or a verification (R68, DU-04).
 */
export const turnResultsJob: Job = {
  name: 'turn-results', nextDueAt: every(20 * SECOND), audited: false,
  run: async (app, stop) => {
    let turned = 0
    for (let more = true; more && !stop.aborted;) {
      const at = app.clock.now()
      const count = await app.store.tx((w) => turnSome(w, app, at), { over: 'set' })
      turned += count
      more = count === SLICE
    }
    return { turned }
  },
}

async function turnSome(w: Writer, app: App, at: Instant): Promise<number> {
  const { results: r, resultHolds: h } = w.t
  const due = await w.select().from(r).where(lte(r.turnsAt, at)).orderBy(asc(r.turnsAt), asc(r.id)).limit(SLICE)
  for (const row of due) if (!row.complete) await gatherValues(w, row, at)
  const ids = due.map((row) => row.id)
  // Values that came may have told what kind of result it is.
  await holdJudgedByWish(w, due.filter((row) => !row.complete).map((row) => row.id), { at, newId: () => app.random.id() })
  const settled = await settleResults(w, ids, at)
  const over = ids.length === 0 ? [] : await w.select().from(h).where(and(inArray(h.resultId, ids), isNull(h.overAt), lte(h.endAt, at)))
  for (const hold of over) {
    await w.update(h).set({ overAt: endOfHold(hold) }).where(eq(h.id, hold.id))
    const now = settled.find((one) => one.known.row.id === hold.resultId)
    await recordEvent(w, bySystem(at), { event: 'hold.over', patientId: now?.known.row.patientId ?? null, objectId: hold.id, detail: { resultId: hold.resultId, code: now?.code ?? '' } })
  }
  for (const one of settled.filter(({ becameVisible }) => becameVisible)) {
    const isNew = one.known.facts.finalAt !== null && at - one.known.facts.finalAt < TELL_WITHIN
    const told = isNew ? await tellOfUpdate(w, app, bySystem(at), [one.known.row.id]) : 0
    await recordEvent(w, bySystem(at), { event: 'result.shown-by-rule', patientId: one.known.row.patientId, objectId: one.known.row.id, detail: { code: one.code, rule: one.rule, told } })
  }
  return due.length
}

/** Values that a report named and that have come since: they belong to it now, and it is judged with them. */
async function gatherValues(w: Writer, row: ResultRowOf, at: Instant): Promise<void> {
  const { results: r, resultValues: v } = w.t
  const wanted = listOf(row.missingValues)
  const came = (await arrivedValues(w, row.source, wanted)).filter((one) => one.patientId === row.patientId)
  if (came.length === 0) return
  for (const [place, one] of came.entries()) await w.update(v).set({ resultId: row.id, place: 1_000 + place }).where(eq(v.id, one.id))
  const missing = wanted.filter((id) => !came.some((one) => one.sourceId === id))
  await w.update(r).set({ complete: missing.length === 0, missingValues: missing.join(','), versionAt: at, ...(isSaid(row) ? {} : await judgedWith(w, row)) }).where(eq(r.id, row.id))
  await rereadValues(w, [row.id], at)
}

/** What a report is taken for with the values that belong to it now: what it was taken for without them, and what they say. */
async function judgedWith(w: Writer, row: ResultRowOf) {
  const { resultValues: v } = w.t
  const values = (await w.select().from(v).where(eq(v.resultId, row.id))).map(valueFrom)
  const found = categorise({ codings: [], text: row.name }, values.map((one) => ({ codings: one.codings, text: one.name })), await testKindsNow(w))
  const categories = joinCategories(listOf(row.categories) as typeof found.categories, found.categories)
  const classes = clockedClassesOf(categories, values.map((one) => ({ name: { codings: one.codings, text: one.name }, value: one.text || null, flag: null })), [])
  return {
    categories: categories.join(','), category: categories[0] ?? row.category, sensitive: row.sensitive || categories.some(isSensitive),
    doubts: [...new Set<string>([...listOf(row.doubts), ...found.doubts])].join(','), evidence: JSON.stringify([...JSON.parse(row.evidence) as unknown[], ...found.evidence]),
    clockedClasses: [...new Set([...listOf(row.clockedClasses), ...classes])].join(','),
  }
}

/** Whether a report of the patient still waits for this value: it is looked at again now and takes it. */
async function isWaitedFor(w: Writer, { patientId, source, sourceId }: RowOf<'resultValues'>, at: Instant): Promise<boolean> {
  const { results: r } = w.t
  if (source === null || sourceId === null) return false
  const waiting = await w.select({ id: r.id, missing: r.missingValues }).from(r).where(and(eq(r.patientId, patientId), eq(r.source, source), ne(r.missingValues, '')))
  const report = waiting.find((one) => listOf(one.missing).includes(sourceId))
  if (report) await w.update(r).set({ turnsAt: at }).where(eq(r.id, report.id))
  return report !== undefined
}

/** A value that no report names is a result of its own. Waits while an import runs: its report may be on the way. */
export const looseValuesJob: Job = {
  name: 'adopt-loose-values', nextDueAt: every(MINUTE), audited: true,
  run: async (app, stop) => {
    const { imports: i, resultValues: v } = app.store.read.t
    if (await app.store.read.$count(i, inArray(i.state, ['running', 'waiting'])) > 0) return { adopted: 0 }
    let adopted = 0
    for (let more = true; more && !stop.aborted;) {
      const at = app.clock.now()
      const found = await app.store.tx(async (w) => {
        const loose = await w.select().from(v).where(and(isNull(v.resultId), lte(v.arrivedAt, at - LOOSE_FOR))).orderBy(asc(v.arrivedAt), asc(v.id)).limit(SLICE)
        const touched: string[] = []
        let alone = 0
        for (const row of loose) {
          const value = valueFrom(row)
          if (await isWaitedFor(w, row, at)) continue
          alone += 1
          const kept = await keepReport(w, {
            report: {
              sourceId: `Observation/${row.sourceId ?? row.id}`, codings: value.codings, name: value.name, sections: [], status: value.status, orderedBy: null, orderKey: null,
              collectedOn: row.observedAt === null ? null : new Date(row.observedAt).toISOString().slice(0, 10), collectedAt: row.observedAt, issuedAt: row.observedAt, values: [], remarks: [],
            },
            patientId: row.patientId, source: row.source ?? 'values', practitionerId: null, assigneeId: null, orderedElsewhere: false, arrived: [row], missing: [],
          }, { at, newId: () => app.random.id() })
          touched.push(kept.id)
        }
        await settleResults(w, touched, at, { tellLater: true })
        return { alone, isFull: loose.length === SLICE }
      })
      adopted += found.alone
      more = found.isFull && found.alone > 0
    }
    return { adopted }
  },
}

/** Laboratory work of ours that the portal promised and that has not come: a support case each, once (R65). */
export const missingLabsJob: Job = {
  name: 'find-missing-labs', nextDueAt: every(10 * MINUTE), audited: true,
  run: async (app) => {
    const at = app.clock.now()
    const opened = await app.store.tx(async (w) => {
      const { labOrders: o, missingLabs: c } = w.t
      const late = await w.select().from(o).where(and(eq(o.state, 'waits'), lte(o.missingAt, at))).orderBy(asc(o.missingAt), asc(o.id)).limit(200)
      for (const order of late) {
        const id = app.random.id()
        await w.insert(c).values({ id, orderId: order.id, patientId: order.patientId, openedAt: at, state: 'open' }).onConflictDoNothing()
        await w.update(o).set({ missingAt: null }).where(eq(o.id, order.id))
        await recordEvent(w, bySystem(at), { event: 'missing-lab.opened', patientId: order.patientId, objectId: id, detail: { portalId: order.portalId } })
        w.announce('missing-labs', id)
      }
      return late.length
    })
    return { opened }
  },
}

/** Whoever set a hold is told that its end is near: by mail without a name or a test, once. */
export const remindOfHoldsJob: Job = {
  name: 'remind-of-holds', nextDueAt: every(5 * MINUTE), audited: true,
  run: async (app) => {
    const at = app.clock.now()
    const reminded = await app.store.tx(async (w) => {
      const { resultHolds: h } = w.t
      const due = await w.select().from(h).where(and(isNull(h.remindedAt), isNull(h.overAt), lte(h.remindAt, at))).limit(100)
      for (const hold of due) {
        await w.update(h).set({ remindedAt: at, version: sql`${h.version}` }).where(eq(h.id, hold.id))
        if (hold.endAt <= at || hold.setBy === 'system') continue
        await queueMail(w, app, { scene: bySystem(at), person: { kind: 'staff', id: hold.setBy }, purpose: 'oversight-notice', template: 'hold-ends', refs: { hours: Math.max(1, Math.round((hold.endAt - at) / (60 * MINUTE))) } })
      }
      return due.length
    })
    return { reminded }
  },
}
