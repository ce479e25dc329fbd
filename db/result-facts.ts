import { asc, eq, inArray } from 'drizzle-orm'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import type { ClockedClass } from '#domain/portals/state-clocks.ts'
import { actKinds, type ActKind, type Hold, type ResultFacts } from '#domain/release/facts.ts'
import type { ReportStatus } from '#domain/results/report.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'

export type ResultRowOf = RowOf<'results'>
export type ActRow = RowOf<'resultActs'>
export type HoldRow = RowOf<'resultHolds'>
/** A result with everything that was done with it, and the facts that the engine decides by. */
export type KnownResult = { row: ResultRowOf; acts: ActRow[]; holds: HoldRow[]; facts: ResultFacts }

/** Results by id, in no order; what is not there is left out. */
export async function resultsById(db: Reader, ids: readonly string[]): Promise<Map<string, KnownResult>> {
  const { results: r, resultActs: a, resultHolds: h, patients: p, sites } = db.t
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.select({ row: r, birthDate: p.birthDate, state: sites.jurisdiction }).from(r)
    .innerJoin(p, eq(p.id, r.patientId)).leftJoin(sites, eq(sites.id, r.siteId)).where(inArray(r.id, wanted))
  const acts = Map.groupBy(await db.select().from(a).where(inArray(a.resultId, wanted)).orderBy(asc(a.place)), (one) => one.resultId)
  const holds = Map.groupBy(await db.select().from(h).where(inArray(h.resultId, wanted)).orderBy(asc(h.startAt), asc(h.id)), (one) => one.resultId)
  return new Map(rows.map(({ row, birthDate, state }) => {
    const mine = { row, acts: acts.get(row.id) ?? [], holds: holds.get(row.id) ?? [] }
    return [row.id, { ...mine, facts: factsFrom(row, mine.acts, mine.holds, birthDate, state === null ? null : `US-${state}`) }]
  }))
}

/** The facts that rows stand for. */
export function factsFrom(row: ResultRowOf, acts: readonly ActRow[], holds: readonly HoldRow[], birthDate: string, state: string | null): ResultFacts {
  return {
    categories: listOf(row.categories) as ResultCategory[], categorySure: row.doubts === '', complete: row.complete, clockedClasses: listOf(row.clockedClasses) as ClockedClass[],
    status: row.status as ReportStatus, finalAt: row.finalAt, versionAt: row.versionAt, orderedElsewhere: row.orderedElsewhere, acquiredOn: row.acquiredOn, birthDate, state,
    acts: acts.flatMap((act) => ((actKinds as readonly string[]).includes(act.kind) ? [{ kind: act.kind as ActKind, at: act.at, asOrdering: act.asOrdering }] : [])),
    holds: holds.map(holdFacts),
  }
}

export function holdFacts(hold: HoldRow): Hold {
  return {
    id: hold.id, from: hold.recipient as Hold['from'], personId: hold.personId, ground: hold.ground as Hold['ground'], startAt: hold.startAt, endAt: hold.endAt, endedAt: hold.endedAt,
  }
}

/** Words with commas as a list. */
export function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',')
}
