import { z } from 'zod'
import { changeKinds, whyCodes } from '#domain/access/answer.ts'
import {
  areaLevels, bases, blockKinds, documentKinds, legalDocuments, legalStatusKinds, proxyVerifications, relationships, representativeAreas, serviceLines,
} from '#domain/access/bases.ts'
import { grantCauses, grantStates } from '#domain/access/grant-states.ts'
import { itemCategories } from '#domain/access/items.ts'
import type { blockBody, grantBody } from '#domain/contracts/proxy-commands.ts'
import type { birthdayLine, birthdaysAnswer, documentReviewLine, letterAnswer, letterLine, waitingLine } from '#domain/contracts/proxy-worklists.ts'
import { capabilities } from '#domain/portals/capabilities.ts'
import { recordedFindings, ruleSources } from '#domain/portals/provenance.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const text = z.string()

/** Where nothing but a reason may be given: asked of roles that read or act with one. */
export const withReason = z.strictObject({ reason: z.string().trim().min(3).max(500).optional() })

/** Why, complete: code, rule with source, and the words for it in the reader's language. */
export const whyAnswer = z.strictObject({
  code: z.enum(whyCodes),
  rule: text,
  sources: z.array(z.enum(ruleSources)),
  citedLaw: text.nullable(),
  findings: z.array(z.enum(recordedFindings)),
  /** The findings as sentences, in the same order. */
  findingSentences: z.array(text),
  ageThen: z.int(),
  band: z.strictObject({ fromAge: z.int(), untilAge: z.int().nullable() }).nullable(),
  grantId: id.nullable(),
  basis: z.enum(bases).nullable(),
  levelId: text.nullable(),
  policyVersion: z.int().nullable(),
  /** One line for the staff; one to say aloud, or null where nothing is to be said. */
  message: text,
  say: text.nullable(),
})
export type WhyAnswer = z.infer<typeof whyAnswer>

const cell = z.strictObject({ capability: z.enum(capabilities), answer: z.enum(['yes', 'no', 'per-item']), why: whyAnswer })
export type MatrixCell = z.infer<typeof cell>

/** One person's column of the matrix, at one or two instants. */
const matrixColumn = z.strictObject({
  personId: id,
  name: text,
  relationship: z.enum(relationships),
  grantId: id.nullable(),
  state: z.enum(grantStates).nullable(),
  levelId: text.nullable(),
  levelName: text.nullable(),
  /** Local day of the portal since when, or on which it was asked for. */
  sinceOn: date.nullable(),
  /** In the order of `rows`; at the first instant, and at the second where one is asked for. */
  first: z.array(cell),
  second: z.array(cell).nullable(),
  /** Rows whose answer differs between the two instants. */
  changes: z.int(),
  /** Nothing can be granted to this person here, and why only the privacy officer reads (a held request). */
  held: z.boolean(),
})
export type MatrixColumn = z.infer<typeof matrixColumn>

const change = z.strictObject({
  at: instant, on: date, kind: z.enum(changeKinds), age: z.int().nullable(), personId: id.nullable(),
  /** Cells of the matrix that differ from the instant before. */
  cells: z.int(),
  sentence: text,
})

/** `portal` where there are several; `at` and `with` are the instants that are compared; now, and the next change, unless said. */
export const matrixQuery = z.strictObject({ portal: id.optional(), at: instant.optional(), with: instant.optional(), reason: z.string().trim().min(3).max(500).optional() })

/** Who can see what of a patient, and why, at one instant and a second one. Computed by the function that portals ask. */
export const matrixAnswer = z.strictObject({
  patientId: id,
  portalId: id,
  portalName: text,
  timeZone: text,
  policyVersion: z.int().nullable(),
  /** Portals that can be asked about. */
  portals: z.array(z.strictObject({ id, name: text, timeZone: text })),
  at: instant,
  atOn: date,
  with: instant.nullable(),
  withOn: date.nullable(),
  ageAt: z.int(),
  ageWith: z.int().nullable(),
  /** The rows, with names in the reader's language. */
  rows: z.array(z.strictObject({ capability: z.enum(capabilities), name: text })),
  columns: z.array(matrixColumn),
  /** The patient's own view. */
  own: z.strictObject({ hasAccount: z.boolean(), first: z.array(cell), second: z.array(cell).nullable() }),
  /** What changes in the five years from `at` on, in order. */
  ahead: z.array(change),
  /** From the second instant (or the first) nobody can read results; null: somebody can. */
  gap: z.strictObject({ fromOn: date, sentence: text }).nullable(),
  /** A safety note stops some person; who and why is for the privacy officer. */
  hasBlock: z.boolean(),
})
export type MatrixAnswer = z.infer<typeof matrixAnswer>

const documentLine = z.strictObject({
  id, kind: z.enum(documentKinds), expiresOn: date.nullable(), seenByName: text, seenAt: instant,
  state: z.enum(['good', 'ends-soon', 'expired']),
})

const grantEvent = z.strictObject({ state: z.enum(grantStates), cause: z.enum(grantCauses), at: instant, byName: text })

/** A grant as the record shows it: the facts, and what they give now. */
export const grantLine = z.strictObject({
  id,
  version: z.int(),
  patientId: id,
  patientName: text,
  portalId: id,
  portalName: text,
  personId: id,
  personName: text,
  /** The proxy's own chart, where the reader may know of it. */
  personPatientId: id.nullable(),
  relationship: z.enum(relationships),
  basis: z.enum(bases),
  levelId: text,
  levelName: text,
  areas: z.partialRecord(z.enum(representativeAreas), z.enum(areaLevels)).nullable(),
  startOn: date,
  endOn: date.nullable(),
  reviewOn: date.nullable(),
  /** What was done with it. */
  state: z.enum(grantStates),
  cause: z.enum(grantCauses),
  stateAt: instant,
  /** What it gives now: everything of its level, less, or nothing; with the reason. */
  now: z.enum(['full', 'limited', 'none']),
  /** Capabilities that are open now, with their names; at most all of them. */
  sees: z.array(z.strictObject({ capability: z.enum(capabilities), name: text })),
  /** Whether it gave more before the last birthday. */
  wasMore: z.boolean(),
  why: whyAnswer,
  nextChange: z.strictObject({ on: date, at: instant, kind: z.enum(changeKinds), sentence: text }).nullable(),
  documents: z.array(documentLine),
  verifiedHow: z.enum(proxyVerifications),
  verifiedByName: text,
  verifiedAt: instant,
  invitedAt: instant.nullable(),
  invitationEndsAt: instant.nullable(),
  history: z.array(grantEvent),
})
export type GrantLine = z.infer<typeof grantLine>

const legalStatusLine = z.strictObject({
  id, kind: z.enum(legalStatusKinds), fromOn: date, untilOn: date.nullable(), document: z.enum(legalDocuments), recordedByName: text, approvedByName: text, version: z.int(),
})
const consentLine = z.strictObject({ id, personId: id, personName: text, serviceLine: z.enum(serviceLines), givenAt: instant, version: z.int() })

/** The proxy tab of a record. */
export const proxiesAnswer = z.strictObject({
  patientId: id,
  birthDate: date,
  age: z.int(),
  deceased: z.boolean(),
  /** Ruler of ages on the portal that matters most: bands with the local day on which each begins. */
  ruler: z.array(z.strictObject({ fromAge: z.int(), untilAge: z.int().nullable(), startsOn: date, kind: z.enum(['full', 'limited', 'own-decision']), now: z.boolean() })),
  portals: z.array(z.strictObject({
    id, name: text, timeZone: text, takesNew: z.boolean(),
    levels: z.array(z.strictObject({ id: text, name: text, perArea: z.boolean() })), inviteNeedsEmail: z.boolean(), serviceLines: z.array(z.enum(serviceLines)),
    /** Bases that cannot carry access to this patient here today, each with the sentence that says why. */
    misfits: z.partialRecord(z.enum(bases), text),
  })),
  grants: z.array(grantLine),
  legalStatuses: z.array(legalStatusLine),
  consents: z.array(consentLine),
  hasBlock: z.boolean(),
  suppressed: z.array(z.strictObject({ id, channel: z.enum(['email', 'sms', 'phone', 'post']), masked: text.nullable(), version: z.int() })),
  /** People of the household who hold no access yet, to choose from; `linkId`: the household link that names them. */
  candidates: z.array(z.strictObject({ name: text, relationship: text, patientId: id.nullable(), linkId: id })),
})
export type ProxiesAnswer = z.infer<typeof proxiesAnswer>

/** For whom a person acts. `mine`: the person is this patient. */
export const actsForAnswer = z.strictObject({
  person: z.strictObject({
    id: id.nullable(), name: text, patientId: id.nullable(), birthDate: date.nullable(), masked: z.strictObject({ email: text.nullable(), phone: text.nullable() }),
    language: text.nullable(), version: z.int().nullable(),
    otherNames: z.array(z.strictObject({ family: text, given: text, use: z.enum(['alias', 'former']) })),
  }),
  grants: z.array(grantLine),
})
export type ActsForAnswer = z.infer<typeof actsForAnswer>

/** Single items of a record as one proxy (or, without, the patient) sees them. */
export const itemsQuery = z.strictObject({ person: id.optional(), portal: id.optional(), at: instant.optional(), reason: z.string().trim().min(3).max(500).optional() })
export const itemsAnswer = z.strictObject({
  at: instant,
  items: z.array(z.strictObject({ id, category: z.enum(itemCategories), acquiredOn: date.nullable(), visible: z.boolean(), why: whyAnswer })),
  /** What the viewer counts: only visible items are in it. */
  counts: z.partialRecord(z.enum(itemCategories), z.int()),
  billTotalCents: z.int(),
})
export type ItemsAnswer = z.infer<typeof itemsAnswer>

/** What is printed for one parent: their own columns and no trace of anybody else. */
export const parentPageQuery = z.strictObject({ person: id, portal: id.optional(), at: instant.optional(), with: instant.optional(), reason: z.string().trim().min(3).max(500).optional() })
export const parentPageAnswer = z.strictObject({
  practiceName: text, patientName: text, personName: text, portalName: text, language: z.enum(['en', 'es']), helpline: text.nullable(), tty: text.nullable(),
  at: instant, atOn: date, withOn: date.nullable(),
  rows: z.array(z.strictObject({ capability: z.enum(capabilities), name: text, first: z.enum(['yes', 'no', 'per-item']), second: z.enum(['yes', 'no', 'per-item']).nullable() })),
  sentences: z.array(text),
})
export type ParentPageAnswer = z.infer<typeof parentPageAnswer>

/** Somebody who may be the proxy, found before anybody is created. */
export const personSearchBody = z.strictObject({ text: z.string().trim().min(2).max(200), patientId: id.optional() })
export const personRow = z.strictObject({
  personId: id.nullable(), patientId: id.nullable(), name: text, birthDate: date.nullable(), maskedEmail: text.nullable(), maskedPhone: text.nullable(),
  from: z.enum(['proxy', 'household', 'patient']), relationship: text.nullable(), actsFor: z.int(),
})
export type PersonRow = z.infer<typeof personRow>
export const personSearchAnswer = z.strictObject({ rows: z.array(personRow), more: z.boolean() })
export type PersonSearchAnswer = z.infer<typeof personSearchAnswer>

/** Blocks with everything that is known: for the privacy officer alone. */
export const blocksAnswer = z.strictObject({
  blocks: z.array(z.strictObject({
    id, kind: z.enum(blockKinds), note: text, setByName: text, setAt: instant, liftedAt: instant.nullable(), version: z.int(),
    marks: z.array(z.strictObject({ kind: z.enum(['name', 'email', 'phone', 'birth-date', 'person', 'patient']), value: text })),
    cleared: z.array(z.strictObject({ personId: id, name: text })),
  })),
})
export type BlocksAnswer = z.infer<typeof blocksAnswer>
/** The adult's own invitations that were made ready at 18. */
export const preparedLine = z.strictObject({ id, version: z.int(), patientId: id, patientName: text, birthDate: date, portalId: id, portalName: text, preparedAt: instant })
export const preparedLines = z.array(preparedLine)

/** Of the worklists and commands, beside. */
export type WaitingLine = z.infer<typeof waitingLine>
export type DocumentReviewLine = z.infer<typeof documentReviewLine>
export type BirthdayLine = z.infer<typeof birthdayLine>
export type BirthdaysAnswer = z.infer<typeof birthdaysAnswer>
export type LetterLine = z.infer<typeof letterLine>
export type LetterAnswer = z.infer<typeof letterAnswer>
export type GrantBody = z.infer<typeof grantBody>
export type BlockBody = z.infer<typeof blockBody>
