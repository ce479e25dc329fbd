import { and, eq } from 'drizzle-orm'
import type { ResendFacts } from '#domain/enrollment/invitation-policy.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import type { Reader } from '#db/store.ts'
import type { OwnContact, PortalNow } from '#server/contacts/contacts.ts'
import type { Act } from '#server/http/act.ts'
import type { InvitationFacts } from '#server/invitations/facts-of.ts'
import { sendsToday } from '#server/invitations/sends-today.ts'
import type { InvitationRow } from '#server/invitations/send-invitation.ts'

type About = { invitation: InvitationRow; portal: PortalNow; facts: InvitationFacts; deceased: boolean; to?: OwnContact | null }

/** What resending depends on; `to` is the address that was asked for, else the newest that the rule takes. */
export async function resendFacts(db: Reader, act: Act, { invitation, portal, facts, deceased, to }: About): Promise<ResendFacts> {
  const { portalAccounts: a } = db.t
  const [account] = await db.select({ state: a.state }).from(a).where(and(eq(a.patientId, invitation.patientId), eq(a.portalId, portal.id)))
  const contact = to === undefined ? facts.best : to
  return {
    state: invitation.state as InvitationState, channel: invitation.channel === 'desk' ? 'desk' : 'email', sentAt: invitation.sentAt, endsAt: invitation.endsAt,
    deceased, accountIsActive: account?.state === 'active', blocked: facts.cause === 'BLOCKED', optedOut: facts.optedOut,
    address: contact === null ? null : {
      decision: contact.checked.decision, isYoung: contact.checked.youngSinceAt !== null, isWhereItWent: contact.value === invitation.address,
    },
    timeZone: portal.policy.timeZone, sendsToday: await sendsToday(db, invitation.patientId, act.at, portal.policy.timeZone),
    // Whoever may change a contact in person has the patient's document before them; a helpline has only a voice (ID-02).
    inPerson: act.actor.roles.includes('front-desk') || act.actor.roles.includes('manager'),
  }
}
