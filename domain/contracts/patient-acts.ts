import { z } from 'zod'
import { patientRow } from '#domain/contracts/patients.ts'
import { lookAlikeReasons } from '#domain/look-alikes.ts'
import { deathEvidence } from '#domain/patient-acts.ts'
import { isPlainDate } from '#domain/time.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const reason = z.string().trim().min(3).max(500)
const words = z.string().trim().min(1).max(200)
/** Checked against the calendar and today where it is used, so that the sentence says what is wrong. */
const typedDate = z.string().trim().max(40)

/** Why a chart is opened that is closed to the person. */
export const breakGlassKinds = ['patient-is-here', 'other'] as const

/**
 * Which chart, and why: by number, by whole name and birth date, or, where it may be known of but is the person's own
 * or one of the household, by its id. Everything that is given must fit.
 */
export const breakGlassBody = z.strictObject({
  patientId: id.optional(),
  mrn: z.string().trim().min(3).max(60).optional(),
  name: z.string().trim().min(2).max(200).optional(),
  birthDate: z.string().refine(isPlainDate).optional(),
  kind: z.enum(breakGlassKinds),
  /** In the person's own words; kept in the audit. */
  reason: reason.optional(),
}).refine((body) => body.patientId !== undefined || body.mrn !== undefined || (body.name !== undefined && body.birthDate !== undefined), { path: ['mrn'] })
export type BreakGlassBody = z.infer<typeof breakGlassBody>

export const breakGlassAnswer = z.strictObject({ patientId: id, endsAt: instant })
export type BreakGlassAnswer = z.infer<typeof breakGlassAnswer>

/** FHIR us-core birthsex. */
export const birthSexes = ['F', 'M', 'UNK'] as const
export const contactUses = ['home', 'mobile', 'work'] as const

/** What a desk may say of a patient, and nothing else (AZ-03). Null takes a value away. */
const identity = {
  legalFamily: z.string().trim().max(200),
  legalGiven: z.string().trim().max(200),
  /** The names that are used, where they are not the legal ones. */
  usedFamily: words.nullable(),
  usedGiven: words.nullable(),
  birthDate: typedDate,
  sexAtBirth: z.enum(birthSexes).nullable(),
  gender: z.string().trim().max(60).nullable(),
  pronouns: z.string().trim().max(60).nullable(),
  /** BCP 47. */
  language: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/).max(35).nullable(),
  interpreterNeeded: z.boolean(),
  siteId: id,
}
const contactValue = z.string().trim().min(3).max(254)

/** A new patient. No address, no number, neither: all are ordinary. */
export const createPatientBody = z.strictObject({
  ...identity,
  usedFamily: identity.usedFamily.default(null),
  usedGiven: identity.usedGiven.default(null),
  sexAtBirth: identity.sexAtBirth.default(null),
  gender: identity.gender.default(null),
  pronouns: identity.pronouns.default(null),
  language: identity.language.default(null),
  interpreterNeeded: identity.interpreterNeeded.default(false),
  mrn: z.string().trim().min(3).max(60).nullable().default(null),
  phone: contactValue.nullable().default(null),
  phoneUse: z.enum(contactUses).nullable().default(null),
  email: contactValue.nullable().default(null),
  reason: reason.optional(),
  /** It is another person than those who look alike, and how that is known. */
  override: z.strictObject({ reason }).optional(),
})
export type CreatePatient = z.infer<typeof createPatientBody>
export const createdPatient = z.strictObject({ id, version: z.int() })

/** Somebody who may be the same person: no more than a row of a list, and why they look alike (CC-05). */
export const lookAlikeRow = patientRow.extend({ alike: z.enum([...lookAlikeReasons, 'same-number']) })
export type LookAlikeRow = z.infer<typeof lookAlikeRow>

/** A change to what is known of a patient: only what changes is sent. */
export const editPatientBody = z.strictObject({
  ...Object.fromEntries(Object.entries(identity).map(([field, schema]) => [field, schema.optional()])) as { [F in keyof typeof identity]: z.ZodOptional<(typeof identity)[F]> },
  /** The legal name was changed, not mistyped: the one before stays findable. */
  keepFormerName: z.boolean().default(true),
  reason: reason.optional(),
})
export type EditPatient = z.infer<typeof editPatientBody>

/** Evidence that the person is who they say; kind only. */
export const identityEvidence = ['photo-id', 'other-document', 'known-to-staff'] as const

/** A contact that is put on file, taken off, or put in another's place. */
export const changeContactBody = z.strictObject({
  kind: z.enum(['phone', 'email']),
  /** The contact that is taken off; null: none. */
  contactId: id.nullable(),
  /** The contact that is put on file; null: none. */
  value: contactValue.nullable(),
  use: z.enum(contactUses).nullable().default(null),
  evidence: z.enum(identityEvidence),
  patientIsPresent: z.boolean(),
  reason: reason.optional(),
}).refine((body) => body.contactId !== null || body.value !== null, { path: ['value'] })
export type ChangeContact = z.infer<typeof changeContactBody>
/** How many addresses were written to. */
export const changedContact = z.strictObject({ version: z.int(), told: z.int() })

export const markDeceasedBody = z.strictObject({ evidence: z.enum(deathEvidence), diedOn: typedDate.nullable(), reason: reason.optional() })
export type MarkDeceased = z.infer<typeof markDeceasedBody>
export const patientVersion = z.strictObject({ version: z.int() })
export const undoDeceasedBody = z.strictObject({ reason })
