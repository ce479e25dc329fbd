import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import type { Instant } from '#domain/time.ts'

/** What can be behind "I did not get it", the first that is so. */
export const diagnosisCauses = [
  'DECEASED', 'BLOCKED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'AT_THE_DESK', 'OPTED_OUT', 'ADDRESS_GONE', 'ADDRESS_CHANGED',
  'ADDRESS_SHARED', 'LINK_DEAD', 'BOUNCED', 'REFUSED', 'GIVEN_UP', 'NOT_SENT_YET', 'OPENED', 'ON_ITS_WAY', 'PERHAPS_JUNK',
] as const
export type DiagnosisCause = (typeof diagnosisCauses)[number]

/** The next safe things to do; each cause has exactly one. */
export const safeActions = [
  'nothing', 'wait', 'look-in-junk', 'resend', 'fix-address', 'enroll-at-desk', 'help-finish', 'ask-privacy-officer',
] as const
export type SafeAction = (typeof safeActions)[number]

export const nextSafeAction: Record<DiagnosisCause, SafeAction> = {
  DECEASED: 'nothing', BLOCKED: 'ask-privacy-officer', ACCEPTED: 'nothing', DECLINED: 'nothing', CANCELLED: 'enroll-at-desk', EXPIRED: 'resend',
  AT_THE_DESK: 'enroll-at-desk', OPTED_OUT: 'enroll-at-desk', ADDRESS_GONE: 'fix-address', ADDRESS_CHANGED: 'resend', ADDRESS_SHARED: 'fix-address', LINK_DEAD: 'resend',
  BOUNCED: 'fix-address', REFUSED: 'fix-address', GIVEN_UP: 'resend', NOT_SENT_YET: 'wait', OPENED: 'help-finish', ON_ITS_WAY: 'wait',
  PERHAPS_JUNK: 'look-in-junk',
}

export type DiagnosisFacts = {
  deceased: boolean
  blocked: boolean
  optedOut: boolean
  invitation: { state: InvitationState; channel: 'email' | 'desk'; endsAt: Instant }
  /** Of the last mail: its state, and what the mail server said last. Null at a desk, or where no mail was written. */
  mail: { state: 'queued' | 'handed' | 'refused' | 'parked' | 'bounced'; lastStatus: string | null } | null
  /** Its link and codes ended though it is out: the records were restored from a backup (OP-02). */
  linkIsDead: boolean
  /** Of the addresses on file: whether the one it went to is still there, another is, and whether the rule takes that one. */
  addressIsOnFile: boolean
  hasOtherAddress: boolean
  addressIsLawful: boolean
  /** When it should have arrived at the latest, by what the portal publishes or a plain guess. */
  expectedBy: Instant
}

/** Why somebody may not have got their invitation: the first fact that explains it. Pure: the same screen and the same answer everywhere. */
export function diagnose(facts: DiagnosisFacts, now: Instant): DiagnosisCause {
  const { invitation, mail } = facts
  const state = stateNow(invitation, now)
  if (facts.deceased) return 'DECEASED'
  if (facts.blocked) return 'BLOCKED'
  if (state === 'accepted') return 'ACCEPTED'
  if (state === 'declined') return 'DECLINED'
  if (state === 'cancelled') return 'CANCELLED'
  if (state === 'expired') return 'EXPIRED'
  if (invitation.channel === 'desk') return 'AT_THE_DESK'
  if (facts.optedOut) return 'OPTED_OUT'
  if (!facts.addressIsOnFile) return facts.hasOtherAddress ? 'ADDRESS_CHANGED' : 'ADDRESS_GONE'
  if (!facts.addressIsLawful) return mail?.state === 'bounced' ? 'BOUNCED' : mail?.state === 'refused' ? 'REFUSED' : 'ADDRESS_SHARED'
  if (state === 'bounced') return 'BOUNCED'
  if (facts.linkIsDead) return 'LINK_DEAD'
  if (state === 'opened') return 'OPENED'
  if (mail?.state === 'parked') return 'GIVEN_UP'
  if (state === 'refused') return 'REFUSED'
  if (state === 'queued' || mail === null) return 'NOT_SENT_YET'
  return now < facts.expectedBy ? 'ON_ITS_WAY' : 'PERHAPS_JUNK'
}
