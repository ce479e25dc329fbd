import { allow, deny, type Decision } from '#domain/decision.ts'
import { withoutPhoto, type ContactWay, type DraftState, type EvidenceKind, type HandOver } from '#domain/enrollment/words.ts'
import { HOUR, type Instant, type PlainDate } from '#domain/time.ts'

/** What is so with a person on one portal, as far as enrolling goes. */
export type StartFacts = {
  deceased: boolean
  /** Whole years by the portal's calendar. */
  age: number
  /** The portal serves where the patient is seen, and takes new accounts now. */
  portalServes: boolean
  portalTakesAccounts: boolean
  ownAccountFromAge: number
  /** State of the account on this portal; null: none. */
  account: string | null
}

/** Whether an enrollment on this portal may be started (R1, R8, R10, R13, R81). An invitation that is out does not stop it: it is taken over. */
export function canStartEnrollment(facts: StartFacts): Decision {
  if (facts.deceased) return deny('PATIENT_DECEASED')
  if (!facts.portalServes) return deny('PORTAL_NOT_HERE')
  if (!facts.portalTakesAccounts) return deny('PORTAL_TAKES_NO_ACCOUNTS')
  if (facts.account === 'active') return deny('ACCOUNT_ACTIVE')
  if (facts.account === 'suspended') return deny('ENROLL_SUSPENDED')
  return facts.age < facts.ownAccountFromAge ? deny('ACCOUNT_TOO_YOUNG', { age: facts.ownAccountFromAge }) : allow
}

/** Longest row of digits that an issuer's name may hold: a year, no document number. */
const MOST_DIGITS = 4

/** Whether a document will do: not past its date, and nothing of its number is written down (security.md §1). */
export function canTakeEvidence({ issuer, expiresOn, today }: { issuer: string | null; expiresOn: PlainDate | null; today: PlainDate }): Decision {
  if (issuer !== null && (issuer.match(/\p{Nd}/gu)?.length ?? 0) > MOST_DIGITS) return deny('EVIDENCE_HOLDS_A_NUMBER')
  return expiresOn !== null && expiresOn < today ? deny('EVIDENCE_EXPIRED') : allow
}

/** Assumption: for so long whoever showed a document is taken to be the one who still stands there. */
const EVIDENCE_HOLDS = 12 * HOUR

/**
 * Whether a document was looked at so long ago that it says nothing of who is there now. An enrollment can be left and taken up on
 * another day: a code, or a new contact, takes a fresh look (ID-03, ID-04).
 */
export function isEvidenceOld(seenAt: Instant | null, now: Instant): boolean {
  return seenAt !== null && now - seenAt >= EVIDENCE_HOLDS
}

export type DraftFacts = {
  state: DraftState
  evidence: EvidenceKind | null
  evidenceIsOld: boolean
  contactWay: ContactWay | null
  handOver: HandOver | null
  /** Does not want this portal's invitations by mail (R71). */
  wantsNoMail: boolean
  /** Closed because an account here ended lately (`closedAfterAccount`). */
  closed: readonly HandOver[]
}

/** Whether the contact can be settled: who it is comes first. */
export function canSettleContact({ state, evidence }: DraftFacts): Decision {
  if (state !== 'open') return deny('ENROLLMENT_OVER')
  return evidence === null ? deny('IDENTITY_NOT_RECORDED') : allow
}

/** Whether a new contact may be put on file here: with the document just seen. */
export function canAddContact(facts: DraftFacts): Decision {
  const may = canSettleContact(facts)
  return may.allowed && facts.evidenceIsOld ? deny('IDENTITY_NOT_RECORDED') : may
}

/** Whether this hand-over can be chosen: a code takes a photo document (ID-04), an e-mail an own address (R10) and no wish against it (R71). */
export function canHandOver(facts: DraftFacts, by: HandOver): Decision {
  const may = canSettleContact(facts)
  if (!may.allowed) return may
  if (facts.contactWay === null) return deny('CONTACT_NOT_SETTLED')
  if (by === 'email' && facts.contactWay !== 'email') return deny('HAND_OVER_NEEDS_EMAIL')
  if (facts.closed.includes(by)) return deny('ENROLL_ENDED_LATELY')
  if (by === 'desk-code' && facts.evidenceIsOld) return deny('IDENTITY_NOT_RECORDED')
  if (by === 'desk-code') return facts.evidence !== null && withoutPhoto.includes(facts.evidence) ? deny('EVIDENCE_WITHOUT_PHOTO') : allow
  return facts.wantsNoMail ? deny('CONTACT_OPTED_OUT') : allow
}

/** Whether the hand-over that was chosen may be carried out now. */
export function canCarryOut(facts: DraftFacts, by: HandOver): Decision {
  const may = canHandOver(facts, by)
  if (!may.allowed) return may
  return facts.handOver === by ? allow : deny('HAND_OVER_NOT_CHOSEN')
}
