import { and, desc, eq, inArray } from 'drizzle-orm'
import type { CaseChanged } from '#domain/contracts/recovery.ts'
import { statesUnderWay, type CaseState } from '#domain/recovery/words.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn, type PatientRecord } from '#server/patients/patients.ts'

export type CaseRow = Reader['t']['recoveryCases']['$inferSelect']
export type CaseToWork = { row: CaseRow; chart: PatientRecord }

export async function findCase(db: Reader, id: string): Promise<CaseRow | null> {
  const [row] = await db.select().from(db.t.recoveryCases).where(eq(db.t.recoveryCases.id, id))
  return row ?? null
}

/** The case that is under way for an account; null: none. */
export async function caseUnderWay(db: Reader, patientId: string, portalId: string): Promise<CaseRow | null> {
  const { recoveryCases: c } = db.t
  const [row] = await db.select().from(c).where(and(eq(c.patientId, patientId), eq(c.portalId, portalId), inArray(c.state, [...statesUnderWay]))).orderBy(desc(c.openedAt)).limit(1)
  return row ?? null
}

export function isUnderWay(row: Pick<CaseRow, 'state'>): boolean {
  return (statesUnderWay as readonly string[]).includes(row.state)
}

/**
 * The case that a command is about: on a chart that the person may act on, seen as it is now, under way, and theirs.
 * `whose: 'any'`: whoever comes may go on with it, as a desk does with what the helpline began.
 */
export async function caseToWork(w: Reader, act: Act, id: string, whose: 'own' | 'any' = 'own'): Promise<CaseToWork | ReturnType<typeof refuse>> {
  const row = await findCase(w, id)
  if (!row) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, row.patientId)
  if ('refused' in opened) return opened
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { version: row.version } })
  if (!isUnderWay(row)) return refuse('RECOVERY_OVER')
  if (whose === 'own' && row.claimedBy !== act.actor.id) return row.claimedBy === null ? refuse('RECOVERY_NOT_HELD') : refuse('RECOVERY_HELD', { facts: { name: await nameOf(w, row.claimedBy) } })
  return { row, chart: opened.chart }
}

/** Writes what has changed about a case, once: whoever saw an older one is told so. */
export async function changeCase(w: Writer, act: Pick<Act, 'at'>, row: CaseRow, change: Partial<CaseRow>): Promise<CaseRow | null> {
  const { recoveryCases: c } = w.t
  const [after] = await w.update(c).set({ ...change, workedAt: act.at, version: row.version + 1 }).where(and(eq(c.id, row.id), eq(c.version, row.version))).returning()
  if (after) w.announce('recovery', row.id)
  return after ?? null
}

/** The answer of most commands. */
export function changed(row: CaseRow | null): Outcome<CaseChanged> {
  return row ? done({ id: row.id, version: row.version, state: row.state as CaseState }, row.version) : refuse('VERSION_STALE')
}

export async function nameOf(db: Reader, staffId: string): Promise<string> {
  const [row] = await db.select({ name: db.t.staff.name }).from(db.t.staff).where(eq(db.t.staff.id, staffId))
  return row?.name ?? ''
}
