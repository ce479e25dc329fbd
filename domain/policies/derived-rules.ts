import { noteOf } from '#domain/portals/provenance.ts'
import type { RuleNote } from '#domain/portals/provenance.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'

/** R70: 30 days and one extension of 30 by federal law; both ranges as in S0. */
export const federalRecordRequests: PortalPolicy['recordRequests'] = {
  ranges: ['from-to', 'complete'],
  dueDays: 30,
  extensionDays: 30,
  longestExtensions: 1,
  notes: [noteOf('R70', ['S0', 'derived'], { citedLaw: '45 CFR 164.524' })],
}

/** R3, ID-04: what a code may live at most, e-mailed or handed over; longest promise the product makes. */
export const codeLifetimes = { emailCodeHours: 24, deskCodeMinutes: 10 } as const

/** R10, R9. Assumption: where a document is silent on e-mail, the rule MyPortal publishes holds (S2). */
export const emailSharingAsMyPortal = {
  minorsUnderAge: 12,
  byLegalCaregiver: true,
  adultMustBeEnrolled: true,
} as const

/**
 * Assumption: an own account from 13 where the document names no age, as where COPPA is applied (R10).
 * 15 U.S.C. 6501 speaks of children under 13.
 */
export const OWN_ACCOUNT_FROM_AGE = 13

/** R68, R69: the notes of the rules on holds and state clocks, which no portal's document speaks of. */
export const holdAndClockNotes: RuleNote[] = [
  noteOf('R68', ['derived', 'assumption'], { citedLaw: '45 CFR 171.201, 171.202' }),
  noteOf('R69', ['derived', 'assumption'], { findings: ['NEEDS_LEGAL_REVIEW'] }),
]

/** R68. Assumption: 30 days is the longest hold. */
export const LONGEST_HOLD_DAYS = 30

/** MyPortal questions (S2): "good for 60 days". Assumption: the same where a document names no lifetime (R3). */
export const INVITATION_LIFETIME_DAYS = 60

/**
 * R23, R27, R29: what S0 publishes for MyChart's proxies. Assumption: it holds on every portal whose document
 * says nothing else; for the end at 18 the rule book derives it.
 */
export const proxyRulesEverywhere = {
  parentalGrantsEndAtAge: 18,
  proxyNeedsOwnAccount: true,
  revokedBy: { withAccount: 'patient', withoutAccount: 'office' },
} as const
