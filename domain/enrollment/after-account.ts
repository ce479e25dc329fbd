import { YOUNG_UNTIL } from '#domain/enrollment/contact-check.ts'
import type { HandOver } from '#domain/enrollment/words.ts'
import { DAY, HOUR, type Instant } from '#domain/time.ts'

/** Assumption: for so long after an account ended, enrolling anew is also a way back into what it showed. */
export const ENDED_LATELY = 30 * DAY
/** ID-03: between a changed contact and anything that opens an account. */
const BETWEEN = 72 * HOUR

/** An account that this patient had on the portal, and how old the contacts are that would open the next. */
export type AfterAccount = {
  /** When the account ended; null: there was none. */
  endedAt: Instant | null
  /** Since when the address that was settled is on file; null: no address. */
  addressSinceAt: Instant | null
  /** When the youngest contact came on file, one that was taken off again among them; null: none ever. */
  youngestSinceAt: Instant | null
}

/**
 * The hand-overs that are closed because an account ended lately. Ending one and enrolling anew is a reset under another name: no
 * code at a desk (ID-04), no mail to an address that would not do for a reset (ID-02, ID-03). Two persons may restart it (R44).
 */
export function closedAfterAccount({ endedAt, addressSinceAt, youngestSinceAt }: AfterAccount, now: Instant): HandOver[] {
  if (endedAt === null || now - endedAt >= ENDED_LATELY) return []
  const isOld = addressSinceAt !== null && now - addressSinceAt >= YOUNG_UNTIL
  const isCalm = youngestSinceAt === null || now - youngestSinceAt >= BETWEEN
  return isOld && isCalm ? ['desk-code'] : ['desk-code', 'email']
}
