import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { ReleasedAnswer, ResultCounts, WorklistAnswer, worklistBody } from '#domain/contracts/results.ts'
import { worklistGroups, type WorklistGroup } from '#domain/release/worklist.ts'
import { DAY, isoOf, isoOrNull, type Instant } from '#domain/time.ts'
import type { ResultRowOf } from '#db/result-facts.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { mayKnowOf } from '#server/patients/patients.ts'
import { showRows } from '#server/results/show-row.ts'

/** Whose results somebody sees: their own, and those of colleagues whom they cover now. */
type Owners = { staffIds: string[]; names: Map<string, string>; practitionerIds: string[]; staffOf: Map<string, string> }

async function ownersFor(db: Reader, { actor, at }: Act): Promise<Owners> {
  const { covers: c, staff, practitioners: p } = db.t
  const covered = await db.select({ id: c.absentId, name: staff.name, endedAt: c.endedAt }).from(c).innerJoin(staff, eq(staff.id, c.absentId))
    .where(and(eq(c.coveringId, actor.id), gt(c.untilAt, at), sql`${c.fromAt} <= ${at}`, or(isNull(c.endedAt), gt(c.endedAt, at))))
  const staffIds = [actor.id, ...new Set(covered.map((one) => one.id))]
  const mine = await db.select({ id: p.id, staffId: p.staffId }).from(p).where(inArray(p.staffId, staffIds))
  return {
    staffIds, names: new Map(covered.map((one) => [one.id, one.name])), practitionerIds: mine.map((one) => one.id), staffOf: new Map(mine.map((one) => [one.id, one.staffId ?? ''])),
  }
}

/** Two ways to be somebody's: assigned to them, or ordered by them. Each has its index. */
function ownedBy(db: Reader, owners: Owners): SQL[] {
  const { results: r } = db.t
  const ways = [and(inArray(r.assigneeId, owners.staffIds), isNotNull(r.assigneeId))]
  if (owners.practitionerIds.length > 0) ways.push(and(inArray(r.practitionerId, owners.practitionerIds), isNull(r.assigneeId)))
  return ways.filter((one) => one !== undefined)
}

/** One group of the worklist, in its order, from a place on; with the counts of all groups. A list never scans (W2). */
export async function listWorklist(db: Reader, act: Act, { group, after, limit }: z.infer<typeof worklistBody>): Promise<Outcome<WorklistAnswer>> {
  const { results: r, patients } = db.t
  const owners = await ownersFor(db, act)
  const known = mayKnowOf(db, act.actor, act.at)
  const counts = await countGroups(db, act, owners)
  const found: { row: ResultRowOf; patient: typeof patients.$inferSelect }[] = []
  for (const owned of ownedBy(db, owners)) {
    const rows = await db.select({ row: r, patient: patients }).from(r).innerJoin(patients, eq(patients.id, r.patientId))
      .where(and(owned, eq(r.worklist, group), after === undefined ? undefined : behind(db, after), known)).orderBy(asc(r.orderAt), asc(r.id)).limit(limit + 1)
    found.push(...rows)
  }
  const page = found.toSorted((a, b) => a.row.orderAt - b.row.orderAt || (a.row.id < b.row.id ? -1 : 1)).slice(0, limit)
  const last = page.at(-1)
  return done({
    rows: await showRows(db, page, act.at, (row) => coveredName(owners, row, act.actor.id)), counts, coveredNames: [...owners.names.values()],
    next: found.length > limit && last ? `${last.row.orderAt}~${last.row.id}` : null,
  })
}

/** How many of each group are the reader's or of whom they cover. */
async function countGroups(db: Reader, act: Act, owners: Owners): Promise<Record<WorklistGroup, number>> {
  const { results: r, patients } = db.t
  const counts: Record<WorklistGroup, number> = { review: 0, order: 0, held: 0, blocked: 0 }
  for (const owned of ownedBy(db, owners)) {
    const sums = await db.select({ group: r.worklist, count: sql<number>`count(*)`.mapWith(Number) }).from(r).innerJoin(patients, eq(patients.id, r.patientId))
      .where(and(owned, isNotNull(r.worklist), mayKnowOf(db, act.actor, act.at))).groupBy(r.worklist)
    for (const { group, count } of sums) if (isGroup(group)) counts[group] += count
  }
  return counts
}

/** The counts alone, for the menu. */
export async function countWorklist(db: Reader, act: Act): Promise<Outcome<ResultCounts>> {
  return done(await countGroups(db, act, await ownersFor(db, act)))
}

function isGroup(name: string | null): name is WorklistGroup {
  return (worklistGroups as readonly (string | null)[]).includes(name)
}

/** What stands behind a cursor. */
export function behind(db: Reader, cursor: string): SQL | undefined {
  const [at = '', id = ''] = cursor.split('~')
  const { results: r } = db.t
  const orderAt = Number(at)
  return Number.isFinite(orderAt) ? or(gt(r.orderAt, orderAt), and(eq(r.orderAt, orderAt), gt(r.id, id))) : undefined
}

function coveredName({ names, staffOf }: Owners, row: ResultRowOf, actorId: string): string | null {
  const owner = row.assigneeId ?? staffOf.get(row.practitionerId ?? '') ?? actorId
  return owner === actorId ? null : names.get(owner) ?? null
}

/** What somebody released in the last days, with whether it was opened: to recall one. */
export async function listReleased(db: Reader, act: Act, days: number): Promise<Outcome<ReleasedAnswer>> {
  const { results: r, patients, resultReads: s } = db.t
  const since: Instant = act.at - days * DAY
  const rows = await db.select({ row: r, patient: patients }).from(r).innerJoin(patients, eq(patients.id, r.patientId))
    .where(and(eq(r.releasedBy, act.actor.id), gt(r.releasedAt, since), mayKnowOf(db, act.actor, act.at))).orderBy(sql`${r.releasedAt} desc`, asc(r.id)).limit(100)
  const ids = rows.map((one) => one.row.id)
  const reads = Map.groupBy(ids.length === 0 ? [] : await db.select().from(s).where(inArray(s.resultId, ids)).orderBy(asc(s.firstAt)), (one) => one.resultId)
  const shown = await showRows(db, rows, act.at, () => null)
  return done({
    rows: shown.map((one, place) => {
      const first = reads.get(one.id)?.[0]
      return { ...one, releasedAt: isoOf(rows[place]?.row.releasedAt ?? act.at), viewed: first !== undefined, firstViewedAt: isoOrNull(first?.firstAt ?? null) }
    }),
  })
}
