import { allow, deny, type Decision } from '#domain/decision.ts'
import type { PortalStanding } from '#domain/contracts/patients.ts'
import type { AppointmentStatus } from '#domain/feeds/appointment-status.ts'
import { canHaveAccount, type AccountFacts } from '#domain/patients/next-action.ts'
import { MINUTE, type Instant } from '#domain/time.ts'

/** What is to be asked of somebody before the portal can reach them. `own-email`: the one on file is a parent's, too (R10). */
export const missingThings = ['email', 'phone', 'own-email'] as const
export type MissingThing = (typeof missingThings)[number]

/** R23: age of majority in the states that are served. */
const ADULT_FROM = 18

/** What is known of somebody who is expected today. */
export type TodayFacts = AccountFacts & {
  /** Said no at a desk, and has not thought otherwise since. */
  declined: boolean
  hasEmail: boolean
  hasPhone: boolean
  /** Every address on file is somebody else's of the household, too. */
  sharesEmail: boolean
}

/** The one thing to do with a row: `enroll-now` nothing is missing, `enroll` something is to be asked, `why-not` there is a reason, `open` nothing to do. */
export type NextAction =
  | { act: 'enroll-now' | 'open' }
  | { act: 'enroll'; missing: readonly MissingThing[] }
  | { act: 'why-not'; refusal: Refusal }
type Refusal = Extract<Decision, { allowed: false }>

/**
 * The one next action for somebody who comes today (screens.md §1, R1, R8, R10, R13). An account in an old portal alone
 * does not count (R8); an invitation that is out is asked about.
 */
export function nextActionFor(facts: TodayFacts): NextAction {
  const may = mayBeEnrolled(facts)
  if (!may.allowed) return { act: 'why-not', refusal: may }
  if (facts.standing === 'active') return { act: 'open' }
  const missing = missingFor(facts)
  return missing.length > 0 || facts.standing === 'invited' ? { act: 'enroll', missing } : { act: 'enroll-now' }
}

function mayBeEnrolled(facts: TodayFacts): Decision {
  const may = canHaveAccount(facts)
  if (!may.allowed || facts.standing === 'active') return may
  if (facts.standing === 'suspended') return deny('ENROLL_SUSPENDED')
  return facts.declined ? deny('ENROLL_DECLINED') : allow
}

function missingFor({ age, portals, hasEmail, hasPhone, sharesEmail }: TodayFacts): MissingThing[] {
  const ownFrom = Math.min(...portals.filter((portal) => portal.takesNewAccounts).map((portal) => portal.ownContactFromAge))
  const isParents = hasEmail && sharesEmail && age >= ownFrom && age < ADULT_FROM
  const lacks: Record<MissingThing, boolean> = { email: !hasEmail, phone: !hasPhone, 'own-email': isParents }
  return missingThings.filter((thing) => lacks[thing])
}

/** The button that a row carries: whoever may not enroll opens the record instead. */
export function buttonOf(act: NextAction['act'], mayEnroll: boolean): NextAction['act'] {
  return mayEnroll || act === 'why-not' ? act : 'open'
}

/** Whether a row is of somebody without a portal account, who may be spoken to about one. */
export function isNotEnrolled(standing: PortalStanding): boolean {
  return standing !== 'active' && standing !== 'suspended'
}

/** Assumption: somebody this late may still come through the door. */
const STILL_AWAITED = 15 * MINUTE

/** Whether somebody is here, or still to come: who is spoken to next. */
export function isAwaited(status: AppointmentStatus, startAt: Instant, now: Instant): boolean {
  if (status === 'arrived' || status === 'checked-in') return true
  return status === 'booked' && startAt > now - STILL_AWAITED
}
