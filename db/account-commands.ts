import { and, eq, isNull } from 'drizzle-orm'
import { EVERY_PORTAL } from '#domain/preferences.ts'
import { isoOf, type Instant } from '#domain/time.ts'
import { optOutsOf } from '#db/opt-outs.ts'
import type { Reader, Writer } from '#db/store.ts'

/**
 * What a portal is told of an account: sign-in ends for good, or until somebody reviews it, open sessions close with it; what the
 * patient does not want to get; or what recovery asks of whoever keeps the credentials.
 */
export type AccountCommand = {
  id: string; kind: AccountCommandKind; accountId: string; portalId: string; at: Instant
  /** The address on file to which alone the portal may send what it sends. */
  contactId?: string | null
}
type AccountCommandKind =
  | 'account.ended' | 'account.suspended' | 'account.reinstated' | 'account.preferences'
  | 'account.unlock' | 'account.send-user-name' | 'account.send-reset-link' | 'account.end-sessions' | 'account.remove-second-factor'

/** Writes it into the act's own transaction: it goes out if and only if the act commits (DU-03). */
export async function queueAccountCommand(w: Writer, { id, kind, accountId, portalId, at, contactId = null }: AccountCommand): Promise<void> {
  await w.insert(w.t.portalCommands).values({ id, portalId, kind, objectId: accountId, refs: contactId === null ? '{}' : JSON.stringify({ contactId }), state: 'queued', nextAttemptAt: at, queuedAt: at })
  w.announce('portal-commands', id)
}

const opening = ['account.unlock', 'account.send-user-name', 'account.send-reset-link', 'account.remove-second-factor']

/** What such a command says: whose account, since when, and the sessions that the portal had reported. Null: it is about something else. */
export async function accountCommandBody(db: Reader, command: { kind: string; objectId: string; refs?: string }): Promise<Record<string, unknown> | null> {
  if (!command.kind.startsWith('account.')) return null
  const { portalAccounts: a, portalUses: u } = db.t
  const [account] = await db.select().from(a).where(eq(a.id, command.objectId))
  if (!account) return null
  if (command.kind === 'account.preferences') return { patientId: account.patientId, accountId: account.id, doesNotWant: await unwanted(db, account) }
  const uses = await db.select({ portalId: u.portalId, kind: u.kind, sessionRef: u.sessionRef }).from(u).where(eq(u.patientId, account.patientId))
  const sessions = uses.filter((one) => one.kind === 'sign-in' && one.portalId === account.portalId).map((one) => one.sessionRef)
  // What opens a way in dies with the account, also on its way there.
  if (opening.includes(command.kind) && account.state !== 'active' && account.state !== 'legacy-only') return null
  const { contactId } = JSON.parse(command.refs ?? '{}') as { contactId?: string }
  const onlyTo = contactId === undefined ? undefined : await addressOf(db, contactId)
  if (onlyTo === null) return null
  return { ...(onlyTo === undefined ? {} : { onlyTo }), patientId: account.patientId, accountId: account.id, since: isoOf(account.sinceAt), sessions: [...new Set(sessions)] }
}

/** Everything that stands against this portal's mail when it is told, so that a command that comes late says what is so then. */
async function unwanted(db: Reader, { patientId, portalId }: { patientId: string; portalId: string }): Promise<{ kind: string; channel: string }[]> {
  const wishes = (await optOutsOf(db, patientId)).filter((one) => one.portalId === portalId || one.portalId === EVERY_PORTAL)
  return [...new Map(wishes.map(({ kind, channel }) => [`${kind} ${channel}`, { kind, channel }])).values()]
}

/** The address while it is on file; null: it was taken off since, and nothing is to be sent. */
async function addressOf(db: Reader, contactId: string): Promise<string | null> {
  const { patientContacts: c } = db.t
  const [row] = await db.select({ value: c.value }).from(c).where(and(eq(c.id, contactId), isNull(c.retiredAt)))
  return row?.value ?? null
}
