import { like, ne } from 'drizzle-orm'
import { openReader, type StoreAddress } from '#db/open.ts'
import type { Reader } from '#db/store.ts'
import type { CrashRun, DoneAct } from '#test/crash/crash-run.ts'
import type { MailSink } from '#test/crash/mail-sink.ts'

export type Tally = {
  /** Acts whose answer came, and those that took more than one try. */
  acknowledged: number
  retried: number
  /** Acknowledged acts without their rows. */
  lost: number
  /** Rows, events, mails or remembered answers that are there without the others of their act. */
  halfDone: number
  /** Acts done more than once. */
  doubled: number
  mails: number
  /** Message-IDs that the mail server was given without a row, and mails it was given again under the same Message-ID. */
  mailsWithoutRow: number
  mailsRepeated: number
  slowestStartMs: number
}

/** Counts in the rows themselves what became of every act. The server has stopped. */
export async function tally(address: StoreAddress, run: CrashRun, sink: MailSink): Promise<Tally> {
  const reader = await openReader(address)
  try {
    const { sites, auditEvents, staffInvitations, outboxMails } = reader.read.t
    const siteRows = await reader.read.select().from(sites).where(like(sites.name, 'Crash %'))
    const events = await reader.read.select().from(auditEvents)
    const links = await reader.read.select().from(staffInvitations)
    const mails = await reader.read.select().from(outboxMails).where(ne(outboxMails.template, ''))
    const actsOf = (kind: DoneAct['kind']) => run.acts.filter((act) => act.kind === kind)
    const siteIds = actsOf('site').map(({ answer }) => (answer as { id: string }).id)
    const linkIds = actsOf('mail').map(({ answer }) => (answer as { invitationId: string }).invitationId)
    const eventsOf = (event: string, of: (row: typeof events[number]) => string | null): string[] =>
      events.filter((row) => row.event === event).map(of).filter((id) => id !== null)
    const siteEvents = eventsOf('site.changed', (row) => row.objectId)
    const linkEvents = eventsOf('staff.invitation-resent', (row) => (JSON.parse(row.detail) as { invitationId: string }).invitationId)
    const mailOf = mails.flatMap((row) => (JSON.parse(row.refs) as { invitationId?: string }).invitationId ?? [])
    const enrolled = await enrollTally(reader.read, actsOf('invitation'), events, mails)
    const known = new Set(mails.map((row) => row.messageId))
    const resent = new Set(linkEvents)
    return {
      acknowledged: run.acts.length,
      retried: run.acts.filter(({ tries }) => tries > 1).length,
      lost: missing(siteIds, siteRows.map((row) => row.id)) + missing(linkIds, links.map((row) => row.id)) + enrolled.lost,
      halfDone: enrolled.halfDone + differing(siteRows.map((row) => row.id), siteEvents) + differing(links.map((row) => row.id), mailOf)
        + missing(linkEvents, links.map((row) => row.id)),
      doubled: enrolled.doubled + repeated(siteRows.map((row) => row.name)) + repeated(siteEvents) + repeated(linkEvents) + repeated(mailOf)
        + surplus(siteRows.length, siteIds.length) + surplus(resent.size, linkIds.length),
      mails: mails.length,
      mailsWithoutRow: [...sink.taken.keys()].filter((id) => !known.has(id)).length,
      mailsRepeated: [...sink.taken.values()].reduce((sum, times) => sum + times - 1, 0),
      slowestStartMs: Math.round(Math.max(0, ...run.backAfter)),
    }
  } finally {
    await reader.close()
  }
}

type Events = Reader['t']['auditEvents']['$inferSelect'][]
type Mails = Reader['t']['outboxMails']['$inferSelect'][]

/** What became of people who were enrolled: invitation, its one send, its mail and its event belong together, one per person (T7). */
async function enrollTally(db: Reader, acts: readonly DoneAct[], events: Events, mails: Mails): Promise<{ lost: number; halfDone: number; doubled: number }> {
  const { portalInvitations, invitationSends, enrollmentDrafts } = db.t
  const invitations = await db.select().from(portalInvitations)
  const sends = (await db.select().from(invitationSends)).map((row) => row.id)
  const drafts = (await db.select().from(enrollmentDrafts)).flatMap((row) => row.invitationId ?? [])
  const told = events.filter((row) => row.event === 'invitation.sent').map((row) => (JSON.parse(row.detail) as { sendId: string }).sendId)
  const mailed = mails.filter((row) => row.template === 'portal-invitation').map((row) => (JSON.parse(row.refs) as { sendId: string }).sendId)
  const ids = invitations.map((row) => row.id)
  return {
    lost: missing(acts.map(({ answer }) => (answer as { invitation: { id: string } | null }).invitation?.id ?? 'none'), ids),
    halfDone: differing(sends, told) + differing(sends, mailed) + differing(ids, drafts) + differing(sends, invitations.flatMap((row) => row.lastSendId ?? [])),
    doubled: repeated(invitations.map((row) => row.patientId)) + repeated(told) + repeated(mailed) + surplus(ids.length, acts.length),
  }
}

const missing = (wanted: readonly string[], there: readonly string[]): number => wanted.filter((id) => !there.includes(id)).length
const differing = (one: readonly string[], other: readonly string[]): number => missing(one, other) + missing(other, one)
const repeated = (all: readonly string[]): number => all.length - new Set(all).size
const surplus = (there: number, wanted: number): number => Math.max(0, there - wanted)
