import type { ReasonFacts } from '#domain/decision.ts'
import type { PortalStanding } from '#domain/contracts/patients.ts'
import type { AppointmentStatus } from '#domain/feeds/appointment-status.ts'
import type { todayReasons } from '#domain/reasons/today.ts'
import { MINUTE, type Instant } from '#domain/time.ts'

/** What is to be asked of somebody before the portal can reach them. `own-email`: the one on file is a parent's, too (R10). */
export const missingThings = ['email', 'phone', 'own-email'] as const
export type MissingThing = (typeof missingThings)[number]

/** What the portal asks that takes new accounts in the site's state; of several, the one for the youngest. */
export type OpenPortal = { ownAccountFromAge: number; ownContactFromAge: number }

/** R23: age of majority in the states that are served. */
const ADULT_FROM = 18

/** What is known of somebody who is expected today. */
export type TodayFacts = {
  /** The best standing in any portal. */
  standing: PortalStanding
  /** Null: none takes new accounts. */
  portal: OpenPortal | null
  /** Whole years, by the portal's clock (R21). */
  age: number
  deceased: boolean
  /** Said no at a desk, and has not thought otherwise since. */
  declined: boolean
  hasEmail: boolean
  hasPhone: boolean
  /** Somebody of the household has the same address. */
  sharesEmail: boolean
}

/** Why somebody is not asked. */
export type WhyNot = keyof typeof todayReasons

/** The one thing to do with a row: `enroll-now` nothing is missing, `enroll` something is to be asked, `why-not` there is a reason, `open` nothing to do. */
export type NextAction =
  | { action: 'enroll-now' | 'open' }
  | { action: 'enroll'; missing: readonly MissingThing[] }
  | { action: 'why-not'; code: WhyNot; facts?: ReasonFacts }

/**
 * The one next action for somebody who comes today (screens.md §1, R1, R8, R10, R13). An account in an old portal alone
 * does not count (R8); an invitation that is out is asked about. Until the enrollment room exists the rows of
 * `enroll-now` and `enroll` carry the button that opens the record: see `buttonOf`.
 */
export function nextActionFor(facts: TodayFacts): NextAction {
  if (facts.deceased) return { action: 'why-not', code: 'ENROLL_DECEASED' }
  if (facts.standing === 'active') return { action: 'open' }
  if (facts.standing === 'suspended') return { action: 'why-not', code: 'ENROLL_SUSPENDED' }
  if (facts.portal === null) return { action: 'why-not', code: 'ENROLL_NO_PORTAL' }
  const { ownAccountFromAge: age } = facts.portal
  if (facts.age < age) return { action: 'why-not', code: 'ENROLL_TOO_YOUNG', facts: { age } }
  if (facts.declined) return { action: 'why-not', code: 'ENROLL_DECLINED' }
  const missing = missingFor(facts, facts.portal)
  return missing.length > 0 || facts.standing === 'invited' ? { action: 'enroll', missing } : { action: 'enroll-now' }
}

function missingFor({ age, hasEmail, hasPhone, sharesEmail }: TodayFacts, { ownContactFromAge }: OpenPortal): MissingThing[] {
  const isParents = hasEmail && sharesEmail && age >= ownContactFromAge && age < ADULT_FROM
  const lacks: Record<MissingThing, boolean> = { email: !hasEmail, phone: !hasPhone, 'own-email': isParents }
  return missingThings.filter((thing) => lacks[thing])
}

/** The button that a row carries while nobody can be enrolled here yet: the reason why not, or the record. */
export function buttonOf(action: NextAction['action']): 'why-not' | 'open' {
  return action === 'why-not' ? 'why-not' : 'open'
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
