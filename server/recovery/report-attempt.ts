import { and, eq, isNull, notInArray } from 'drizzle-orm'
import type { AttemptKind } from '#domain/recovery/words.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { Doing } from '#server/invitations/invitations.ts'
import { ourLocks } from '#server/recovery/account.ts'
import { caseUnderWay, type CaseRow } from '#server/recovery/case.ts'

export type ReportedAttempt = {
  portalId: string; patientId: string; source: string; eventId: string; kind: AttemptKind; at: Instant
  signIn: { method: 'password' | 'social'; provider: string | null } | null
}

/**
 * A portal reports that its questions failed, or that it locked an account (R40): the account shows locked and a case stands in
 * the queue, or the one under way counts it. The same event twice is one. Nothing of what was asked or answered is taken.
 */
export async function reportAttempt(w: Writer, doing: Doing, report: ReportedAttempt): Promise<'noted' | 'known' | 'ended' | 'unknown'> {
  const { portalAccounts: a, patients: p, recoveryAttempts: t } = w.t
  const [found] = await w.select({ account: a, chart: p }).from(a).innerJoin(p, eq(p.id, a.patientId)).where(and(eq(a.patientId, report.patientId), eq(a.portalId, report.portalId)))
  if (!found || found.account.state === 'invited') return 'unknown'
  const [twin] = await w.select({ id: t.id }).from(t).where(and(eq(t.source, report.source), eq(t.sourceId, report.eventId)))
  if (twin) return 'known'
  if (found.account.state === 'ended' || found.chart.deceased) return 'ended'
  const at = Math.min(report.at, doing.at)
  if (report.signIn) await noteSignIn(w, report, doing.at)
  await lock(w, doing, report, at)
  const { row, joined } = await joinCase(w, doing, report, found.chart.siteId)
  await w.insert(t).values({ id: doing.app.random.id(), caseId: row.id, patientId: report.patientId, portalId: report.portalId, kind: report.kind, source: report.source, sourceId: report.eventId, at, receivedAt: doing.at }).onConflictDoNothing()
  await recordEvent(w, doing.scene, { event: 'recovery.reported', patientId: report.patientId, objectId: row.id, detail: { portalId: report.portalId, kind: report.kind, joined, source: report.source } })
  w.announce('recovery', row.id)
  w.announce('patients', report.patientId)
  return 'noted'
}

async function noteSignIn(w: Writer, { patientId, portalId, signIn }: ReportedAttempt, at: Instant): Promise<void> {
  if (!signIn) return
  const { accountSignIns: s } = w.t
  const values = { method: signIn.method, provider: signIn.provider, saidAt: at }
  await w.insert(s).values({ patientId, portalId, ...values }).onConflictDoUpdate({ target: [s.patientId, s.portalId], set: values })
}

async function lock(w: Writer, { app }: Doing, { patientId, portalId, kind }: ReportedAttempt, at: Instant): Promise<void> {
  const { accountLocks: l } = w.t
  const [open] = await w.select().from(l).where(and(eq(l.patientId, patientId), eq(l.portalId, portalId), isNull(l.endedAt), notInArray(l.kind, ourLocks)))
  if (open) await w.update(l).set({ attempts: open.attempts + 1 }).where(eq(l.id, open.id))
  else await w.insert(l).values({ id: app.random.id(), patientId, portalId, kind, lockedAt: at })
}

/** One case per account: joined where one is under way, also when two reports come at once. */
async function joinCase(w: Writer, { app, at, by }: Doing, { patientId, portalId, kind }: ReportedAttempt, siteId: string): Promise<{ row: CaseRow; joined: boolean }> {
  const { recoveryCases: c } = w.t
  const [made] = await caseUnderWay(w, patientId, portalId) ? [] : await w.insert(c).values({
    id: app.random.id(), patientId, portalId, siteId, source: kind === 'locked' ? 'portal-locked' : 'portal-failed-questions', state: 'open', openedBy: by, openedAt: at, lastAttemptAt: at, workedAt: at,
  }).onConflictDoNothing().returning()
  if (made) return { row: made, joined: false }
  const row = await underWay(w, patientId, portalId)
  await w.update(c).set({ attempts: row.attempts + 1, lastAttemptAt: at, version: row.version + 1 }).where(eq(c.id, row.id))
  return { row, joined: true }
}

async function underWay(db: Reader, patientId: string, portalId: string): Promise<CaseRow> {
  const row = await caseUnderWay(db, patientId, portalId)
  if (!row) throw new Error('a case is under way')
  return row
}
