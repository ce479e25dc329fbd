import type { ServiceLine } from '#domain/access/bases.ts'
import type { ContactProof } from '#domain/contracts/patients.ts'
import type { AppointmentStatus } from '#domain/feeds/appointment-status.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** Where a row comes from: the feed and the feed's own id. */
export type Origin = { source: string; sourceId: string }

export type IdentifierFacts = {
  /** `mrn`, or the HL7 v2-0203 code in lower case, or `other`. */
  kind: string
  system: string
  value: string
}

export type ContactFacts = {
  kind: 'phone' | 'email'
  use: string | null
  value: string
  /** Earliest proof in the row itself; null: nothing in it tells (ID-02). */
  sinceAt: Instant | null
  sinceProof: ContactProof | null
}

export type FormerName = { family: string; given: string }

/** A patient as a feed says, before anything of ours is added. */
export type PatientFacts = Origin & {
  legalFamily: string
  legalGiven: string
  usedGiven: string | null
  /** The family name that is used, where it is not the legal one. */
  usedFamily?: string | null
  /** Names no longer borne: before a marriage, a change by court. Searched, not shown in lists. */
  formerNames?: readonly FormerName[]
  /** As the person gives them: "she/her", "elle". */
  pronouns?: string | null
  interpreterNeeded?: boolean
  birthDate: PlainDate
  sexAtBirth: string | null
  gender: string | null
  language: string | null
  deceased: boolean
  deceasedOn: PlainDate | null
  city: string | null
  state: string | null
  identifiers: IdentifierFacts[]
  contacts: ContactFacts[]
}

/** A person beside a patient, as RelatedPerson says. */
export type RelatedPersonFacts = Origin & { patientSourceId: string; name: string; relationship: string }

export type PractitionerFacts = Origin & { npi: string | null; name: string }

/** What a practitioner does where. The practitioner by NPI, by the feed's id, or both; the places by the feed's id. */
export type PractitionerRoleFacts = {
  npi: string | null
  practitionerSourceId: string | null
  organizationSourceId: string | null
  locationSourceIds: string[]
  specialties: string[]
}

export type OrganizationFacts = Origin & { name: string; phone: string | null; city: string | null; state: string | null }

/** A place where people are seen, and the organization that runs it. */
export type LocationFacts = OrganizationFacts & { organizationSourceId: string | null }

/** An appointment as the scheduling system says. People and places by the feed's ids. */
export type AppointmentFacts = Origin & {
  patientSourceId: string
  practitionerSourceId: string | null
  practitionerNpi: string | null
  locationSourceId: string | null
  startAt: Instant
  endAt: Instant | null
  status: AppointmentStatus
  /** What kind of visit, in the words of the source. */
  visit: string | null
  /** Service lines to which the source's labels make it confidential (R31). */
  confidentialTo: readonly ServiceLine[]
}
