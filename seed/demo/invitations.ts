import { invitationEndsAt, policyAt } from '#domain/portals/as-of.ts'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import { DAY, HOUR, MINUTE, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { accountsOf } from '#seed/demo/accounts.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { stableId, stableNumber, stableShare } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

type Invitation = Writer['t']['portalInvitations']['$inferInsert']
type Send = Writer['t']['invitationSends']['$inferInsert']
type Mail = Writer['t']['outboxMails']['$inferInsert']
/** One invitation with its send and, where one went out, its mail. */
export type DemoInvitation = { invitation: Invitation; send: Send; mail: Mail | null }

/** What became of those that are out: most lie in a mailbox, some were opened, a few need help. Made up. */
const shares: readonly { upTo: number; state: InvitationState }[] = [
  { upTo: 0.48, state: 'handed' }, { upTo: 0.7, state: 'opened' }, { upTo: 0.82, state: 'bounced' }, { upTo: 0.88, state: 'refused' }, { upTo: 1, state: 'handed' },
]
/** Accounts that became active this lately came of an invitation that the demo remembers. */
const REMEMBERED = 120 * DAY
const senders = ['rosa.delgado', 'tom.whitfield', 'priya.nair']

/** Every invitation of the demo: for each account that is asked for, and for each that became active lately; expired, declined and cancelled ones beside. */
export function invitationsOf(patient: DemoPatient, at: Instant, keyId: string): DemoInvitation[] {
  return accountsOf(patient, at).flatMap((account) => {
    const key = [account.patientId, account.portalId]
    const address = patient.facts.contacts.find((one) => one.kind === 'email')?.value ?? null
    if (account.state === 'invited') return [build(patient, account, address, outState(address, key), Math.min(account.sinceAt, at - HOUR), at, keyId)]
    if (account.state === 'active' && account.sinceAt > at - REMEMBERED) {
      const took = (1 + stableNumber('took', ...key) % 200) * HOUR
      return [build(patient, account, address, 'accepted', account.sinceAt - took, at, keyId, account.sinceAt)]
    }
    const share = stableShare('former invitation', ...key)
    if (account.state !== 'ended' || share > 0.2) return []
    const state = share < 0.1 ? 'expired' : share < 0.16 ? 'declined' : 'cancelled'
    return [build(patient, account, address, state, at - (70 + stableNumber('former', ...key) % 30) * DAY, at, keyId)]
  })
}

function outState(address: string | null, key: string[]): InvitationState {
  if (address === null) return 'handed'
  const share = stableShare('invitation', ...key)
  return shares.find((one) => share < one.upTo)?.state ?? 'handed'
}

function build(
  patient: DemoPatient, { portalId }: { portalId: string }, address: string | null, state: InvitationState, sentAt: Instant, at: Instant, keyId: string, acceptedAt: Instant | null = null,
): DemoInvitation {
  const patientId = patientIdOf(patient.facts)
  const id = stableId('invitation', patientId, portalId)
  const sendId = stableId('send', id)
  const portal = shippedPortals.find((one) => one.id === portalId)
  const answer = portal ? policyAt(portal.versions, sentAt) : null
  const policy = answer?.inForce ? answer.policy : portal?.versions[0]
  if (!policy) throw new Error(`${portalId} has no rules`)
  const sentBy = staffIdOf(senders[stableNumber('sender', id) % senders.length] ?? 'rosa.delgado')
  const mailId = address === null ? null : stableId('invitation mail', id).replaceAll('-', '')
  const channel = address === null ? 'desk' : 'email'
  const isOver = state === 'expired' || state === 'declined' || state === 'cancelled'
  const stateAt = acceptedAt ?? (state === 'expired' ? invitationEndsAt(sentAt, policy) : sentAt + 20 * MINUTE)
  const mailState = state === 'bounced' ? 'bounced' : state === 'refused' ? 'refused' : 'handed'
  const openedAt = state === 'opened' || acceptedAt !== null ? sentAt + 2 * HOUR : null
  return {
    invitation: {
      id, patientId, portalId, siteId: patient.siteId, channel, contactId: null, address, language: 'en', state, stateAt: Math.min(stateAt, at), createdBy: sentBy, createdAt: sentAt, sentAt,
      endsAt: invitationEndsAt(sentAt, policy), sends: 1, lastSendId: sendId, lastMailId: mailId, openedAt, connectedAt: acceptedAt === null ? null : acceptedAt - 6 * MINUTE,
      termsAt: acceptedAt === null ? null : acceptedAt - 4 * MINUTE, agreementAt: acceptedAt === null ? null : acceptedAt - 2 * MINUTE, acceptedAt,
      acceptedVia: acceptedAt === null ? null : 'our-pages', endedBy: isOver ? (state === 'expired' ? 'system' : sentBy) : null,
      endReason: state === 'expired' ? 'LAST_DAY_OVER' : state === 'declined' ? 'said no by phone' : state === 'cancelled' ? 'sent to the wrong person' : null,
    },
    send: {
      id: sendId, invitationId: id, patientId, number: 1, channel, mailId, address, sentBy, sentAt, reason: 'asked at check-in', deadAt: isOver || acceptedAt !== null ? Math.min(stateAt, at) : null,
    },
    mail: mailId === null || address === null ? null : {
      id: mailId, template: 'portal-invitation', personKind: 'patient', personId: patientId, purpose: 'portal-invitation', address, language: 'en',
      refs: JSON.stringify({ sendId, portalName: policy.name, subject: policy.invitations.subject, sender: policy.invitations.sender }),
      messageId: `<${mailId}@localhost>`, keyId, state: mailState, attempts: 1, nextAttemptAt: sentAt, queuedAt: sentAt,
      handedAt: mailState === 'refused' ? null : sentAt + 4_000, bouncedAt: mailState === 'bounced' ? sentAt + 20 * MINUTE : null,
      lastStatus: mailState === 'bounced' ? '5.1.1' : mailState === 'refused' ? '5.7.1' : '250',
    },
  }
}

/** Writes invitations. One that is there already stays as it is. */
export async function writeInvitations(w: Writer, all: readonly DemoInvitation[]): Promise<void> {
  if (all.length === 0) return
  await w.insert(w.t.portalInvitations).values(all.map((one) => one.invitation)).onConflictDoNothing()
  await w.insert(w.t.invitationSends).values(all.map((one) => one.send)).onConflictDoNothing()
  const mails = all.flatMap((one) => one.mail ?? [])
  if (mails.length > 0) await w.insert(w.t.outboxMails).values(mails).onConflictDoNothing()
}
