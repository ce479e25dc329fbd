import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { z } from 'zod'
import type { groundAnswer, HoldAnswer, ResultAnswer, ValueAnswer } from '#domain/contracts/results.ts'
import type { Decision } from '#domain/decision.ts'
import { refusalOf } from '#domain/reasons.ts'
import { groundFits, longestEnd } from '#domain/release/can-hold.ts'
import { endOfHold } from '#domain/release/facts.ts'
import { groundRules, holdGrounds, type HarmKind, type HoldGround } from '#domain/release/grounds.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import { answerAt } from '#domain/release/timeline.ts'
import { canRelease, canReleaseInBulk, canVerify } from '#domain/release/who-may.ts'
import { isCritical } from '#domain/results/report.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { listOf } from '#db/result-facts.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { cameWith } from '#server/results/came-with.ts'
import { resultToRead, type ResultScene } from '#server/results/result-to-act-on.ts'
import { showRows } from '#server/results/show-row.ts'
import { showState } from '#server/results/show-state.ts'
import { staffNames } from '#server/results/staff-names.ts'

const recipients: readonly Recipient[] = [{ kind: 'patient' }, { kind: 'representative', personId: null }]

/** One result, whole: values with ranges, the version before and the trend; where it stands for whom, and what the reader may do. */
export async function readResult(db: Reader, act: Act, id: string): Promise<Outcome<ResultAnswer>> {
  const scene = await resultToRead(db, act, id)
  if ('refused' in scene) return scene
  const { known, portal, versions, standing, chart } = scene
  const { row, facts } = known
  const [shown] = await showRows(db, [{ row, patient: chart }], act.at, () => null)
  if (!shown) throw new Error('no row to show')
  const names = await staffNames(db, [...known.acts.map((one) => one.by), ...known.holds.map((one) => one.setBy), ...(standing.coversId === null ? [] : [standing.coversId])])
  const persons = await knownPersons(db, known.holds.flatMap((one) => one.personId ?? []))
  const [phone] = await db.select({ value: db.t.patientContacts.value }).from(db.t.patientContacts)
    .where(and(eq(db.t.patientContacts.patientId, row.patientId), eq(db.t.patientContacts.kind, 'phone'), isNull(db.t.patientContacts.retiredAt))).orderBy(asc(db.t.patientContacts.sinceAt), asc(db.t.patientContacts.id)).limit(1)
  const [forPatient, forRepresentatives] = recipients.map((recipient) => showState(answerAt(versions, facts, recipient, act.at), portal, act.language))
  if (!forPatient || !forRepresentatives) throw new Error('no answer')
  return done({
    ...shown, coversName: standing.coversId === null ? null : names(standing.coversId),
    values: await valuesOf(db, row), remarks: row.remarks, categories: facts.categories as ResultAnswer['categories'], evidence: JSON.parse(row.evidence) as ResultAnswer['evidence'],
    doubts: listOf(row.doubts) as ResultAnswer['doubts'], clockedClasses: [...facts.clockedClasses], orderedByName: await ordererName(db, row), orderedElsewhere: row.orderedElsewhere,
    collectedAt: isoOrNull(row.collectedAt), finalAt: isoOrNull(row.finalAt), versionNumber: row.versionNumber, correctedAt: row.status === 'corrected' ? isoOf(row.versionAt) : null,
    forPatient, forRepresentatives,
    holds: known.holds.map((hold): HoldAnswer => ({
      id: hold.id, version: hold.version, recipient: hold.recipient as HoldAnswer['recipient'], personId: hold.personId, personName: persons.get(hold.personId ?? '')?.name ?? null,
      ground: hold.ground as HoldGround, harm: hold.harm as HarmKind, citedLaw: hold.statute ?? groundRules[hold.ground as HoldGround].citedLaw, evidence: hold.evidence,
      startAt: isoOf(hold.startAt), endAt: isoOf(hold.endAt), endedAt: isoOrNull(hold.endedAt), setByName: names(hold.setBy), isRunning: hold.startAt <= act.at && act.at < endOfHold(hold),
      extendsId: hold.extendsId,
    })),
    grounds: recipients.flatMap((recipient) => holdGrounds.map((ground) => showGround(scene, act, recipient, ground))),
    acts: known.acts.map((one) => ({ kind: one.kind, at: isoOf(one.at), byName: names(one.by), asOrdering: one.asOrdering, text: one.text, reason: one.reason })),
    phoneOnFile: phone?.value ?? null, called: known.acts.some((one) => one.kind === 'called' && one.at >= row.versionAt),
    cameWith: await cameWith(db, act, scene), may: mayOf(scene, act), needsStepUp: row.sensitive,
  })
}

function showGround({ policy, known }: ResultScene, act: Act, recipient: Recipient, ground: HoldGround): z.infer<typeof groundAnswer> {
  const fits = groundFits(policy, known.facts, recipient, ground, act.at)
  const refusal = fits.allowed ? null : refusalOf(fits.code, act.language, fits.facts)
  return {
    recipient: recipient.kind, ground, fits: fits.allowed, citedLaw: groundRules[ground].citedLaw, message: refusal?.message ?? null, next: refusal?.next ?? null,
    longestEndAt: isoOf(longestEnd(policy, known.facts, ground, act.at)),
  }
}

function mayOf(scene: ResultScene, act: Act): ResultAnswer['may'] {
  const { known, policy, standing, versions } = scene
  const releasable = { facts: known.facts, isCritical: known.row.critical }
  const release = standing.may.allowed ? canRelease(policy, releasable, standing.asOrdering, act.at) : standing.may
  const answers = recipients.map((recipient) => answerAt(versions, known.facts, recipient, act.at))
  const isOut = answers.some((one) => one?.state === 'visible')
  const work = (kind: 'verification' | 'review'): Decision => (standing.may.allowed
    ? canVerify(policy, { facts: known.facts, isSensitive: known.row.sensitive }, kind, standing.asOrdering, act.at) : standing.may)
  const hold: Decision = !standing.may.allowed ? standing.may : answers.every((one) => one?.state === 'visible') ? { allowed: false, code: 'RELEASED_ALREADY' }
    : answers.every((one) => one?.state === 'blocked') ? { allowed: false, code: 'BLOCKED_BY_POLICY' } : { allowed: true }
  const show = (decision: Decision) => {
    const refusal = decision.allowed ? null : refusalOf(decision.code, act.language, decision.facts)
    return { allowed: decision.allowed, message: refusal?.message ?? null, next: refusal?.next ?? null, rule: refusal?.rule ?? null }
  }
  return {
    release: show(release), verify: show(work('verification')), review: show(work('review')), hold: show(hold),
    recall: show(!standing.may.allowed ? standing.may : isOut ? { allowed: true } : { allowed: false, code: 'NOTHING_RELEASED' }),
    comment: show({ allowed: true }), decline: show(standing.may),
    bulk: show(standing.may.allowed ? canReleaseInBulk(policy, releasable, standing.asOrdering, act.at) : standing.may),
  }
}

async function ordererName(db: Reader, row: ResultScene['known']['row']): Promise<string | null> {
  if (row.practitionerId === null) return null
  const [found] = await db.select({ name: db.t.practitioners.name }).from(db.t.practitioners).where(eq(db.t.practitioners.id, row.practitionerId))
  return found?.name ?? null
}

type Former = { name: string; code: string | null; text: string }
/** Points of a trend that are drawn. */
const MOST_POINTS = 30

async function valuesOf(db: Reader, row: ResultScene['known']['row']): Promise<ValueAnswer[]> {
  const { resultValues: v, resultVersions, results: r } = db.t
  const rows = await db.select().from(v).where(eq(v.resultId, row.id)).orderBy(asc(v.place), asc(v.id))
  const [former] = await db.select().from(resultVersions).where(eq(resultVersions.resultId, row.id)).orderBy(desc(resultVersions.number)).limit(1)
  const before = former && former.finalAt !== null ? JSON.parse(former.values) as Former[] : []
  const codes = [...new Set(rows.flatMap((one) => (one.number === null || one.code === null ? [] : [one.code])))]
  const earlier = codes.length === 0 ? [] : await db.select({ value: v }).from(v).innerJoin(r, eq(r.id, v.resultId))
    .where(and(eq(v.patientId, row.patientId), inArray(v.code, codes), isNotNull(v.observedAt), lte(v.observedAt, row.collectedAt ?? row.finalAt ?? row.arrivedAt), inArray(r.status, ['final', 'corrected'])))
    .orderBy(asc(v.observedAt), asc(v.id))
  return rows.map((one) => showValue(one, before, earlier.map(({ value }) => value)))
}

function showValue(row: RowOf<'resultValues'>, before: readonly Former[], earlier: readonly RowOf<'resultValues'>[]): ValueAnswer {
  const asNumber = (text: string | null) => (text === null ? null : Number(text))
  const was = before.find((one) => one.code === row.code && one.name === row.name)
  const points = earlier.filter((one) => one.code === row.code && one.unit === row.unit && one.number !== null)
  const reading = row.reading as ValueAnswer['reading']
  return {
    id: row.id, name: row.name, code: row.code, kind: row.kind as ValueAnswer['kind'], text: row.text, number: asNumber(row.number), unit: row.unit, rangeText: row.rangeText,
    low: asNumber(row.low), high: asNumber(row.high), reading, critical: isCritical(reading), status: row.status as ValueAnswer['status'], remarks: row.remarks,
    mediaType: row.mediaType, bytes: row.bytes, before: was && was.text !== row.text ? was.text : null,
    trend: row.number === null ? [] : points.slice(-MOST_POINTS).map((one) => ({ at: isoOf(one.observedAt ?? one.arrivedAt), number: Number(one.number), reading: one.reading as ValueAnswer['reading'] })),
  }
}
