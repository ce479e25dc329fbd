import { allow, deny, type Decision } from '#domain/decision.ts'
import { canStartEnrollment, type StartFacts } from '#domain/enrollment/draft-policy.ts'
import { HOUR, type Instant } from '#domain/time.ts'

export type CohortMember = StartFacts & {
  invitationOut: boolean
  enrollmentOpen: boolean
  declined: boolean
  /** The best address on file as the rule reads it; null: none. */
  address: { decision: Decision; isYoung: boolean } | null
  /** What the one gate of mail says to a campaign (opt-outs, suppressed ways). */
  gate: Decision
}

/**
 * Whether somebody of a cohort gets the campaign's invitation; the first reason against it is the one that is shown. Nobody is
 * there in person, so that a young address does not do (ID-02), and who said no is not asked by mail.
 */
export function mayBeInvited(member: CohortMember): Decision {
  const start = canStartEnrollment(member)
  if (!start.allowed) return start
  if (member.declined) return deny('ENROLL_DECLINED')
  if (member.enrollmentOpen) return deny('ENROLLMENT_OPEN')
  if (member.invitationOut) return deny('INVITATION_OUT')
  if (member.address === null) return deny('CONTACT_ADDRESS_MISSING')
  if (!member.address.decision.allowed) return member.address.decision
  if (member.address.isYoung) return deny('CONTACT_YOUNG')
  return member.gate.allowed ? allow : member.gate
}

/** After a pause or a night without the server no flood: at most five minutes' worth at once. */
const MOST_AT_ONCE_PER_HOUR = 12

/**
 * When the next invitation may go out after one has just gone, `nextAt` being when that one was due: an even pace, and what
 * fell due long ago is not caught up beyond five minutes' worth.
 */
export function nextSendAt(nextAt: Instant, perHour: number, now: Instant): Instant {
  const step = Math.ceil(HOUR / perHour)
  const most = Math.max(1, Math.ceil(perHour / MOST_AT_ONCE_PER_HOUR))
  return Math.max(nextAt, now - (most - 1) * step) + step
}
