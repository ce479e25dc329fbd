import type { CreatePatient } from '#domain/contracts/patient-acts.ts'
import type { ContactFacts, PatientFacts } from '#domain/feeds/facts.ts'
import { birthDateFault } from '#domain/feeds/fhir-patient.ts'
import { cleanName } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { emailsOf, phonesOf } from '#domain/rosters/cell-contacts.ts'
import type { PlainDate } from '#domain/time.ts'

/** Assigning system of numbers that are typed at a desk. */
export const DESK_NUMBERS = 'urn:portal-desk:mrn'
/** Where a patient comes from who was created at a desk. */
export const DESK_SOURCE = 'console'

/** Fields that cannot be taken as they are, each with the reason. */
export type FieldFaults = Record<string, ReasonCode>

/** What is typed of a name, cleaned; faults where a part cannot be taken or nothing is left (IN-05). */
export function nameFaults(typed: { legalFamily?: string; legalGiven?: string; usedFamily?: string | null; usedGiven?: string | null }): FieldFaults {
  const faults: FieldFaults = {}
  for (const [field, value] of Object.entries(typed)) {
    if (typeof value === 'string' && cleanName(value) === null) faults[field] = 'NAME_HAS_CONTROL_CHARACTERS'
  }
  if (typed.legalFamily !== undefined && typed.legalGiven !== undefined && (typed.legalFamily + typed.legalGiven).trim() === '') faults.legalFamily = 'NAME_MISSING'
  return faults
}

/** A patient as typed at a desk in the form that feeds have, or the fields that cannot be taken. */
export function deskFacts(typed: CreatePatient, sourceId: string, today: PlainDate): { facts: PatientFacts } | { faults: FieldFaults } {
  const faults = nameFaults(typed)
  const birth = birthDateFault(typed.birthDate, today)
  if (birth) faults.birthDate = birth
  const phone = typed.phone ? deskContact('phone', typed.phone, typed.phoneUse) : null
  const email = typed.email ? deskContact('email', typed.email, null) : null
  if (typed.phone && !phone) faults.phone = 'CONTACT_NOT_USABLE'
  if (typed.email && !email) faults.email = 'CONTACT_NOT_USABLE'
  if (Object.keys(faults).length > 0) return { faults }
  const clean = (text: string | null) => (text === null || text === '' ? null : cleanName(text))
  return {
    facts: {
      source: DESK_SOURCE, sourceId,
      legalFamily: clean(typed.legalFamily) ?? '', legalGiven: clean(typed.legalGiven) ?? '', usedFamily: clean(typed.usedFamily), usedGiven: clean(typed.usedGiven),
      birthDate: typed.birthDate, sexAtBirth: typed.sexAtBirth, gender: clean(typed.gender), pronouns: clean(typed.pronouns),
      language: typed.language, interpreterNeeded: typed.interpreterNeeded, deceased: false, deceasedOn: null, city: null, state: null,
      identifiers: typed.mrn === null ? [] : [{ kind: 'mrn', system: DESK_NUMBERS, value: typed.mrn }],
      contacts: [...(phone ? [phone] : []), ...(email ? [email] : [])],
    },
  }
}

/** One phone number or address as typed at a desk; null: it cannot be one. As old as this moment (ID-02). */
export function deskContact(kind: 'phone' | 'email', value: string, use: 'home' | 'mobile' | 'work' | null): ContactFacts | null {
  const { contacts, isPartUnused } = kind === 'phone' ? phonesOf(value, use) : emailsOf(value)
  const [one, another] = contacts
  return one && !another && !isPartUnused ? { ...one, use } : null
}
