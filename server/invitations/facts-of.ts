import { eq, inArray } from 'drizzle-orm'
import { diagnose, type DiagnosisCause } from '#domain/enrollment/diagnosis.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import { endOfBusinessDay } from '#domain/enrollment/expected.ts'
import { HOUR, type Instant } from '#domain/time.ts'
import { wantsNoInvitation } from '#db/opt-outs.ts'
import type { Reader } from '#db/store.ts'
import { ownContacts, type OwnContact, type PortalNow } from '#server/contacts/contacts.ts'
import type { InvitationRow } from '#server/invitations/send-invitation.ts'

export type MailRow = Reader['t']['outboxMails']['$inferSelect']
type Patient = { id: string; birthDate: string; deceased: boolean }

/** Where a portal publishes no time of arrival: after so long a mail is looked for in the junk folder. Assumption. */
const USUAL_HOURS = 1

/** Everything that explains an invitation: its last mail, the contacts of today, when it should have come, and the cause. */
export type InvitationFacts = { cause: DiagnosisCause; mail: MailRow | null; expectedBy: Instant; contacts: OwnContact[]; best: OwnContact | null; optedOut: boolean }

/** When an invitation sent at that instant should have arrived: the end of the portal's last business day for it, else an hour (R4). */
export function expectedBy(sentAt: Instant, { policy }: PortalNow): Instant {
  const days = policy.invitations.expectedArrival?.toBusinessDays
  return days === undefined ? sentAt + USUAL_HOURS * HOUR : endOfBusinessDay(sentAt, days, policy.timeZone)
}

/** Explains one invitation as of this instant. */
export async function explain(db: Reader, patient: Patient, portal: PortalNow, invitation: InvitationRow, at: Instant): Promise<InvitationFacts> {
  const { outboxMails: m, invitationSends: s } = db.t
  const [mail] = invitation.lastMailId === null ? [] : await db.select().from(m).where(eq(m.id, invitation.lastMailId))
  const contacts = await ownContacts(db, { patient, portal, at })
  const [send] = await db.select({ deadAt: s.deadAt }).from(s).where(eq(s.id, invitation.lastSendId ?? ''))
  return explainWith({
    patient, portal, invitation, mail: mail ?? null, contacts, at, linkIsDead: typeof send?.deadAt === 'number',
    optedOut: await wantsNoInvitation(db, patient.id, portal.id, at),
  })
}

type Known = { patient: Patient; portal: PortalNow; invitation: InvitationRow; mail: MailRow | null; contacts: OwnContact[]; at: Instant; linkIsDead: boolean; optedOut: boolean }

function explainWith({ patient, portal, invitation, mail, contacts, at, linkIsDead, optedOut }: Known): InvitationFacts {
  const addresses = contacts.filter((one) => one.kind === 'email')
  const went = addresses.find((one) => one.value === invitation.address) ?? null
  const expected = expectedBy(invitation.sentAt, portal)
  const isBarred = went !== null && !went.checked.decision.allowed && went.checked.decision.code === 'ENROLL_NEEDS_PRIVACY_OFFICER'
  const cause = diagnose({
    deceased: patient.deceased, blocked: isBarred, // A wish explains what did not leave; what the mail server took before it was recorded went out.
    optedOut: optedOut && !['handed', 'bounced'].includes(mail?.state ?? ''),
    invitation: { state: invitation.state as InvitationState, channel: invitation.channel === 'desk' ? 'desk' : 'email', endsAt: invitation.endsAt },
    mail: mail === null ? null : { state: mail.state as NonNullable<Parameters<typeof diagnose>[0]['mail']>['state'], lastStatus: mail.lastStatus },
    linkIsDead, addressIsOnFile: went !== null, hasOtherAddress: addresses.some((one) => one.value !== invitation.address && one.checked.decision.allowed),
    addressIsLawful: went === null || went.checked.decision.allowed, expectedBy: expected,
  }, at)
  // The newest address that the rule takes; where none is, the newest of all, so that its refusal can be said.
  const best = addresses.find((one) => one.checked.decision.allowed) ?? addresses[0] ?? null
  return { cause, mail, expectedBy: expected, contacts, best, optedOut }
}

/** Mails by id, for a page of invitations. */
export async function mailsOf(db: Reader, ids: readonly string[]): Promise<Map<string, MailRow>> {
  const { outboxMails: m } = db.t
  const rows = ids.length === 0 ? [] : await db.select().from(m).where(inArray(m.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}
