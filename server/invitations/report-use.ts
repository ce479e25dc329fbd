import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { Doing } from '#server/invitations/doing.ts'

export type AccountUse = {
  portalId: string; patientId: string; source: string
  kind: 'sign-in' | 'sign-in-refused' | 'locked' | 'view' | 'sign-out'
  category: string | null; sessionRef: string; at: Instant
}

/**
 * What a portal reports of an account's use. A session of an account that has ended here is `ended`: the portal closes it.
 * The same report twice is one.
 */
export async function reportUse(w: Writer, doing: Doing, use: AccountUse): Promise<'noted' | 'known' | 'unknown' | 'ended'> {
  const { portalAccounts: a, portalUses: u } = w.t
  const [account] = await w.select().from(a).where(and(eq(a.patientId, use.patientId), eq(a.portalId, use.portalId)))
  if (!account || account.state === 'invited') return 'unknown'
  const at = Math.min(use.at, doing.at)
  const own = and(eq(u.portalId, use.portalId), eq(u.sessionRef, use.sessionRef), eq(u.patientId, use.patientId))
  const [twin] = await w.select({ id: u.id }).from(u)
    .where(and(own, eq(u.kind, use.kind), eq(u.at, at), use.category === null ? isNull(u.category) : eq(u.category, use.category))).orderBy(desc(u.at)).limit(1)
  if (twin) return account.state === 'active' ? 'known' : 'ended'
  await w.insert(u).values({
    id: doing.app.random.id(), patientId: use.patientId, portalId: use.portalId, kind: use.kind, category: use.category, sessionRef: use.sessionRef, at, source: use.source,
    endedAt: use.kind === 'sign-in' && account.state !== 'active' ? doing.at : null,
  })
  if (use.kind === 'sign-out') await w.update(u).set({ endedAt: at }).where(and(own, eq(u.kind, 'sign-in'), isNull(u.endedAt)))
  if (use.kind === 'sign-in' && account.state === 'active' && at > (account.lastSignInAt ?? 0)) {
    await w.update(a).set({ lastSignInAt: at, version: account.version + 1 }).where(eq(a.id, account.id))
  }
  await recordEvent(w, doing.scene, { event: 'account.use-reported', patientId: use.patientId, objectId: account.id, detail: { portalId: use.portalId, kind: use.kind, source: use.source } })
  w.announce('patients', use.patientId)
  return account.state === 'active' ? 'noted' : 'ended'
}
