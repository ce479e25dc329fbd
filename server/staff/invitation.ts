import { and, desc, eq, isNull } from 'drizzle-orm'
import { DAY, HOUR, type Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'

/** NIST SP 800-63A-4 §3.8: what is mailed works for a day at most. */
const LINK_LIVES = DAY
/** Assumption: what two persons agreed on may be mailed again for a week; after that it is asked anew. */
const MAY_BE_RESENT = 7 * 24 * HOUR
/** ID-05: so many wrong tries end a link. */
const MOST_TRIES = 5

/** What a mailed link is for: to join, or to set up a lost second factor or password anew. */
export type LinkPurpose = 'join' | 'second-factor' | 'password'
export type InvitationRow = Reader['t']['staffInvitations']['$inferSelect']

const templates = {
  join: { template: 'staff-invitation', purpose: 'staff-invitation' },
  'second-factor': { template: 'staff-second-factor-reset', purpose: 'second-factor-reset' },
  password: { template: 'staff-password-reset', purpose: 'second-factor-reset' },
} as const

/** Makes a link's record, ends older ones, and queues the mail; the secret is derived when it is sent (ID-04). */
export async function sendLink(
  w: Writer, app: App, scene: AuditScene, staffId: string, purpose: LinkPurpose,
): Promise<{ invitationId: string; endsAt: Instant }> {
  await endLinks(w, staffId, scene.at)
  const invitationId = app.random.id()
  const endsAt = scene.at + LINK_LIVES
  await w.insert(w.t.staffInvitations).values({ id: invitationId, staffId, purpose, createdAt: scene.at, endsAt })
  await queueMail(w, app, { ...templates[purpose], refs: { invitationId }, person: { kind: 'staff', id: staffId }, scene })
  return { invitationId, endsAt }
}

/** Every open link of the person stops working. */
export async function endLinks(w: Writer, staffId: string, at: Instant): Promise<void> {
  const { staffInvitations: t } = w.t
  await w.update(t).set({ endedAt: at }).where(and(eq(t.staffId, staffId), isNull(t.redeemedAt), isNull(t.endedAt)))
}

/** Whether the link still opens. */
export function isOpen(row: InvitationRow, at: Instant): boolean {
  return row.redeemedAt === null && row.endedAt === null && at < row.endsAt && row.tries < MOST_TRIES
}

/** The person's last link that was neither used nor replaced; it may be out of time. */
export async function lastLink(db: Reader, staffId: string): Promise<InvitationRow | null> {
  const { staffInvitations: t } = db.t
  const [row] = await db.select().from(t).where(and(eq(t.staffId, staffId), isNull(t.redeemedAt), isNull(t.endedAt))).orderBy(desc(t.createdAt)).limit(1)
  return row ?? null
}

export function mayBeResent(row: InvitationRow, at: Instant): boolean {
  return row.purpose === 'join' || at < row.createdAt + MAY_BE_RESENT
}
