import { createHash } from 'node:crypto'
import { and, eq, inArray, max, sql } from 'drizzle-orm'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import { confidentialLinesOf } from '#domain/results/confidential-lines.ts'
import { judgeReport } from '#domain/results/judge-report.ts'
import type { Report, ReportValue } from '#domain/results/report.ts'
import type { TestKinds } from '#domain/results/test-kinds.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import { holdByWish } from '#db/hold-by-wish.ts'
import { homesOf, type Home } from '#db/home-portals.ts'
import type { NewId } from '#db/new-id.ts'
import { isSaid, judgementColumns, readingColumns } from '#db/judgement-columns.ts'
import { listOf } from '#db/result-facts.ts'
import { linesOffered } from '#db/result-lines.ts'
import type { RowOf } from '#db/rows.ts'
import type { Writer } from '#db/store.ts'
import { testKindsNow } from '#db/test-kinds.ts'

/** A report with whom it is about. `values` of a report whose values came by themselves are read from their rows. */
export type ReportToKeep = {
  report: Report
  patientId: string
  source: string
  practitionerId: string | null
  assigneeId: string | null
  /** Somebody is named as having ordered it who is nobody here. */
  orderedElsewhere: boolean
  /** Rows of values that came before, by the report's list; ids that have not come. */
  arrived: readonly RowOf<'resultValues'>[]
  missing: readonly string[]
  /** The laboratory's message that brought it, with whatever else; none where a feed brings reports by themselves. */
  messageId?: string
}

export type KeptReport = { id: string; outcome: 'created' | 'changed' | 'unchanged'; versionNumber: number }

/** Writes one report: new, a newer version of a known one, or nothing where it says the same. Judged by itself (R60–R69). */
export async function keepReport(w: Writer, what: ReportToKeep, how: { at: Instant; newId: NewId }): Promise<KeptReport> {
  const { report, patientId, source } = what
  const { results: r } = w.t
  const hash = hashOf(what)
  const [before] = await w.select().from(r).where(and(eq(r.source, source), eq(r.sourceId, report.sourceId)))
  if (before?.sourceHash === hash) return { id: before.id, outcome: 'unchanged', versionNumber: before.versionNumber }
  const home = (await homesOf(w, [patientId], how.at)).get(patientId)
  if (!home) throw new Error('a report of nobody')
  const id = before?.id ?? how.newId('result', source, report.sourceId)
  const judged = judge(what, home, await testKindsNow(w))
  const versionNumber = (before?.versionNumber ?? 0) + 1
  const facts = {
    ...judged, codings: JSON.stringify(report.codings), sections: report.sections.join(','), ...(what.messageId === undefined ? {} : { messageId: what.messageId }),
    status: report.status, collectedAt: report.collectedAt, complete: what.missing.length === 0, missingValues: what.missing.join(','),
    finalAt: report.status === 'final' || report.status === 'corrected' ? Math.min(report.issuedAt ?? how.at, how.at) : null,
    orderKey: report.orderKey, remarks: report.remarks.join('\n'), sourceHash: hash, versionAt: how.at, versionNumber,
  }
  // What a clinician said of its kind stays, and no guard that it bears for that goes; who looks after it stays.
  const said = before && isSaid(before) ? before : null
  const sensitive = judged.sensitive || said?.sensitive === true
  if (before) {
    await keepVersion(w, before, how.at)
    const { category: _c, categories: _cs, evidence: _e, doubts: _d, clockedClasses: _k, ...rest } = facts
    await w.update(r).set({ ...(said ? rest : facts), sensitive }).where(eq(r.id, id))
  } else {
    await w.insert(r).values({
      id, patientId, siteId: home.siteId, portalId: home.portalId, ...facts, practitionerId: what.practitionerId, assigneeId: what.assigneeId,
      orderedElsewhere: what.orderedElsewhere, arrivedAt: how.at, code: 'NOT_FINAL', orderAt: how.at, source, sourceId: report.sourceId,
    })
    await holdByWish(w, { id, patientId, categories: judged.categories.split(',') }, how)
  }
  await writeValues(w, id, what, how)
  await nameItem(w, id, what, home, { ...judged, sensitive, categories: [...listOf(judged.categories), ...listOf(said?.categories ?? '')] as ResultCategory[] }, how.at)
  await closeOrder(w, id, what, how.at)
  return { id, outcome: before ? 'changed' : 'created', versionNumber }
}

function judge({ report, arrived }: ReportToKeep, home: Home, kinds: TestKinds) {
  const all = [...report.values, ...arrived.map(valueFrom)]
  const values = all.filter((value) => value.kind !== 'attachment')
  return {
    ...judgementColumns(judgeReport(report, all, kinds)),
    name: (report.name ?? report.codings.find((one) => one.display)?.display ?? values[0]?.name ?? 'Result').slice(0, 300),
    ...readingColumns(values),
    acquiredOn: report.collectedOn ?? (report.issuedAt === null ? null : localDateOf(report.issuedAt, home.timeZone)),
  }
}

/** A row of a value as a value. */
export function valueFrom(row: RowOf<'resultValues'>): ReportValue {
  return {
    codings: JSON.parse(row.codings) as ReportValue['codings'], name: row.name, kind: row.kind as ReportValue['kind'], text: row.text,
    remarks: row.remarks === '' ? [] : row.remarks.split('\n'), number: row.number === null ? null : Number(row.number), unit: row.unit, rangeText: row.rangeText,
    low: row.low === null ? null : Number(row.low), high: row.high === null ? null : Number(row.high), reading: row.reading as ReportValue['reading'],
    status: row.status as ReportValue['status'], observedAt: row.observedAt, mediaType: row.mediaType, bytes: row.bytes,
  }
}

/** A value as columns; numbers as they were written. */
export function valueColumns(value: ReportValue) {
  const asText = (number: number | null) => (number === null ? null : String(number))
  return {
    code: value.codings.find((one) => /^\d+-\d$/.test(one.code ?? ''))?.code ?? null, codings: JSON.stringify(value.codings),
    name: (value.name ?? value.codings.find((one) => one.display)?.display ?? value.codings[0]?.code ?? '').slice(0, 300), kind: value.kind, text: value.text,
    number: asText(value.number), unit: value.unit, rangeText: value.rangeText, low: asText(value.low), high: asText(value.high), reading: value.reading, status: value.status,
    remarks: value.remarks.join('\n'), observedAt: value.observedAt, mediaType: value.mediaType, bytes: value.bytes,
  }
}

async function writeValues(w: Writer, resultId: string, { report, patientId, arrived }: ReportToKeep, how: { at: Instant; newId: NewId }): Promise<void> {
  const { resultValues: v } = w.t
  await w.delete(v).where(and(eq(v.resultId, resultId), sql`${v.source} is null`))
  const own = report.values.map((value, place) => ({
    id: how.newId('result-value', resultId, String(how.at), String(place)), resultId, patientId, place, ...valueColumns(value), arrivedAt: how.at,
    observedAt: value.observedAt ?? report.collectedAt ?? report.issuedAt,
  }))
  for (let from = 0; from < own.length; from += 100) await w.insert(v).values(own.slice(from, from + 100))
  const left = arrived.flatMap((row) => (row.resultId !== null && row.resultId !== resultId ? [row.resultId] : []))
  // A value that stood alone has found its report: the result that it was by itself is no more.
  if (left.length > 0) await w.update(w.t.results).set({ status: 'cancelled', worklist: null, turnsAt: null, code: 'WITHDRAWN' }).where(inArray(w.t.results.id, left))
  for (const [place, row] of arrived.entries()) await w.update(v).set({ resultId, place: own.length + place }).where(eq(v.id, row.id))
}

/** The version that is being replaced, whole. */
async function keepVersion(w: Writer, before: RowOf<'results'>, at: Instant): Promise<void> {
  const { resultValues: v, resultVersions } = w.t
  const values = await w.select().from(v).where(eq(v.resultId, before.id)).orderBy(v.place)
  await w.insert(resultVersions).values({
    resultId: before.id, number: before.versionNumber, status: before.status, finalAt: before.finalAt, versionAt: before.versionAt, replacedAt: at,
    values: JSON.stringify(values.map(({ name, code, text, unit, rangeText, reading }) => ({ name, code, text, unit, rangeText, reading }))),
  })
}

/** Names the result in the record, so that access to it is decided like to everything else (R25, R31). */
async function nameItem(w: Writer, id: string, { report, patientId, arrived }: ReportToKeep, home: Home, judged: { acquiredOn: string | null; sensitive: boolean; categories: readonly ResultCategory[] }, at: Instant): Promise<void> {
  const tests = [{ codings: report.codings, text: report.name }, ...[...report.values, ...arrived.map(valueFrom)].map((value) => ({ codings: value.codings, text: value.name }))]
  const lines = confidentialLinesOf(tests, await linesOffered(w, home.portalId, home.state, at), judged.categories)
  const item = { acquiredOn: judged.acquiredOn, sensitive: judged.sensitive, confidentialTo: [...new Set([...lines, ...report.confidentialTo ?? []])].join(',') }
  await w.insert(w.t.recordItems).values({ id, patientId, category: 'result', source: 'results', sourceId: id, ...item })
    .onConflictDoUpdate({ target: [w.t.recordItems.source, w.t.recordItems.sourceId], set: item })
}

/** An order of ours that waited for this report has its result (R65). */
async function closeOrder(w: Writer, id: string, { report, patientId }: ReportToKeep, at: Instant): Promise<void> {
  if (report.orderKey === null || report.status === 'registered') return
  const { labOrders: o, missingLabs: c } = w.t
  const came = await w.update(o).set({ state: 'came', resultId: id }).where(and(eq(o.patientId, patientId), eq(o.orderKey, report.orderKey), eq(o.state, 'waits'))).returning({ id: o.id })
  if (came.length === 0) return
  await w.update(c).set({ state: 'closed', outcome: 'came', closedBy: 'system', closedAt: at, version: sql`${c.version} + 1` })
    .where(and(inArray(c.orderId, came.map((one) => one.id)), eq(c.state, 'open')))
}

function hashOf({ report, patientId, arrived, missing }: ReportToKeep): string {
  return createHash('sha256').update(JSON.stringify([patientId, report, arrived.map((one) => [one.sourceId, one.sourceHash]), missing])).digest('hex')
}

/** The next place among the acts of a result. */
export async function nextActPlace(w: Writer, resultId: string): Promise<number> {
  const { resultActs: a } = w.t
  const [last] = await w.select({ place: max(a.place) }).from(a).where(eq(a.resultId, resultId))
  return (last?.place ?? 0) + 1
}

/** Values that came before their report, by the feed's ids, in the order asked for. */
export async function arrivedValues(w: Writer, source: string, sourceIds: readonly string[]): Promise<RowOf<'resultValues'>[]> {
  const { resultValues: v } = w.t
  if (sourceIds.length === 0) return []
  const rows = new Map((await w.select().from(v).where(and(eq(v.source, source), inArray(v.sourceId, [...sourceIds])))).map((row) => [row.sourceId, row]))
  return sourceIds.flatMap((id) => rows.get(id) ?? [])
}
