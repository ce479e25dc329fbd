import { z } from 'zod'
import { danglingKinds, matchKinds } from '#domain/relations.ts'
import { clinicianKinds } from '#domain/roles.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()

/** A practitioner as a feed tells, and who that is here. */
export const practitionerLine = z.strictObject({
  id,
  name: z.string(),
  npi: z.string().nullable(),
  specialty: z.string().nullable(),
  siteName: z.string().nullable(),
  source: z.string(),
  /** All that feeds tell of what they do where; a place by the name of our site, where one is known to be it. */
  roles: z.array(z.strictObject({ specialty: z.string().nullable(), place: z.string().nullable() })),
  /** The member of staff; null: nobody. */
  staffId: id.nullable(),
  staffName: z.string().nullable(),
  matchedHow: z.enum(matchKinds).nullable(),
  version: z.int(),
})
export type PractitionerLine = z.infer<typeof practitionerLine>
export const practitionerLines = z.array(practitionerLine)

const clinician = z.strictObject({ id, name: z.string(), npi: z.string().nullable(), clinicianKind: z.enum(clinicianKinds) })
export type Clinician = z.infer<typeof clinician>

/** One practitioner, with what a person needs to say who it is. */
export const practitionerRecord = practitionerLine.extend({
  /** Patients in whose care team they are now, and orders of theirs. */
  careTeams: z.int(),
  orders: z.int(),
  /** Others with the same NPI. */
  sameNpi: z.array(z.strictObject({ id, name: z.string(), source: z.string() })),
  matchedAt: instant.nullable(),
  /** Null: by itself. */
  matchedByName: z.string().nullable(),
  /** Clinicians who are not disabled, the likeliest first. */
  candidates: z.array(clinician),
})
export type PractitionerRecord = z.infer<typeof practitionerRecord>

export const matchBody = z.strictObject({ staffId: id })
export const matchedAnswer = z.strictObject({ id, version: z.int() })

/** Relations that lead to nobody who can act. */
export const danglingRow = z.strictObject({
  kind: z.enum(danglingKinds),
  /** What is to be mended: a practitioner, or a cover. */
  practitionerId: id.nullable(),
  coverId: id.nullable(),
  /** Of the practitioner, or of whoever should stand in. */
  name: z.string(),
  npi: z.string().nullable(),
  siteName: z.string().nullable(),
  /** The member of staff whom it is about. */
  staffName: z.string().nullable(),
})
export type DanglingRow = z.infer<typeof danglingRow>
export const danglingAnswer = z.strictObject({ rows: z.array(danglingRow), more: z.boolean() })
export type DanglingAnswer = z.infer<typeof danglingAnswer>

/** Somebody stands in for somebody, from an instant up to another. */
export const coverLine = z.strictObject({
  id,
  absentId: id,
  absentName: z.string(),
  coveringId: id,
  coveringName: z.string(),
  fromAt: instant,
  untilAt: instant,
  setByName: z.string(),
  setAt: instant,
  state: z.enum(['running', 'to-come', 'over']),
  version: z.int(),
})
export type CoverLine = z.infer<typeof coverLine>

export const coversAnswer = z.strictObject({
  /** Those that run or are to come, then the ones that ended in the last weeks. */
  rows: z.array(coverLine),
  more: z.boolean(),
  /** Who can be away and stand in. */
  clinicians: z.array(clinician),
})
export type CoversAnswer = z.infer<typeof coversAnswer>

/** `fromAt` in the past counts from now: nobody is given a colleague’s ties afterwards. */
export const coverBody = z.strictObject({ absentId: id, coveringId: id, fromAt: instant, untilAt: instant })
export const coverAnswer = z.strictObject({ id, version: z.int() })
