import { and, desc, eq, gt, isNotNull } from 'drizzle-orm'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { isFresh, MANY_AGENTS } from '#domain/recovery/ladder.ts'
import { signSentence } from '#domain/recovery/names.ts'
import type { SignKind } from '#domain/recovery/words.ts'
import { DAY, HOUR, isoOrNull, type Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import type { Scene } from '#server/recovery/scene.ts'

/** What points to an impostor, the weightiest first: for the agent's eyes alone. */
export async function signsOf(db: Reader, act: Act, { chart, facts }: Scene): Promise<CallDesk['signs']> {
  const { at, language } = act
  const sign = (kind: SignKind, is: boolean, count = 0, when: Instant | null = null): CallDesk['signs'] => (is ? [{ kind, text: signSentence(kind, language, count), at: isoOrNull(when) }] : [])
  const calls = await callsOf(db, chart.id, at)
  const changedAt = await lastChangeOf(db, chart.id, at)
  const isChangedNow = isFresh(facts.youngestSinceAt, at) || (changedAt !== null && isFresh(changedAt, at))
  return [
    ...sign('not-me-before', facts.suspended || await saidNotMe(db, chart.id)),
    ...sign('stopped-before', facts.stoppedBefore),
    ...sign('flagged', facts.flagged),
    ...sign('dispute', facts.disputed),
    ...sign('contact-changed', isChangedNow, 0, changedAt),
    ...sign('contact-changed-lately', !isChangedNow && changedAt !== null, changedAt === null ? 0 : Math.floor((at - changedAt) / DAY), changedAt),
    ...sign('many-agents', facts.agents >= MANY_AGENTS, facts.agents),
    ...sign('repeated-call', calls > 1, calls),
    ...sign('wrong-facts', facts.wrongFacts > 0, facts.wrongFacts),
    ...sign('failed-proof', facts.failedProofs > 0),
    ...sign('limit', facts.overLimit),
  ]
}

async function callsOf(db: Reader, patientId: string, at: Instant): Promise<number> {
  const { recoveryAttempts: a } = db.t
  return db.$count(a, and(eq(a.patientId, patientId), isNotNull(a.takenBy), gt(a.receivedAt, at - 48 * HOUR)))
}

/** When a contact was last put on file or taken off, within 30 days. */
async function lastChangeOf(db: Reader, patientId: string, at: Instant): Promise<Instant | null> {
  const { contactChanges: c } = db.t
  const [row] = await db.select({ at: c.changedAt }).from(c).where(and(eq(c.patientId, patientId), gt(c.changedAt, at - 30 * DAY))).orderBy(desc(c.changedAt)).limit(1)
  return row?.at ?? null
}

async function saidNotMe(db: Reader, patientId: string): Promise<boolean> {
  const { recoveryNotices: n } = db.t
  const [row] = await db.select({ id: n.id }).from(n).where(and(eq(n.patientId, patientId), isNotNull(n.usedAt))).limit(1)
  return row !== undefined
}
