import { allow, deny, type Decision } from '#domain/decision.ts'
import { statesOut, type InvitationState } from '#domain/enrollment/words.ts'
import { timeSaid } from '#domain/said.ts'
import { MINUTE, type Instant, type TimeZone } from '#domain/time.ts'

/** R2. Assumption: a second send within two minutes is a second press of the button. */
export const RESEND_GUARD = 2 * MINUTE
/** ID-08. */
export const MOST_SENDS_A_DAY = 5

/** An invitation as stored. */
export type InvitationFacts = { state: InvitationState; channel: 'email' | 'desk'; sentAt: Instant; endsAt: Instant }

export function isOut(state: InvitationState): boolean {
  return (statesOut as readonly InvitationState[]).includes(state)
}

/** The state at an instant: past the end of its last local day it has expired, whether or not a job has written it down (R3, ID-06). */
export function stateNow(invitation: Pick<InvitationFacts, 'state' | 'endsAt'>, now: Instant): InvitationState {
  return isOut(invitation.state) && now >= invitation.endsAt ? 'expired' : invitation.state
}

export type ResendFacts = InvitationFacts & {
  deceased: boolean
  accountIsActive: boolean
  blocked: boolean
  /** Does not want this portal's invitations by mail (R71). */
  optedOut: boolean
  /** The address that it would go to, checked; null: none on file. */
  address: { decision: Decision; isYoung: boolean; isWhereItWent: boolean } | null
  /** Sends to this patient on this local day, over all invitations. */
  sendsToday: number
  /** The person asking has the patient before them, or may correct contacts in person. */
  inPerson: boolean
  /** The portal's, on whose clock the wait is said. */
  timeZone: TimeZone
}

/** Whether it may be sent again (R2): a new send, the old link dead. Two minutes apart, but never held up after an address was corrected. */
export function canResendInvitation(facts: ResendFacts, now: Instant): Decision {
  const state = stateNow(facts, now)
  if (facts.deceased) return deny('PATIENT_DECEASED')
  if (state === 'accepted' || facts.accountIsActive) return deny('INVITATION_ACCEPTED')
  if (state === 'declined') return deny('INVITATION_DECLINED')
  if (state === 'cancelled') return deny('INVITATION_CANCELLED')
  if (facts.blocked) return deny('ENROLL_NEEDS_PRIVACY_OFFICER')
  if (facts.optedOut) return deny('CONTACT_OPTED_OUT')
  if (facts.address === null) return deny('CONTACT_ADDRESS_MISSING')
  if (!facts.address.decision.allowed) return facts.address.decision
  if (facts.address.isYoung && !facts.inPerson) return deny('CONTACT_YOUNG')
  if (facts.sendsToday >= MOST_SENDS_A_DAY) return deny('INVITATION_LIMIT')
  const isCorrected = !facts.address.isWhereItWent
  if (!isCorrected && now - facts.sentAt < RESEND_GUARD) return deny('INVITATION_SENT_RECENTLY', { at: timeSaid(facts.sentAt + RESEND_GUARD, facts.timeZone) })
  return allow
}

/** Whether it may be cancelled, or declined by the patient: only while it is out. */
export function canEndInvitation(facts: Pick<InvitationFacts, 'state' | 'endsAt'>, now: Instant): Decision {
  switch (stateNow(facts, now)) {
    case 'accepted': return deny('INVITATION_ACCEPTED')
    case 'expired': return deny('INVITATION_EXPIRED')
    case 'declined': return deny('INVITATION_DECLINED')
    case 'cancelled': return deny('INVITATION_CANCELLED')
    case 'queued':
    case 'handed':
    case 'refused':
    case 'bounced':
    case 'opened':
      return allow
  }
}
