import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { DiagnosticReportFacts, LabOrderFacts, ObservationFacts, SharedItemFacts } from '#domain/feeds/result-facts.ts'
import { addDays, startOfLocalDay, type Instant } from '#domain/time.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import { practitionerIdsOf } from '#db/feed-practitioners.ts'
import { homesOf } from '#db/home-portals.ts'
import { hashOfFacts, outcomeOf, type Kept } from '#db/kept.ts'
import { judgeAgain } from '#db/judge-again.ts'
import { arrivedValues, keepReport, valueColumns } from '#db/keep-reports.ts'
import type { NewId } from '#db/new-id.ts'
import { patientIdsOf } from '#db/patients.ts'
import { nameRecordItem } from '#db/record-items.ts'
import { portalRules } from '#db/portal-rules.ts'
import { rereadValues } from '#db/reread-values.ts'
import { testKindsNow } from '#db/test-kinds.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'

export type ResultHow = { at: Instant; newId: NewId }

/** Observations wait for the report that names them; a changed one changes its report. */
export async function keepObservations(w: Writer, all: readonly ObservationFacts[], how: ResultHow): Promise<Kept[]> {
  const source = all[0]?.source ?? ''
  const patients = await patientIdsOf(w, source, all.map((one) => one.patientSourceId))
  const known = new Map((await arrivedValues(w, source, all.map((one) => one.sourceId))).map((row) => [row.sourceId, row]))
  const { resultValues: v } = w.t
  const kept: Kept[] = []
  const news = []
  const touched = new Set<string>()
  for (const { sourceId, value, patientSourceId, issuedAt } of all) {
    const patientId = patients.get(patientSourceId)
    if (patientId === undefined) {
      kept.push({ sourceId, outcome: 'refused', code: 'ITEM_NOT_OF_PATIENT' })
      continue
    }
    const columns = { ...valueColumns(value), observedAt: value.observedAt ?? issuedAt }
    const sourceHash = hashOfFacts(columns)
    const before = known.get(sourceId)
    const id = before?.id ?? how.newId('result-value', source, sourceId)
    const outcome = outcomeOf(before ? { sourceHash: before.sourceHash ?? '' } : undefined, sourceHash)
    if (outcome === 'created') news.push({ id, patientId, place: 0, ...columns, source, sourceId, sourceHash, arrivedAt: how.at })
    if (outcome === 'changed') {
      await w.update(v).set({ ...columns, sourceHash }).where(eq(v.id, id))
      if (before?.resultId) touched.add(before.resultId)
    }
    kept.push({ sourceId, outcome, id })
  }
  for (let from = 0; from < news.length; from += 100) await w.insert(v).values(news.slice(from, from + 100))
  await noteChangedValues(w, [...touched], how.at)
  return kept
}

/** A value of a report was changed by itself: that is a new version of the report. What was verified before was another one. */
async function noteChangedValues(w: Writer, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return
  const { results: r } = w.t
  await judgeAgain(w, ids, await testKindsNow(w), { at, alsoOut: true })
  await rereadValues(w, ids, at)
  await w.update(r).set({ status: 'corrected', versionAt: at, finalAt: at, versionNumber: sql`${r.versionNumber} + 1` })
    .where(and(inArray(r.id, [...ids]), or(eq(r.status, 'final'), eq(r.status, 'corrected'))))
  await settleResults(w, ids, at)
}

/** Reports with the values that they name; what has not come yet is waited for. */
export async function keepDiagnosticReports(w: Writer, all: readonly DiagnosticReportFacts[], how: ResultHow): Promise<Kept[]> {
  const source = all[0]?.source ?? ''
  const patients = await patientIdsOf(w, source, all.map((one) => one.patientSourceId))
  const values = new Map((await arrivedValues(w, source, all.flatMap((one) => one.valueIds))).map((row) => [row.sourceId ?? '', row]))
  const orders = await orderersOf(w, source, all.flatMap((one) => one.report.orderKey ?? []))
  const kept: Kept[] = []
  const touched: string[] = []
  for (const { sourceId, patientSourceId, report, valueIds } of all) {
    const patientId = patients.get(patientSourceId)
    if (patientId === undefined) {
      kept.push({ sourceId, outcome: 'refused', code: 'ITEM_NOT_OF_PATIENT' })
      continue
    }
    const arrived = valueIds.flatMap((id) => values.get(id) ?? []).filter((row) => row.patientId === patientId)
    const done = await keepReport(w, {
      report, patientId, source, practitionerId: orders.get(report.orderKey ?? '') ?? null, assigneeId: null,
      orderedElsewhere: report.orderedBy !== null && !orders.has(report.orderKey ?? ''), arrived, missing: valueIds.filter((id) => !values.has(id)),
    }, how)
    if (done.outcome !== 'unchanged') touched.push(done.id)
    kept.push({ sourceId, outcome: done.outcome, id: done.id })
  }
  await settleResults(w, touched, how.at, { tellLater: true })
  return kept
}

/** Who ordered, by the orders that we know. */
async function orderersOf(w: Writer, source: string, keys: readonly string[]): Promise<Map<string, string | null>> {
  const { labOrders: o } = w.t
  if (keys.length === 0) return new Map()
  const rows = await w.select({ key: o.orderKey, sourceId: o.sourceId, practitionerId: o.practitionerId }).from(o)
    .where(and(eq(o.source, source), or(inArray(o.orderKey, [...keys]), inArray(o.sourceId, [...keys]))))
  return new Map(rows.flatMap((row) => [[row.key, row.practitionerId], [row.sourceId, row.practitionerId]] as const))
}

/** Notes, diagnoses and medications as items of the record. Shared unless somebody says otherwise here (R67). */
export async function keepSharedItems(w: Writer, all: readonly SharedItemFacts[], how: ResultHow): Promise<Kept[]> {
  const source = all[0]?.source ?? ''
  const { sharedItems: s } = w.t
  const patients = await patientIdsOf(w, source, all.map((one) => one.patientSourceId))
  const practitioners = await practitionerIdsOf(w, source, all)
  const known = new Map((await w.select({ id: s.id, sourceId: s.sourceId, sourceHash: s.sourceHash }).from(s).where(and(eq(s.source, source), inArray(s.sourceId, all.map((one) => one.sourceId))))).map((row) => [row.sourceId, row]))
  const kept: Kept[] = []
  for (const { sourceId, patientSourceId, ...facts } of all) {
    const patientId = patients.get(patientSourceId)
    if (patientId === undefined) {
      kept.push({ sourceId, outcome: 'refused', code: 'ITEM_NOT_OF_PATIENT' })
      continue
    }
    const { kind, name, authoredAt, acquiredOn, withdrawn, confidentialTo } = facts
    const columns = { kind, name, authoredAt, acquiredOn, withdrawn, practitionerId: practitioners(facts) }
    const sourceHash = hashOfFacts({ ...columns, patientId, ...(confidentialTo.length === 0 ? {} : { confidentialTo: confidentialTo.join(',') }) })
    const before = known.get(sourceId)
    const outcome = outcomeOf(before, sourceHash)
    const id = before?.id ?? how.newId('shared-item', source, sourceId)
    if (outcome === 'created') await w.insert(s).values({ id, patientId, ...columns, source, sourceId, sourceHash, arrivedAt: how.at })
    if (outcome === 'changed') await w.update(s).set({ ...columns, sourceHash, version: sql`${s.version} + 1` }).where(eq(s.id, id))
    if (outcome !== 'unchanged') {
      await nameRecordItem(w, { id, patientId, category: kind, acquiredOn, confidentialTo, source: 'shared-items', sourceId: id })
    }
    kept.push({ sourceId, outcome, id })
  }
  return kept
}

/** Laboratory orders that wait for a result, with the instant from which they are missing by the portal's promise (R65). */
export async function keepLabOrders(w: Writer, all: readonly LabOrderFacts[], how: ResultHow): Promise<Kept[]> {
  const source = all[0]?.source ?? ''
  const { labOrders: o, results: r } = w.t
  const patients = await patientIdsOf(w, source, all.map((one) => one.patientSourceId))
  const homes = await homesOf(w, [...patients.values()], how.at)
  const practitioners = await practitionerIdsOf(w, source, all)
  const portals = await portalRules(w)
  const known = new Map((await w.select({ id: o.id, sourceId: o.sourceId, sourceHash: o.sourceHash, state: o.state }).from(o).where(and(eq(o.source, source), inArray(o.sourceId, all.map((one) => one.sourceId))))).map((row) => [row.sourceId, row]))
  const kept: Kept[] = []
  for (const one of all) {
    const patientId = patients.get(one.patientSourceId)
    const home = homes.get(patientId ?? '')
    if (patientId === undefined || !home) {
      kept.push({ sourceId: one.sourceId, outcome: 'refused', code: 'ITEM_NOT_OF_PATIENT' })
      continue
    }
    const found = policyAt(portals.find((portal) => portal.id === home.portalId)?.versions.map(({ policy }) => policy) ?? [], how.at)
    const days = found.inForce ? found.policy.results.missingLabDays : null
    // Seven local days after the day of collection: missing from the day after the last of them (R65).
    const missingAt = days === null || !found.inForce ? null : startOfLocalDay(addDays(one.countsFromOn, days + 1), found.policy.timeZone)
    const columns = { name: one.name, practitionerId: practitioners(one), portalId: home.portalId, countsFromOn: one.countsFromOn, missingAt, orderKey: one.orderKey }
    const sourceHash = hashOfFacts({ ...columns, patientId, calledOff: one.calledOff })
    const before = known.get(one.sourceId)
    const outcome = outcomeOf(before, sourceHash)
    const id = before?.id ?? how.newId('lab-order', source, one.sourceId)
    const [came] = await w.select({ id: r.id }).from(r).where(and(eq(r.patientId, patientId), eq(r.orderKey, one.orderKey))).limit(1)
    const state = came ? 'came' : one.calledOff ? 'called-off' : 'waits'
    if (outcome === 'created') await w.insert(o).values({ id, patientId, ...columns, resultId: came?.id ?? null, state, source, sourceId: one.sourceId, sourceHash })
    if (outcome === 'changed') await w.update(o).set({ ...columns, sourceHash, state: before?.state === 'came' ? 'came' : state }).where(eq(o.id, id))
    kept.push({ sourceId: one.sourceId, outcome, id })
  }
  return kept
}
