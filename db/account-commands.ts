import { eq } from 'drizzle-orm'
import { EVERY_PORTAL } from '#domain/preferences.ts'
import { isoOf, type Instant } from '#domain/time.ts'
import { optOutsOf } from '#db/opt-outs.ts'
import type { Reader, Writer } from '#db/store.ts'

/** What a portal is told of an account: sign-in ends for good, or until somebody reviews it; open sessions close with it; or what the patient does not want to get. */
export type AccountCommand = { id: string; kind: 'account.ended' | 'account.suspended' | 'account.preferences'; accountId: string; portalId: string; at: Instant }

/** Writes it into the act's own transaction: it goes out if and only if the act commits (DU-03). */
export async function queueAccountCommand(w: Writer, { id, kind, accountId, portalId, at }: AccountCommand): Promise<void> {
  await w.insert(w.t.portalCommands).values({ id, portalId, kind, objectId: accountId, refs: '{}', state: 'queued', nextAttemptAt: at, queuedAt: at })
  w.announce('portal-commands', id)
}

/** What such a command says: whose account, since when, and the sessions that the portal had reported. Null: it is about something else. */
export async function accountCommandBody(db: Reader, command: { kind: string; objectId: string }): Promise<Record<string, unknown> | null> {
  if (!command.kind.startsWith('account.')) return null
  const { portalAccounts: a, portalUses: u } = db.t
  const [account] = await db.select().from(a).where(eq(a.id, command.objectId))
  if (!account) return null
  if (command.kind === 'account.preferences') return { patientId: account.patientId, accountId: account.id, doesNotWant: await unwanted(db, account) }
  const uses = await db.select({ portalId: u.portalId, kind: u.kind, sessionRef: u.sessionRef }).from(u).where(eq(u.patientId, account.patientId))
  const sessions = uses.filter((one) => one.kind === 'sign-in' && one.portalId === account.portalId).map((one) => one.sessionRef)
  return { patientId: account.patientId, accountId: account.id, since: isoOf(account.sinceAt), sessions: [...new Set(sessions)] }
}

/** Everything that stands against this portal's mail when it is told, so that a command that comes late says what is so then. */
async function unwanted(db: Reader, { patientId, portalId }: { patientId: string; portalId: string }): Promise<{ kind: string; channel: string }[]> {
  const wishes = (await optOutsOf(db, patientId)).filter((one) => one.portalId === portalId || one.portalId === EVERY_PORTAL)
  return [...new Map(wishes.map(({ kind, channel }) => [`${kind} ${channel}`, { kind, channel }])).values()]
}
