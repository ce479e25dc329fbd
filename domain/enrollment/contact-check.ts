import { isMailAddress } from '#domain/contact-policy.ts'
import { allow, deny, type Decision } from '#domain/decision.ts'
import type { SharingRelation, WayOut } from '#domain/enrollment/words.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { phoneKey, reachKey } from '#domain/reach.ts'
import { DAY, type Instant } from '#domain/time.ts'

/** R23: age of majority in the states that are served. */
export const ADULT_FROM = 18
/** ID-02: an address is old enough to rely on after so long. */
export const YOUNG_UNTIL = 30 * DAY

type SharingPolicy = Pick<PortalPolicy['enrollment'], 'emailSharing' | 'ownContactFromAge' | 'activationNeeds'>

/** Somebody else who reads what the patient would. */
export type OtherReader = {
  relation: SharingRelation
  /** Whole years; null where that is not known, as of a proxy who is no patient: taken for an adult. */
  age: number | null
  /** An account that is active or asked for on the same portal. */
  isOnPortal: boolean
  /** By law the patient's caregiver (a guardianship, not parenthood of a teen), or the patient is theirs. */
  isLegalCaregiver: boolean
  /** Every contact of theirs on file. */
  contacts: readonly { kind: 'email' | 'phone'; value: string }[]
}

export type ContactFacts<Reader extends OtherReader = OtherReader> = {
  kind: 'email' | 'phone'
  value: string
  /** home, mobile, work …; null: not said. */
  use: string | null
  /** Null: not on file yet. */
  onFileSinceAt: Instant | null
  hardBounced: boolean
  /** It is a contact of somebody who must not get near the record (PX-03), or one that the patient must not be reached by. */
  isBarred: boolean
  /** The patient's whole years by the portal's calendar. */
  age: number
  policy: SharingPolicy
  others: readonly Reader[]
}

export type CheckedContact<Reader extends OtherReader = OtherReader> = {
  decision: Decision
  /** Who reads it too; null: nobody, as far as is known. */
  with: Reader | null
  /** It is shared, and the rule lets these persons (R9). */
  sharedByRule: boolean
  youngSinceAt: Instant | null
  ways: WayOut[]
}

/**
 * Whether codes and notices for an own account may go to this contact. R9: no two adults on one portal share an address; a
 * child below the portal's age, or somebody under a legal caregiver, may share an enrolled adult's. R10: from the portal's
 * age on a minor's contact differs from that of every proxy, guarantor and adult of the household; a home phone is never
 * used for codes. Compared as `reachKey` reads them. ID-02: a young contact is usable in person and is said to be young.
 */
export function checkContact<Reader extends OtherReader>(facts: ContactFacts<Reader>, now: Instant): CheckedContact<Reader> {
  const key = reachKey(facts.kind, facts.value)
  const readers = facts.others.filter((one) => one.contacts.some((contact) => contact.kind === facts.kind && reachKey(contact.kind, contact.value) === key))
  const against = readers.map((reader) => ({ reader, decision: sharingWith(reader, facts) })).find(({ decision }) => !decision.allowed)
  const form = formOf(facts)
  const decision = form.allowed ? against?.decision ?? allow : form
  const isYoung = facts.onFileSinceAt !== null && now - facts.onFileSinceAt < YOUNG_UNTIL
  return {
    decision, with: against?.reader ?? readers[0] ?? null, sharedByRule: decision.allowed && readers.length > 0,
    youngSinceAt: isYoung ? facts.onFileSinceAt : null,
    ways: decision.allowed ? [] : waysBeside(facts),
  }
}

/** Whether it can carry a code or a notice at all. */
function formOf({ kind, value, use, hardBounced, isBarred }: ContactFacts): Decision {
  if (isBarred) return deny('ENROLL_NEEDS_PRIVACY_OFFICER')
  if (kind === 'email') {
    if (!isMailAddress(value.trim())) return deny('CONTACT_NOT_USABLE')
    return hardBounced ? deny('CONTACT_ADDRESS_BOUNCED') : allow
  }
  if (phoneKey(value) === null) return deny('CONTACT_NOT_USABLE')
  return use === 'home' || use === 'work' ? deny('CONTACT_NOT_A_MOBILE') : allow
}

function sharingWith(reader: OtherReader, { age, kind, policy }: ContactFacts): Decision {
  const { emailSharing } = policy
  const readerIsAdult = reader.age === null || reader.age >= ADULT_FROM
  if (age >= ADULT_FROM) {
    if (emailSharing.byLegalCaregiver && reader.isLegalCaregiver) return reader.isOnPortal || !emailSharing.adultMustBeEnrolled ? allow : deny('CONTACT_NOT_ENROLLED_ADULTS')
    if (reader.relation === 'proxy') return deny('CONTACT_IS_A_PROXYS')
    return kind === 'email' && readerIsAdult && reader.isOnPortal ? deny('CONTACT_IS_ANOTHER_ADULTS') : allow
  }
  if (!readerIsAdult) return age >= policy.ownContactFromAge && kind === 'email' && reader.isOnPortal ? deny('CONTACT_IS_ANOTHER_ADULTS') : allow
  if (age < policy.ownContactFromAge) {
    const isChild = age < emailSharing.minorsUnderAge && reader.relation !== 'another-adult'
    if (!isChild && !(emailSharing.byLegalCaregiver && reader.isLegalCaregiver)) return deny('CONTACT_IS_ANOTHER_ADULTS')
    return reader.isOnPortal || !emailSharing.adultMustBeEnrolled ? allow : deny('CONTACT_NOT_ENROLLED_ADULTS')
  }
  switch (reader.relation) {
    case 'proxy': return deny('CONTACT_IS_A_PROXYS')
    case 'guarantor': return deny('CONTACT_IS_A_GUARANTORS')
    case 'household': return deny('CONTACT_IS_A_HOUSEHOLD_ADULTS')
    case 'another-adult': return reader.isOnPortal ? deny('CONTACT_IS_ANOTHER_ADULTS') : allow
  }
}

/** What works instead, in the order in which to offer it. No own contact at all is an outcome, unless the portal proves one (R10). */
function waysBeside({ kind, policy }: ContactFacts): WayOut[] {
  const first: WayOut[] = kind === 'email' ? ['mobile', 'typed-by-patient'] : ['email', 'typed-by-patient']
  return [...first, ...(policy.activationNeeds.includes('contact-verified') ? [] : ['no-own-contact' as const]), 'not-today']
}
