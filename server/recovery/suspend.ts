import { and, eq, inArray, isNull } from 'drizzle-orm'
import { statesUnderWay } from '#domain/recovery/words.ts'
import { queueAccountCommand } from '#db/account-commands.ts'
import { endEnrollmentsOf } from '#db/enrollment-ends.ts'
import { endRecoverySecrets } from '#db/recovery-ends.ts'
import type { Writer } from '#db/store.ts'
import type { Doing } from '#server/invitations/invitations.ts'
import { usableAccounts } from '#server/recovery/account.ts'
import { APPROVAL_ACTION } from '#server/recovery/approvals.ts'
import { endPortalSessions } from '#server/recovery/carry-out.ts'
import { endRequestsAbout } from '#server/two-person/two-person.ts'

export type Suspended = { accounts: number; links: number; sessions: number }

/**
 * Closes a patient's sign-in on one portal or all: accounts suspended, sessions ended, the portals told, every link, code, proof
 * and request dead, open cases stopped. A face at a desk and two persons open it again.
 */
export async function suspendSignIn(w: Writer, doing: Doing, { patientId, portalId, kind }: { patientId: string; portalId?: string; kind: 'not-me' | 'incident' }): Promise<Suspended> {
  const { app, at, by, scene } = doing
  const { portalAccounts: a, accountLocks: l, recoveryCases: c } = w.t
  const accounts = await usableAccounts(w, [patientId], portalId)
  let sessions = 0
  for (const account of accounts) {
    await w.update(a).set({ state: 'suspended', sinceAt: at, version: account.version + 1 }).where(eq(a.id, account.id))
    await w.insert(l).values({ id: app.random.id(), patientId, portalId: account.portalId, kind, lockedAt: at, formerState: account.state })
    await queueAccountCommand(w, { id: app.random.id(), kind: 'account.suspended', accountId: account.id, portalId: account.portalId, at })
    sessions += await endPortalSessions(w, doing, patientId, account.portalId)
  }
  const ends = await endRecoverySecrets(w, { patientId, ...(portalId === undefined ? {} : { portalId }), at, cause: kind })
  const enrollments = await endEnrollmentsOf(w, patientId, { at, by, reason: 'SIGN_IN_SUSPENDED', ...(portalId === undefined ? {} : { portalId }) })
  const cases = await w.update(c).set({ state: 'stopped', endedAt: at, endedBy: by, workedAt: at })
    .where(and(eq(c.patientId, patientId), inArray(c.state, [...statesUnderWay]), portalId === undefined ? undefined : eq(c.portalId, portalId), isNull(c.endedAt))).returning({ id: c.id })
  for (const { id } of cases) {
    await endRequestsAbout(w, scene, { action: APPROVAL_ACTION, objectId: id })
    w.announce('recovery', id)
  }
  w.announce('patients', patientId)
  return { accounts: accounts.length, links: ends.links + enrollments.codes, sessions }
}
