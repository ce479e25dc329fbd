import { basisRules, type Basis, type DocumentKind, type LegalDocument, type LegalStatusKind, type Relationship } from '#domain/access/bases.ts'
import type { Areas, LegalStatusFacts } from '#domain/access/facts.ts'
import { countsAsAdult, isInForce, type Moment } from '#domain/access/legal.ts'
import { reachOf } from '#domain/access/reach.ts'
import { ageOn, birthdayOn } from '#domain/birthdays.ts'
import { allow, deny, type Decision } from '#domain/decision.ts'
import { serviceStateAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { addDays, type PlainDate } from '#domain/time.ts'

/** Assumption: nothing runs longer than this before somebody looks at it again; childhood may (PX-03). */
export const LONGEST_YEARS = 5

/** What is asked for, with everything that decides whether it may be granted. */
export type GrantWish = {
  patient: { birthDate: PlainDate; dead: boolean; legalStatuses: readonly LegalStatusFacts[] }
  proxy: {
    isThePatient: boolean
    isTheActor: boolean
    dead: boolean
    birthDate: PlainDate | null
    /** The proxy's own legal statuses: a minor who is a parent looks after the own child (R33). */
    isMinorParent: boolean
    hasEmail: boolean
    /** The address or number under which the patient's own account is reached (R10). */
    sharesPatientsContact: boolean
  }
  policy: PortalPolicy
  relationship: Relationship
  basis: Basis
  levelId: string
  areas: Areas | null
  startOn: PlainDate
  endOn: PlainDate | null
  reviewOn: PlainDate | null
  documents: readonly { kind: DocumentKind; expiresOn: PlainDate | null }[]
  disputed: boolean
}

/** Whether a grant may be made at all, by whoever; blocks are asked elsewhere (PX-03). */
export function canGrant(wish: GrantWish, moment: Moment): Decision {
  return aboutPersons(wish, moment) ?? aboutPortal(wish, moment) ?? aboutBasis(wish, moment) ?? aboutDates(wish, moment) ?? allow
}

/**
 * Whether one member of staff may grant it: an adult's own consent, a child under 12 with proof, a teen within a tier
 * that the portal narrows by age. Everything else takes a second person (security.md §1).
 */
export function needsSecondPerson(wish: Pick<GrantWish, 'patient' | 'policy' | 'basis' | 'levelId' | 'areas' | 'disputed'>, moment: Moment): boolean {
  if (wish.disputed || basisRules[wish.basis].secondPerson) return true
  const { birthDate } = wish.patient
  const age = ageOn(birthDate, moment.on)
  const { proxyAccess, enrollment } = wish.policy
  if (age < enrollment.ownContactFromAge || age >= proxyAccess.parentalGrantsEndAtAge) return false
  if (basisRules[wish.basis].reach !== 'age-band') return !countsAsAdult(wish.patient.legalStatuses, moment)
  const rule = proxyAccess.acquisitionRule
  const isNarrowedByItem = rule !== null && age >= rule.fromAge && age < rule.untilAge
  return !isNarrowedByItem && !reachOf({ basis: wish.basis, levelId: wish.levelId, areas: wish.areas }, wish.policy, age).narrowed
}

function aboutPersons({ patient, proxy, policy }: GrantWish, moment: Moment): Decision | null {
  if (proxy.isThePatient) return deny('PROXY_IS_THE_PATIENT')
  if (proxy.isTheActor) return deny('PROXY_IS_ONESELF')
  if (proxy.dead) return deny('PROXY_PERSON_DIED')
  const isMinor = proxy.birthDate !== null && ageOn(proxy.birthDate, moment.on) < policy.proxyAccess.parentalGrantsEndAtAge
  if (isMinor && !proxy.isMinorParent) return deny('PROXY_IS_A_MINOR')
  const isTeen = ageOn(patient.birthDate, moment.on) >= policy.enrollment.ownContactFromAge
  return isTeen && proxy.sharesPatientsContact ? deny('PROXY_SHARES_TEENS_CONTACT') : null
}

function aboutPortal({ policy, proxy, levelId, areas }: GrantWish, { at }: Moment): Decision | null {
  const state = serviceStateAt(policy, at)
  const level = policy.proxyAccess.levels.find(({ id }) => id === levelId)
  if (state === 'retired' || state === 'not-open' || state === 'read-only' || policy.proxyAccess.levels.length === 0) return deny('PROXY_PORTAL_CLOSED')
  if (!level) return deny('PROXY_LEVEL_UNKNOWN')
  const isAnyOpen = areas !== null && Object.values(areas).some((area) => area !== 'none')
  if (level.perArea && !isAnyOpen) return deny('PROXY_AREAS_NEEDED')
  if (!level.perArea && areas !== null) return deny('PROXY_AREAS_NOT_HERE')
  return policy.proxyAccess.inviteNeedsProxyEmail && !proxy.hasEmail ? deny('PROXY_EMAIL_NEEDED') : null
}

/** Why a basis cannot carry access to this patient from a day on; null: it can (R13, R23, R31, R33). */
export function basisMisfit({ patient, policy, basis, startOn }: Pick<GrantWish, 'patient' | 'policy' | 'basis' | 'startOn'>, moment: Moment): Decision | null {
  const rule = basisRules[basis]
  if (patient.dead) { if (rule.about !== 'deceased') return deny('PROXY_PATIENT_DIED') } else if (rule.about === 'deceased') return deny('PROXY_PATIENT_LIVES')
  const from = startOn > moment.on ? startOn : moment.on
  const isAdult = from >= birthdayOn(patient.birthDate, policy.proxyAccess.parentalGrantsEndAtAge)
  const countsAsOne = isAdult || countsAsAdult(patient.legalStatuses, moment)
  if (rule.about === 'minor' && countsAsOne) return deny('PROXY_BASIS_FOR_MINORS')
  if (rule.about === 'adult' && !countsAsOne) return deny('PROXY_BASIS_FOR_ADULTS')
  if (basis === 'teen-consent' && from < birthdayOn(patient.birthDate, policy.enrollment.ownContactFromAge)) return deny('PROXY_CONSENT_TOO_YOUNG', { age: policy.enrollment.ownContactFromAge })
  const isUnderGuardian = patient.legalStatuses.some((status) => status.kind === 'adult-guardianship' && isInForce(status, moment))
  return basis === 'adult-consent' && isUnderGuardian ? deny('PROXY_CANNOT_CONSENT') : null
}

function aboutBasis(wish: GrantWish, moment: Moment): Decision | null {
  const misfit = basisMisfit(wish, moment)
  if (misfit) return misfit
  const { documents, basis } = wish
  const rule = basisRules[basis]
  const carrying = documents.filter(({ kind }) => rule.documents.includes(kind))
  if (carrying.length === 0) return deny('PROXY_DOCUMENT_DOES_NOT_CARRY', { documents: rule.documents.join(', ') })
  return carrying.every(({ expiresOn }) => expiresOn !== null && expiresOn < moment.on) ? deny('PROXY_DOCUMENT_EXPIRED') : null
}

function aboutDates({ patient, policy, startOn, endOn, reviewOn }: GrantWish, moment: Moment): Decision | null {
  return canRunUntil({ birthDate: patient.birthDate, policy, startOn, endOn, reviewOn }, moment)
}

type Dates = { birthDate: PlainDate; policy: PortalPolicy; startOn: PlainDate; endOn: PlainDate | null; reviewOn: PlainDate | null }

/** Whether these dates may stand: to come, in order, and not beyond five years, or childhood where that is longer. Null: they may. */
export function canRunUntil({ birthDate, policy, startOn, endOn, reviewOn }: Dates, { on }: Moment): Decision | null {
  for (const last of [endOn, reviewOn]) {
    if (last !== null && (last < startOn || last < on)) return deny('PROXY_DATES_BACKWARDS')
  }
  const years = birthdayOn(startOn > on ? startOn : on, LONGEST_YEARS)
  const majorityOn = addDays(birthdayOn(birthDate, policy.proxyAccess.parentalGrantsEndAtAge), -1)
  const longest = years > majorityOn ? years : majorityOn
  const first = [endOn, reviewOn].flatMap((one) => one ?? []).toSorted()[0]
  return first === undefined || first > longest ? deny('PROXY_DATE_TOO_FAR', { years: LONGEST_YEARS }) : null
}

/** Which documents carry which status (R33). */
const statusDocuments: Record<LegalStatusKind, readonly LegalDocument[]> = {
  emancipated: ['court-order'], married: ['marriage-certificate'], 'minor-parent': ['birth-certificate'], 'state-custody': ['court-order', 'agency-letter'],
  adopted: ['adoption-decree', 'court-order'], 'adult-guardianship': ['court-order'], 'diminished-capacity': ['clinician-statement', 'court-order'],
}

type StatusWish = {
  birthDate: PlainDate; majority: number; held: readonly LegalStatusFacts[]
  kind: LegalStatusKind; fromOn: PlainDate; untilOn: PlainDate | null; document: LegalDocument
}

/** Whether a legal status may be recorded (R33). */
export function canRecordStatus({ birthDate, majority, held, kind, fromOn, untilOn, document }: StatusWish, moment: Moment): Decision {
  if (!statusDocuments[kind].includes(document)) return deny('LEGAL_STATUS_DOCUMENT')
  if (untilOn !== null && untilOn < fromOn) return deny('PROXY_DATES_BACKWARDS')
  if (held.some((status) => status.kind === kind && isInForce(status, moment))) return deny('LEGAL_STATUS_HELD')
  const isMinorThen = fromOn < birthdayOn(birthDate, majority)
  if (kind === 'adult-guardianship') return isMinorThen ? deny('LEGAL_STATUS_NOT_AN_ADULT') : allow
  if (kind === 'diminished-capacity') return allow
  return isMinorThen ? allow : deny('LEGAL_STATUS_NOT_A_MINOR')
}
