import { allow, deny, type Decision } from '#domain/decision.ts'
import type { ClinicianKind, Role } from '#domain/roles.ts'
import { DAY, type Instant } from '#domain/time.ts'

/** How a practitioner of a feed came to be somebody here; `apart`: a person said that nobody here is. */
export const matchKinds = ['npi', 'hand', 'apart'] as const
export type MatchKind = (typeof matchKinds)[number]

/** A practitioner of a feed, as far as matching goes. */
export type PractitionerMatch = {
  id: string
  source: string
  npi: string | null
  nameKey: string
  staffId: string | null
  matchedHow: MatchKind | null
}

/** Whether one source gives the practitioner's NPI to somebody of another name too: which of them it is, a person says. */
export function isNpiAmbiguous(one: Pick<PractitionerMatch, 'id' | 'source' | 'npi' | 'nameKey'>, bearers: readonly PractitionerMatch[]): boolean {
  return one.npi !== null && bearers.some((other) =>
    other.id !== one.id && other.npi === one.npi && other.source === one.source && other.nameKey !== one.nameKey)
}

/**
 * The member of staff whom the NPI says a practitioner is; null: none. What a person decided by hand stays, and so
 * does a match that still agrees; only newcomers wait where the NPI is ambiguous. `staffId` bears this very NPI.
 */
export function staffByNpi(one: PractitionerMatch, bearers: readonly PractitionerMatch[], staffId: string | null): string | null {
  if (one.matchedHow === 'hand' || one.matchedHow === 'apart') return one.staffId
  if (staffId === null || one.staffId === staffId) return staffId
  return isNpiAmbiguous(one, bearers) ? null : staffId
}

export type StaffToMatch = { id: string; npi: string | null; status: string; clinicianKind: ClinicianKind | null }

/** Whether a person may say that a practitioner is this member of staff: never oneself (AZ-07), never against two NPIs that differ. */
export function canMatch(actorId: string, one: PractitionerMatch, staff: StaffToMatch): Decision {
  if (staff.id === actorId) return deny('PRACTITIONER_IS_ONESELF')
  if (one.staffId === staff.id) return deny('ALREADY_DONE')
  if (staff.status === 'disabled') return deny('STAFF_NOT_ACTIVE')
  if (staff.clinicianKind === null) return deny('PRACTITIONER_NEEDS_CLINICIAN')
  if (one.npi !== null && staff.npi !== null && one.npi !== staff.npi) return deny('NPI_DIFFERS')
  return allow
}

/** Whether a person may say that nobody here is this practitioner, which ends a match: never for oneself. */
export function canSetApart(actorId: string, one: PractitionerMatch): Decision {
  if (one.staffId === actorId) return deny('PRACTITIONER_IS_ONESELF')
  return one.matchedHow === 'apart' ? deny('ALREADY_DONE') : allow
}

/** One clinician stands in for another: `fromAt` inclusive, `untilAt` exclusive; `endedAt` when it was ended before its time. */
export type CoverFacts = { absentId: string; coveringId: string; fromAt: Instant; untilAt: Instant; endedAt: Instant | null }

/** Whether a cover holds at an instant. */
export function isCovering(cover: CoverFacts, at: Instant): boolean {
  return cover.fromAt <= at && at < endOf(cover)
}

/** Whether a cover is over, or was called off. */
export function isCoverOver(cover: CoverFacts, at: Instant): boolean {
  return endOf(cover) <= at
}

function endOf(cover: CoverFacts): Instant {
  return Math.min(cover.untilAt, cover.endedAt ?? Infinity)
}

/** What ties clinicians to one patient; staff ids throughout. */
export type PatientTies = {
  orders: readonly { staffId: string; orderedAt: Instant }[]
  careTeam: readonly { staffId: string; fromAt: Instant; untilAt: Instant | null }[]
  covers: readonly CoverFacts[]
}

/** How a clinician stands to a patient. `own`: ordered something for them. `covering`: for a colleague who has one of the first two. */
export type ClinicianRelation = { kind: 'own' | 'care-team' | 'none' } | { kind: 'covering'; forId: string }

/**
 * The nearest tie between a clinician and a patient at an instant (AZ-05). A cover lends the ties of the colleague who is
 * away and no others: somebody who stands in lends nothing on.
 */
export function relationOf(staffId: string, ties: PatientTies, at: Instant): ClinicianRelation {
  const own = ownTie(staffId, ties, at)
  if (own !== 'none') return { kind: own }
  const cover = ties.covers.find((one) => one.coveringId === staffId && isCovering(one, at) && ownTie(one.absentId, ties, at) !== 'none')
  return cover ? { kind: 'covering', forId: cover.absentId } : { kind: 'none' }
}

function ownTie(staffId: string, { orders, careTeam }: PatientTies, at: Instant): 'own' | 'care-team' | 'none' {
  if (orders.some((one) => one.staffId === staffId && one.orderedAt <= at)) return 'own'
  const isInTeam = careTeam.some((one) => one.staffId === staffId && one.fromAt <= at && (one.untilAt === null || at < one.untilAt))
  return isInTeam ? 'care-team' : 'none'
}

/** Assumption: nobody plans to be away longer than a year; a cover for longer is set again. */
export const LONGEST_COVER_DAYS = 366

export type CoverPerson = { id: string; status: string; clinicianKind: ClinicianKind | null }
export type CoverWish = { absent: CoverPerson; covering: CoverPerson; fromAt: Instant; untilAt: Instant }

/**
 * Whether a cover may be set. A clinician sets it for their own absence, a manager for anybody; nobody lends themselves
 * a colleague's ties. A prescriber is covered by a prescriber, because nobody else releases. Covers may overlap.
 */
export function canSetCover(actor: { id: string; roles: readonly Role[] }, { absent, covering, fromAt, untilAt }: CoverWish, at: Instant): Decision {
  if (absent.id !== actor.id && !actor.roles.includes('manager')) return deny('COVER_OF_OTHERS')
  if (covering.id === actor.id) return deny('COVER_BY_ONESELF')
  if (absent.id === covering.id) return deny('COVER_NEEDS_TWO')
  if (absent.clinicianKind === null || covering.clinicianKind === null) return deny('COVER_NEEDS_CLINICIANS')
  if (covering.status !== 'active') return deny('STAFF_NOT_ACTIVE')
  if (absent.clinicianKind === 'prescriber' && covering.clinicianKind !== 'prescriber') return deny('COVER_NEEDS_PRESCRIBER')
  if (untilAt <= Math.max(fromAt, at)) return deny('COVER_ENDS_BEFORE')
  return untilAt - Math.max(fromAt, at) > LONGEST_COVER_DAYS * DAY ? deny('COVER_TOO_LONG', { days: LONGEST_COVER_DAYS }) : allow
}

/** Whether a cover may be ended before its time: by the one who was away, or a manager. */
export function canEndCover(actor: { id: string; roles: readonly Role[] }, cover: CoverFacts, at: Instant): Decision {
  if (cover.absentId !== actor.id && !actor.roles.includes('manager')) return deny('COVER_OF_OTHERS')
  return isCoverOver(cover, at) ? deny('ALREADY_DONE') : allow
}

/** What may be wrong with a relation, so that nobody acts on it; the most urgent first. */
export const danglingKinds = ['cover-idle', 'nobody-covers', 'npi-differs', 'npi-ambiguous', 'practitioner-unmatched'] as const
export type DanglingKind = (typeof danglingKinds)[number]

/** A practitioner who has ties to patients, and who stands behind them here. */
export type TiedPractitioner = {
  practitioner: PractitionerMatch
  bearers: readonly PractitionerMatch[]
  /** Whom they are matched with; null: nobody. */
  staff: { id: string; npi: string | null; status: string } | null
  /** Covers of that person. */
  covers: readonly CoverFacts[]
}

/** Why the ties of a practitioner lead to nobody who can act, or to the wrong person; null: all is well. */
export function danglingOf({ practitioner, bearers, staff, covers }: TiedPractitioner, at: Instant): DanglingKind | null {
  if (practitioner.matchedHow === 'apart') return null
  if (staff === null) return isNpiAmbiguous(practitioner, bearers) ? 'npi-ambiguous' : 'practitioner-unmatched'
  if (practitioner.npi !== null && staff.npi !== null && practitioner.npi !== staff.npi) return 'npi-differs'
  const isLeft = staff.status === 'disabled' && !covers.some((cover) => isCovering(cover, at))
  return isLeft ? 'nobody-covers' : null
}

/** Whether a cover that is not over leads to somebody who can no longer act. */
export function isCoverIdle(cover: CoverFacts, covering: CoverPerson, at: Instant): boolean {
  return !isCoverOver(cover, at) && (covering.status !== 'active' || covering.clinicianKind === null)
}
