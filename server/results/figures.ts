import { and, count, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { FindingsAnswer, figuresQuery, ResultFigures } from '#domain/contracts/result-care.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import { resultCategories, type ResultCategory } from '#domain/portals/result-policy.ts'
import { CONTACT_WITHIN_DAYS, isBlanketDelay, isFrequentHolder, LONG_WAIT_DAYS } from '#domain/release/findings.ts'
import { findingSentence } from '#domain/release/finding-sentences.ts'
import type { HoldGround } from '#domain/release/grounds.ts'
import type { WorklistGroup } from '#domain/release/worklist.ts'
import { addDays, DAY, HOUR, localDateOf, startOfLocalDay } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { isOfKnown } from '#server/patients/patients.ts'
import { staffNames } from '#server/results/staff-names.ts'

const many = (of: unknown) => sql<number>`count(${of})`.mapWith(Number)
const ageBands = [['under-1', 1], ['1-3', 4], ['4-7', 8], ['8-14', 15], ['15-30', 31], ['over-30', Infinity]] as const

/** Holds and release times of some days. Sums come from the database; days are the practice's. */
export async function figuresOf(db: Reader, act: Act, { from, to, portalId }: z.infer<typeof figuresQuery>): Promise<Outcome<ResultFigures>> {
  const { results: r, resultHolds: h } = db.t
  const zone = act.app.config.practiceTimeZone
  const [begin, end] = [startOfLocalDay(from, zone), startOfLocalDay(addDays(to, 1), zone)]
  // A closed chart is in no sum: a difference of one would tell of it (AZ-02).
  const ofPortal = and(isOfKnown(db, act.actor, act.at, r.patientId), portalId === undefined ? undefined : eq(r.portalId, portalId))
  const arrived = and(gte(r.arrivedAt, begin), lt(r.arrivedAt, end), ofPortal)
  const waiting = await db.select({ group: r.worklist, portalId: r.portalId, count: count() }).from(r).where(and(isNotNull(r.worklist), ofPortal)).groupBy(r.worklist, r.portalId)
  const running = await db.select({ ground: h.ground, count: count() }).from(h).innerJoin(r, eq(r.id, h.resultId)).where(and(isNull(h.overAt), ofPortal)).groupBy(h.ground)
  const ended = await db.select({ ground: h.ground, count: count() }).from(h).innerJoin(r, eq(r.id, h.resultId))
    .where(and(isNotNull(h.overAt), gte(h.overAt, begin), lt(h.overAt, end), ofPortal)).groupBy(h.ground)
  // Written out, not bound: PostgreSQL takes two bound numbers for two expressions and would not group by these.
  const [now, first, aDay] = [act.at, begin, DAY].map((number) => sql.raw(String(number)))
  const age = sql<number>`cast((${now} - ${h.startAt}) / ${aDay} as integer)`.mapWith(Number)
  const day = sql<number>`cast((${r.arrivedAt} - ${first}) / ${aDay} as integer)`.mapWith(Number)
  const ages = await db.select({ days: age, count: count() }).from(h).innerJoin(r, eq(r.id, h.resultId)).where(and(isNull(h.overAt), ofPortal)).groupBy(age)
  const wait = sql`(${r.shownAt} - ${r.arrivedAt})`
  const times = await db.select({ category: r.category, arrived: count(), shown: many(r.shownAt), median: db.fn.percentile(wait, 0.5), p90: db.fn.percentile(wait, 0.9) })
    .from(r).where(and(arrived)).groupBy(r.category)
  const byDay = await db.select({ day, arrived: count(), shown: many(r.shownAt) })
    .from(r).where(arrived).groupBy(day)
  const grounds = [...new Set([...running, ...ended].map((one) => one.ground))].toSorted()
  const hours = (ms: number | null) => (ms === null ? null : Math.round((Number(ms) / HOUR) * 10) / 10)
  return done({
    waiting: waiting.map((one) => ({ group: one.group as WorklistGroup, portalId: one.portalId, count: one.count })),
    holdsByGround: grounds.map((ground) => ({
      ground: ground as HoldGround, running: running.find((one) => one.ground === ground)?.count ?? 0, ended: ended.find((one) => one.ground === ground)?.count ?? 0,
    })),
    holdAges: ageBands.map(([band, below], place) => ({
      band, running: ages.filter(({ days }) => days < below && days >= (ageBands[place - 1]?.[1] ?? 0)).reduce((sum, one) => sum + one.count, 0),
    })),
    releaseTimes: times.map((one) => ({ category: one.category as ResultCategory, arrived: one.arrived, shown: one.shown, medianHours: hours(one.median), p90Hours: hours(one.p90) })),
    byDay: byDay.toSorted((a, b) => a.day - b.day).map((one) => ({ on: localDateOf(begin + one.day * DAY + 12 * HOUR, zone), arrived: one.arrived, shown: one.shown })),
  })
}

/** The time over which habits are looked at. */
const LOOK_BACK = 90 * DAY

/** What may be information blocking: rules stricter than their law, habits of holding, holds without a call, long waits. */
export async function findingsOf(db: Reader, act: Act): Promise<Outcome<FindingsAnswer>> {
  const { results: r, resultHolds: h, resultActs: a } = db.t
  const since = act.at - LOOK_BACK
  const known = isOfKnown(db, act.actor, act.at, r.patientId)
  const rows: FindingsAnswer['rows'] = []
  const add = (one: Omit<FindingsAnswer['rows'][number], 'sentence'>) => { rows.push({ ...one, sentence: findingSentence(one.kind, act.language, one.count) }) }
  const blocked = await db.select({ portalId: r.portalId, count: count() }).from(r).where(and(eq(r.worklist, 'blocked'), known)).groupBy(r.portalId)
  for (const portal of await portalRules(db)) {
    const found = policyAt(portal.versions.map(({ policy }) => policy), act.at)
    const note = found.inForce ? found.policy.results.notes.find((one) => one.stricterThanCitedLaw) : undefined
    if (!note) continue
    const about = { portalId: portal.id, category: null, staffId: null, staffName: null, count: blocked.find((one) => one.portalId === portal.id)?.count ?? 0, rule: note.rule, citedLaw: note.citedLaw }
    add({ kind: 'policy-stricter-than-law', ...about })
    if (note.findings.includes('LAW_CHANGED_SINCE')) add({ kind: 'law-changed-since', ...about })
  }
  const holds = await db.select({ staffId: h.setBy, category: r.category, results: sql<number>`count(distinct ${h.resultId})`.mapWith(Number) }).from(h).innerJoin(r, eq(r.id, h.resultId))
    .where(and(gte(h.startAt, since), known)).groupBy(h.setBy, r.category)
  const released = await db.select({ staffId: r.releasedBy, category: r.category, results: count() }).from(r).where(and(isNotNull(r.releasedBy), gte(r.releasedAt, since), known)).groupBy(r.releasedBy, r.category)
  const names = await staffNames(db, holds.map((one) => one.staffId))
  const allHeld = holds.reduce((sum, one) => sum + one.results, 0)
  const all = { holds: allHeld, results: allHeld + released.reduce((sum, one) => sum + one.results, 0) }
  for (const category of resultCategories) {
    for (const one of holds.filter((hold) => hold.category === category)) {
      const results = one.results + (released.find((other) => other.staffId === one.staffId && other.category === category)?.results ?? 0)
      if (isBlanketDelay({ staffId: one.staffId, category, holds: one.results, results })) {
        add({ kind: 'blanket-delay', portalId: null, category, staffId: one.staffId, staffName: names(one.staffId), count: one.results, rule: 'R68', citedLaw: '45 CFR 171.201' })
      }
    }
  }
  for (const staffId of new Set(holds.map((one) => one.staffId))) {
    const own = holds.filter((one) => one.staffId === staffId).reduce((sum, one) => sum + one.results, 0)
    const results = own + released.filter((one) => one.staffId === staffId).reduce((sum, one) => sum + one.results, 0)
    if (isFrequentHolder({ holds: own, results }, all)) add({ kind: 'holds-per-clinician', portalId: null, category: null, staffId, staffName: names(staffId), count: own, rule: 'R68', citedLaw: '45 CFR 171.201' })
  }
  const silent = await db.select({ id: h.resultId }).from(h).innerJoin(r, eq(r.id, h.resultId))
    .where(and(isNull(h.overAt), lt(h.startAt, act.at - CONTACT_WITHIN_DAYS * DAY), known)).limit(1_000)
  const called = silent.length === 0 ? [] : await db.selectDistinct({ id: a.resultId }).from(a).where(and(inArray(a.resultId, silent.map((one) => one.id)), inArray(a.kind, ['called', 'counselled'])))
  const uncalled = silent.filter((one) => !called.some((other) => other.id === one.id)).length
  if (uncalled > 0) add({ kind: 'hold-without-contact', portalId: null, category: null, staffId: null, staffName: null, count: uncalled, rule: 'R68', citedLaw: '45 CFR 171.201' })
  const long = await db.$count(r, and(inArray(r.worklist, ['review', 'order']), lt(r.orderAt, act.at - LONG_WAIT_DAYS * DAY), known))
  if (long > 0) add({ kind: 'waits-long', portalId: null, category: null, staffId: null, staffName: null, count: long, rule: 'R62', citedLaw: '45 CFR 171.103' })
  return done({ rows })
}
