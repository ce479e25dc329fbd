import { z } from 'zod'
import { codeableConcept, wordsOf, type CodeableConcept } from '#domain/feeds/fhir-parts.ts'
import { cleanName } from '#domain/names.ts'

const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/'
const HL7 = 'http://hl7.org/fhir/StructureDefinition/'

const coding = z.object({ code: z.string().max(200).optional(), display: z.string().max(1_000).optional() })
const values = {
  url: z.string().max(1_000),
  valueCode: z.string().max(200).optional(),
  valueString: z.string().max(1_000).optional(),
  valueBoolean: z.boolean().optional(),
  valueCoding: coding.optional(),
  valueCodeableConcept: codeableConcept.optional(),
}

/** An extension with the kinds of value that are read here; of other kinds only the name is kept. */
export const fhirExtension = z.object({ ...values, extension: z.array(z.object(values)).max(50).optional() })
type FhirExtension = z.infer<typeof fhirExtension>

/** LOINC answer list LL5144-2 by the words that people use. */
const pronounWords: Record<string, string> = { 'LA29518-0': 'he/him', 'LA29519-8': 'she/her', 'LA29520-6': 'they/them' }
/** SNOMED CT, in the words of FHIR's administrative gender where they say the same. */
const genderWords: Record<string, string> = {
  '446151000124109': 'male', '446141000124107': 'female', '33791000087105': 'non-binary', '407377005': 'female', '407376001': 'male',
}
const SNOMED_YES = '373066001'
const LONGEST = 100

/** us-core-birthsex: F, M, UNK and whatever else the feed says; null where it says nothing. */
export function sexAtBirthIn(extensions: readonly FhirExtension[]): string | null {
  return find(extensions, `${US_CORE}us-core-birthsex`)?.valueCode ?? null
}

/** The gender that the person gives, where the feed has it; else the administrative one. Apart from the sex at birth. */
export function genderOf(extensions: readonly FhirExtension[], administrative: string | undefined): string | null {
  const given = find(extensions, `${US_CORE}us-core-genderIdentity`, `${HL7}patient-genderIdentity`, `${HL7}individual-genderIdentity`)
  return saidIn(given, genderWords) ?? administrative ?? null
}

/** Pronouns as the person gives them; null where the feed says nothing. */
export function pronounsIn(extensions: readonly FhirExtension[]): string | null {
  return saidIn(find(extensions, `${HL7}individual-pronouns`, `${HL7}patient-pronouns`), pronounWords)
}

/** Whether the feed says that an interpreter is needed. */
export function interpreterNeededIn(extensions: readonly FhirExtension[]): boolean {
  const said = find(extensions, `${US_CORE}us-core-interpreter-needed`, `${HL7}patient-interpreterRequired`)
  return said?.valueBoolean === true || said?.valueCoding?.code === SNOMED_YES
}

function find(extensions: readonly FhirExtension[], ...urls: string[]): FhirExtension | undefined {
  return extensions.find((one) => urls.includes(one.url))
}

/** What an extension says in words: its own value, or that of its part called `value`. */
function saidIn(extension: FhirExtension | undefined, known: Record<string, string>): string | null {
  if (!extension) return null
  const from = extension.extension?.find((one) => one.url === 'value') ?? extension
  const code = from.valueCodeableConcept?.coding?.find((one) => one.code !== undefined)?.code ?? from.valueCoding?.code ?? from.valueCode
  const words = (code === undefined ? undefined : known[code]) ?? saidBy(from.valueCodeableConcept) ?? from.valueString ?? from.valueCoding?.display ?? from.valueCode
  const clean = words === undefined ? null : cleanName(words)
  return clean === null || clean === '' || clean.length > LONGEST ? null : clean
}

function saidBy(concept: CodeableConcept | undefined): string | undefined {
  return wordsOf(concept) ?? undefined
}
