import { z } from 'zod'
import { deathProofs } from '#domain/patient-acts.ts'
import { lookAlikeReasons } from '#domain/look-alikes.ts'
import { wishChannels, wishKinds } from '#domain/preferences.ts'
import { serviceStates } from '#domain/portals/as-of.ts'
import { missingThings } from '#domain/today.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()

/** A person's best standing in any portal; `none`: no account anywhere. */
export const portalStandings = ['active', 'invited', 'suspended', 'legacy-only', 'ended', 'none'] as const
export type PortalStanding = (typeof portalStandings)[number]

/** Which of the typed identifiers a row carries. */
export const matchedKinds = ['name', 'birth-date', 'mrn', 'phone', 'email'] as const
export type MatchedKind = (typeof matchedKinds)[number]

/** What may be typed or scanned: names, a birth date, an MRN, the end of a phone number, an address, in any order. */
export const patientSearchBody = z.strictObject({
  text: z.string().max(4_000).default(''),
  siteId: id.optional(),
  sort: z.enum(['name', 'birthDate']).default('name'),
  /** Id of the last row of the page before. */
  after: id.optional(),
  limit: z.int().min(1).max(50).default(25),
})
export type PatientSearch = z.infer<typeof patientSearchBody>

/** The one thing to do with a row, by policy and role; a reason comes with its sentences, in the caller's language. */
export const nextAction = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['enroll-now', 'open']) }),
  z.strictObject({ act: z.literal('enroll'), missing: z.array(z.enum(missingThings)) }),
  z.strictObject({ act: z.literal('why-not'), code: z.string(), message: z.string(), next: z.string(), rule: z.string(), say: z.string().nullable() }),
])

/** The least that tells two people apart (PH-04). */
export const patientRow = z.strictObject({
  id,
  name: z.string(),
  birthDate: date,
  /** Whole years, by the clock of the patient's site. */
  age: z.int(),
  /** Last four characters; empty when the feed gave no number. */
  mrnTail: z.string().max(4),
  /** Last two digits; null: no phone on file. */
  phoneTail: z.string().max(2).nullable(),
  siteName: z.string().nullable(),
  portalState: z.enum(portalStandings),
  matched: z.array(z.enum(matchedKinds)),
  /** Somebody of whom the reader may know could be taken for this person; and the strongest reason why. */
  lookAlike: z.boolean(),
  lookAlikeHow: z.enum(lookAlikeReasons).nullable(),
  nextAction,
})
export type PatientRow = z.infer<typeof patientRow>

export const patientSearchAnswer = z.strictObject({
  rows: z.array(patientRow),
  /** Whether there are more than shown: a next page, or a reason to type more. */
  more: z.boolean(),
  /** How many there are; null: more than is worth counting. */
  total: z.int().nullable(),
  /** What must still be typed before anybody is looked for; `birth-date`: more than 50 are called so; null: enough was. */
  need: z.enum(['letters', 'digits', 'address', 'name', 'birth-date']).nullable(),
  /** Where nobody was found: what may have been meant, to be looked for instead. */
  nearSpellings: z.array(z.string()),
})
export type PatientSearchAnswer = z.infer<typeof patientSearchAnswer>

/** Where the age of a contact is known from (ID-02). */
export const contactProofs = ['period-start', 'last-updated', 'first-use', 'before-go-live', 'first-seen', 'made'] as const
export type ContactProof = (typeof contactProofs)[number]

const contactPoint = z.strictObject({
  id,
  kind: z.enum(['phone', 'email']),
  use: z.string().nullable(),
  /** As much as a desk needs to recognise it. */
  masked: z.string(),
  sinceAt: instant,
  sinceProof: z.enum(contactProofs),
  /** Whole days on file. */
  ageDays: z.int(),
  /** Somebody of the household reads it too, though the patient is 12 or older (R10). */
  shared: z.boolean(),
  /** A mail to it came back for good. */
  bounced: z.boolean(),
})

const portalStandingAnswer = z.strictObject({
  portalId: z.string(),
  portalName: z.string(),
  serviceState: z.enum(serviceStates),
  /** The account's state; `none`: no account on this portal. */
  state: z.enum(portalStandings),
  sinceAt: instant.nullable(),
  lastSignInAt: instant.nullable(),
  /** What is so, in one sentence in the caller's language, and the rule behind it. */
  sentence: z.string(),
  rule: z.string(),
})

const householdPerson = z.strictObject({
  name: z.string(),
  /** What that person is to the patient: mother, guardian, child … */
  relationship: z.string(),
  /** Their own chart here; null: none. */
  patientId: id.nullable(),
  source: z.string(),
})

/** What a desk can decide about a patient whom a feed knows too; `phone` and `email` are all contacts of that kind. */
export const deskFields = [
  'legalGiven', 'legalFamily', 'usedGiven', 'usedFamily', 'birthDate', 'sexAtBirth', 'gender', 'pronouns', 'language', 'interpreterNeeded', 'phone', 'email',
] as const
export type DeskField = (typeof deskFields)[number]

/** A desk and a feed say different things of one field. */
export const feedDifference = z.strictObject({
  field: z.enum(deskFields),
  /** What the feed says, contacts masked; null: that there is none. */
  feedValue: z.union([z.string(), z.boolean()]).nullable(),
  /** When a desk decided it, and since when the feed says otherwise. */
  editedAt: instant,
  sinceAt: instant,
})
export type FeedDifference = z.infer<typeof feedDifference>

const recordAlert = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['restricted', 'safety', 'contact-bounced', 'contact-shared']) }),
  z.strictObject({ kind: z.literal('nobody-can-act'), on: date, passed: z.boolean() }),
  z.strictObject({ kind: z.literal('band'), age: z.union([z.literal(12), z.literal(18)]), on: date, passed: z.boolean() }),
])

/** The record's overview: who, where, which portals, who belongs to them, and where the facts come from. */
export const patientOverview = z.strictObject({
  id,
  version: z.int(),
  /** Closed to whoever does not break glass (AZ-08). */
  restricted: z.boolean(),
  /** Until when the reader holds it open by break-glass; null: no need to. */
  heldUntil: instant.nullable(),
  name: z.string(),
  legalGiven: z.string(),
  legalFamily: z.string(),
  usedGiven: z.string().nullable(),
  usedFamily: z.string().nullable(),
  /** Names no longer borne. */
  formerNames: z.array(z.string()),
  birthDate: date,
  age: z.int(),
  sexAtBirth: z.string().nullable(),
  gender: z.string().nullable(),
  pronouns: z.string().nullable(),
  interpreterNeeded: z.boolean(),
  /** BCP 47. */
  language: z.string().nullable(),
  deceased: z.boolean(),
  deceasedOn: date.nullable(),
  /** Who recorded the death at a desk; null: alive, or it came with a feed. */
  death: z.strictObject({ evidence: z.enum(deathProofs), recordedAt: instant, recordedBy: z.string() }).nullable(),
  /** Who may be taken for this person, the likeliest first. */
  lookAlikes: z.array(z.strictObject({ id, name: z.string(), birthDate: date, how: z.enum(lookAlikeReasons) })).max(5),
  /** What must be seen first, at most two, by rank. */
  alerts: z.array(recordAlert).max(2),
  city: z.string().nullable(),
  state: z.string().nullable(),
  mrnTail: z.string().max(4),
  site: z.strictObject({ id, name: z.string(), timeZone: z.string(), jurisdiction: z.string(), phone: z.string().nullable() }).nullable(),
  contacts: z.array(contactPoint),
  /** What they do not want to get: of a portal by its name, null: of every one (R71). */
  doesNotWant: z.array(z.strictObject({ portalName: z.string().nullable(), channel: z.enum(wishChannels), kind: z.enum(wishKinds) })),
  portals: z.array(portalStandingAnswer),
  household: z.array(householdPerson),
  /** What a feed says otherwise than a desk, the longest waiting first. */
  differences: z.array(feedDifference),
  provenance: z.strictObject({
    source: z.string(),
    /** Made of public synthetic data: nobody real. */
    synthetic: z.boolean(),
    /** Fields that the seed made up. */
    madeFields: z.array(z.string()),
    createdAt: instant,
    updatedAt: instant,
  }),
})
export type PatientOverview = z.infer<typeof patientOverview>

/** Why the record is opened: asked of the privacy officer. */
export const patientReadQuery = z.strictObject({ reason: z.string().trim().min(3).max(500).optional() })

export const accessLogQuery = z.strictObject({
  /** Sequence number of the last row of the page before. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** Who did or saw what of this patient, newest first. */
export const accessLogAnswer = z.strictObject({
  rows: z.array(z.strictObject({
    seq: z.int(),
    at: instant,
    staffId: id,
    staffName: z.string(),
    /** Roles held at that moment. */
    roles: z.array(z.string()),
    event: z.string(),
    outcome: z.string(),
    reasonCode: z.string().nullable(),
    purpose: z.string(),
    /** The part that was opened, and the words given as reason; null for a manager. */
    part: z.string().nullable(),
    reason: z.string().nullable(),
  })),
  more: z.boolean(),
  /** `all`, or only the people of one's own sites. */
  scope: z.enum(['all', 'own-team']),
})
export type AccessLogAnswer = z.infer<typeof accessLogAnswer>
