import { z } from 'zod'
import type { IdentifierFacts, PatientFacts } from '#domain/feeds/facts.ts'
import {
  address, codeableConcept, codeOf, contactPoint, dateWrittenIn, humanName, identifier, meta, resourceId,
  type Identifier,
} from '#domain/feeds/fhir-parts.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { fhirExtension, genderOf, interpreterNeededIn, pronounsIn, sexAtBirthIn } from '#domain/feeds/patient-extensions.ts'
import { contactsOf } from '#domain/feeds/patient-contacts.ts'
import { namePartsOf } from '#domain/feeds/patient-names.ts'
import { cleanName } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { isPlainDate, localDateOf, type Instant, type PlainDate, type TimeZone } from '#domain/time.ts'

/** HL7 v2-0203: social security, driver's licence, passport, tax and national numbers. Never kept. */
const neverKept = ['SS', 'DL', 'PPN', 'TAX', 'NI', 'NNUSA', 'SB']
const neverKeptSystems = ['http://hl7.org/fhir/sid/us-ssn', 'urn:oid:2.16.840.1.113883.4.1']
/** Nobody is known to have lived longer by a margin. Assumption. */
const OLDEST_YEARS = 130

const fhirPatient = z.object({
  resourceType: z.literal('Patient'),
  id: resourceId,
  meta: meta.optional(),
  extension: z.array(fhirExtension).max(100).optional(),
  identifier: z.array(identifier).max(100).optional(),
  name: z.array(humanName).max(50).optional(),
  telecom: z.array(contactPoint).max(100).optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  birthDate: z.string().max(40).optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().max(40).optional(),
  address: z.array(address).max(50).optional(),
  communication: z.array(z.object({ language: codeableConcept, preferred: z.boolean().optional() })).max(50).optional(),
})
type FhirPatient = z.infer<typeof fhirPatient>

/** The feed a row came with, and the moment and place that decide what is in the future. */
export type FeedScene = {
  source: string
  at: Instant
  timeZone: TimeZone
  /** The day that `at` is in the zone, where somebody worked it out before, for all rows at once. */
  today?: PlainDate
}

/** The calendar day by which a row's dates are in the future. */
export function todayIn(scene: FeedScene): PlainDate {
  return scene.today ?? localDateOf(scene.at, scene.timeZone)
}

/**
 * A FHIR R4 Patient as facts, or the reason why it is not taken. Social security, licence and passport numbers are
 * dropped here and go no further. Birth dates stay the text that they are (IN-06).
 */
export function patientFromFhir(resource: unknown, scene: FeedScene): Mapped<PatientFacts> {
  const parsed = fhirPatient.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const patient = parsed.data
  const names = namePartsOf(patient.name ?? [], scene.at)
  if ('refused' in names) return names
  const fault = birthDateFault(patient.birthDate, todayIn(scene))
  if (fault) return { refused: fault }
  const extensions = patient.extension ?? []
  const place = patient.address?.find((one) => one.use === 'home') ?? patient.address?.[0]
  return {
    mapped: {
      source: scene.source,
      sourceId: patient.id,
      ...names,
      birthDate: patient.birthDate ?? '',
      sexAtBirth: sexAtBirthIn(extensions),
      gender: genderOf(extensions, patient.gender),
      pronouns: pronounsIn(extensions),
      interpreterNeeded: interpreterNeededIn(extensions),
      language: languageOf(patient),
      deceased: patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined,
      deceasedOn: dateWrittenIn(patient.deceasedDateTime),
      city: cleanName(place?.city ?? '') || null,
      state: cleanName(place?.state ?? '') || null,
      identifiers: identifiersOf(patient.identifier ?? [], scene.source),
      contacts: contactsOf(patient.telecom ?? [], patient.meta?.lastUpdated, scene.at),
    },
  }
}

/** Why a birth date cannot be: absent, no day of the calendar, in the future, or too long ago; null when it can. */
export function birthDateFault(birthDate: string | undefined, today: PlainDate): ReasonCode | null {
  if (birthDate === undefined || birthDate === '') return 'BIRTH_DATE_MISSING'
  if (!isPlainDate(birthDate)) return 'BIRTH_DATE_NOT_A_DAY'
  if (birthDate > today) return 'BIRTH_DATE_IN_FUTURE'
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > OLDEST_YEARS ? 'BIRTH_DATE_TOO_LONG_AGO' : null
}

function identifiersOf(identifiers: readonly Identifier[], source: string): IdentifierFacts[] {
  const seen = new Set<string>()
  return identifiers.flatMap((one) => {
    const code = codeOf(one.type)
    const value = cleanName(one.value ?? '')
    const system = one.system ?? source
    if (!value || value.length > 100 || neverKept.includes(code ?? '') || neverKeptSystems.includes(system)) return []
    if (seen.has(`${system}|${value}`)) return []
    seen.add(`${system}|${value}`)
    return [{ kind: code === 'MR' ? 'mrn' : (code ?? 'other').toLowerCase(), system, value }]
  })
}

function languageOf(patient: FhirPatient): string | null {
  const spoken = patient.communication?.find((one) => one.preferred === true) ?? patient.communication?.[0]
  const code = codeOf(spoken?.language)
  return code !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) ? code : null
}
