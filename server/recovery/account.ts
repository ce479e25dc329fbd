import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { AccountFacts } from '#domain/recovery/acts.ts'
import type { AttemptKind } from '#domain/recovery/words.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** The account as it stands: the facts that decide, and what the desk is shown beside. */
export type Account = AccountFacts & {
  id: string | null
  version: number
  provider: string | null
  lastSignInAt: Instant | null
  lockedAt: Instant | null
  lockedWhy: AttemptKind | null
  wrongAnswers: number
  userName: string | null
}

/** Locks that we set ourselves: the account is suspended until two persons open it. */
export const ourLocks = ['not-me', 'incident']

/** An account with its locks and how it signs in; without one its state is `none`. */
export async function accountOf(db: Reader, patientId: string, portalId: string): Promise<Account> {
  const { portalAccounts: a, accountLocks: l, accountSignIns: s, patientCredentials: c } = db.t
  const [account] = await db.select().from(a).where(and(eq(a.patientId, patientId), eq(a.portalId, portalId)))
  const locks = await db.select().from(l).where(and(eq(l.patientId, patientId), eq(l.portalId, portalId), isNull(l.endedAt))).orderBy(desc(l.lockedAt), desc(l.id))
  const [signIn] = await db.select().from(s).where(and(eq(s.patientId, patientId), eq(s.portalId, portalId)))
  const [own] = account ? await db.select({ userName: c.userName }).from(c).where(and(eq(c.accountId, account.id), isNull(c.endedAt))) : []
  const byPortal = locks.find((one) => !ourLocks.includes(one.kind))
  const state = (account?.state ?? 'none') as AccountFacts['state']
  const isUsed = state === 'active' || state === 'suspended' || state === 'legacy-only'
  return {
    id: account?.id ?? null, version: account?.version ?? 0, state, isLocked: byPortal !== undefined,
    isSuspendedByUs: state === 'suspended' && locks.some((one) => ourLocks.includes(one.kind)),
    signIn: !isUsed ? 'none' : own ? 'password' : signIn?.method === 'social' ? 'social' : 'portal-kept',
    provider: signIn?.provider ?? null, userName: own?.userName ?? null,
    lastSignInAt: account?.lastSignInAt ?? null, lockedAt: byPortal?.lockedAt ?? null, lockedWhy: (byPortal?.kind ?? null) as AttemptKind | null, wrongAnswers: byPortal?.attempts ?? 0,
  }
}

/** Ids of the patient's accounts that can be used now. */
export async function usableAccounts(db: Reader, patientIds: readonly string[], portalId?: string) {
  const { portalAccounts: a } = db.t
  if (patientIds.length === 0) return []
  return db.select().from(a).where(and(inArray(a.patientId, [...patientIds]), inArray(a.state, ['active', 'legacy-only']), portalId === undefined ? undefined : eq(a.portalId, portalId)))
}
