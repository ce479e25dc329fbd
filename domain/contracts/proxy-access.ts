import { z } from 'zod'
import { changeKinds, whyCodes } from '#domain/access/answer.ts'
import {
  areaLevels, bases, blockKinds, documentKinds, legalDocuments, legalStatusKinds, proxyVerifications, relationships, representativeAreas, serviceLines,
} from '#domain/access/bases.ts'
import { grantCauses, grantStates } from '#domain/access/grant-states.ts'
import { itemCategories } from '#domain/access/items.ts'
import { outsideCodes } from '#domain/access/outside.ts'
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
  })),
  grants: z.array(grantLine),
  legalStatuses: z.array(legalStatusLine),
  consents: z.array(consentLine),
  hasBlock: z.boolean(),
  suppressed: z.array(z.strictObject({ id, channel: z.enum(['email', 'sms', 'phone', 'post']), masked: text.nullable(), version: z.int() })),
  /** People of the household who hold no access yet, to choose from. */
  candidates: z.array(z.strictObject({ name: text, relationship: text, patientId: id.nullable() })),
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

const personFields = {
  legalFamily: z.string().trim().max(200),
  legalGiven: z.string().trim().min(1).max(200),
  usedGiven: z.string().trim().min(1).max(200).nullable().default(null),
  birthDate: date.nullable().default(null),
  language: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/).max(35).nullable().default(null),
  email: z.string().trim().min(3).max(254).nullable().default(null),
  phone: z.string().trim().min(3).max(40).nullable().default(null),
  otherNames: z.array(z.strictObject({ family: z.string().trim().max(200), given: z.string().trim().max(200), use: z.enum(['alias', 'former']) })).max(10).default([]),
}
const reason = z.string().trim().min(3).max(500)

/** A proxy who is new here. Somebody who may be the same stops it (409 with `current.candidates`) until `override` says who it is not. */
export const createPersonBody = z.strictObject({ ...personFields, patientId: id.nullable().default(null), override: z.strictObject({ reason }).optional(), reason: reason.optional() })
export type CreatePerson = z.infer<typeof createPersonBody>
export const editPersonBody = z.strictObject({ ...personFields, reason: reason.optional() })
export type EditPerson = z.infer<typeof editPersonBody>
export const personAnswer = z.strictObject({ id, version: z.int() })

/**
 * What is asked for, for one person on one portal. `personId` of a proxy, or `patientId` of a patient who becomes one.
 * At least one of `endOn` and `reviewOn`; documents by kind, without number or copy.
 */
export const grantBody = z.strictObject({
  portalId: id,
  personId: id.optional(),
  personPatientId: id.optional(),
  relationship: z.enum(relationships),
  basis: z.enum(bases),
  levelId: z.string().regex(/^[a-z-]+$/).max(60),
  areas: z.partialRecord(z.enum(representativeAreas), z.enum(areaLevels)).nullable().default(null),
  startOn: date.optional(),
  endOn: date.nullable().default(null),
  reviewOn: date.nullable().default(null),
  documents: z.array(z.strictObject({ kind: z.enum(documentKinds), expiresOn: date.nullable().default(null) })).min(1).max(5),
  verifiedHow: z.enum(proxyVerifications),
  /** Somebody contradicts it: a second person decides, and parents' access is suspended meanwhile. */
  disputed: z.boolean().default(false),
  reason: reason.optional(),
}).refine((body) => (body.personId === undefined) !== (body.personPatientId === undefined), { path: ['personId'] })
  .refine((body) => body.endOn !== null || body.reviewOn !== null, { path: ['reviewOn'] })
export type GrantBody = z.infer<typeof grantBody>
export const askGrantBody = grantBody.refine((body) => body.reason !== undefined, { path: ['reason'] })
export const grantedAnswer = z.strictObject({ id, state: z.enum(grantStates), version: z.int(), told: z.int(), mailWithheld: text.nullable() })
export const askedGrantAnswer = z.strictObject({ id, state: z.enum(grantStates), version: z.int(), requestId: id, endsAt: instant })

/** Ends access. Nothing has to be said; what is said is kept. Works on any state, any number of times (PX-05). */
export const revokeBody = z.object({ wish: z.enum(['patient', 'proxy', 'other-parent', 'court', 'practice', 'not-said']).catch('not-said').optional(), reason: z.string().max(500).optional().catch(undefined) })
/** Closes access until somebody reviews it; `disputed` closes that of every parent and guardian on every portal. */
export const suspendBody = z.object({ disputed: z.boolean().optional().catch(undefined), reason: z.string().max(500).optional().catch(undefined) })
export const stateAnswer = z.strictObject({ id, state: z.enum(grantStates), version: z.int() })

/** The outcome of a review: it goes on until a new end or review date, perhaps on a new document. */
export const reviewBody = z.strictObject({
  endOn: date.nullable().default(null),
  reviewOn: date.nullable().default(null),
  document: z.strictObject({ kind: z.enum(documentKinds), expiresOn: date.nullable().default(null) }).nullable().default(null),
  reason: reason.optional(),
}).refine((body) => body.endOn !== null || body.reviewOn !== null, { path: ['reviewOn'] })
export type ReviewBody = z.infer<typeof reviewBody>
export const askResumeBody = reviewBody.refine((body) => body.reason !== undefined, { path: ['reason'] })
export const requestAnswer = z.strictObject({ requestId: id, state: z.literal('open'), endsAt: instant })
export const resentAnswer = z.strictObject({ id, version: z.int(), queued: z.boolean(), mailWithheld: text.nullable() })

/** A legal status; a second person agrees before it holds. */
export const legalStatusBody = z.strictObject({
  kind: z.enum(legalStatusKinds), fromOn: date, untilOn: date.nullable().default(null), document: z.enum(legalDocuments),
  /** Of an adoption: who belonged to the family before. Their access ends and they are shown no more. */
  formerPersonIds: z.array(id).max(20).default([]),
  formerLinkIds: z.array(id).max(20).default([]),
  reason,
})
export type LegalStatusBody = z.infer<typeof legalStatusBody>
export const endLegalStatusBody = z.strictObject({ reason })

export const minorConsentBody = z.strictObject({ personId: id, serviceLine: z.enum(serviceLines), reason: reason.optional() })
export const versionAnswer = z.strictObject({ id, version: z.int() })

/** A block against a named person. At least one name; everything else that is known helps. */
export const blockBody = z.strictObject({
  kind: z.enum(blockKinds),
  note: z.string().trim().min(3).max(500),
  personId: id.optional(),
  personPatientId: id.optional(),
  names: z.array(z.strictObject({ family: z.string().trim().max(200), given: z.string().trim().max(200) })).min(1).max(10),
  emails: z.array(z.string().trim().min(3).max(254)).max(10).default([]),
  phones: z.array(z.string().trim().min(3).max(40)).max(10).default([]),
  birthDate: date.nullable().default(null),
  reason: reason.optional(),
})
export type BlockBody = z.infer<typeof blockBody>
/** How many open grants and invitations it stopped. */
export const blockedAnswer = z.strictObject({ id, version: z.int(), stopped: z.int() })
export const liftBlockBody = z.strictObject({ reason })

/** Blocks with everything that is known: for the privacy officer alone. */
export const blocksAnswer = z.strictObject({
  blocks: z.array(z.strictObject({
    id, kind: z.enum(blockKinds), note: text, setByName: text, setAt: instant, liftedAt: instant.nullable(), version: z.int(),
    marks: z.array(z.strictObject({ kind: z.enum(['name', 'email', 'phone', 'birth-date', 'person', 'patient']), value: text })),
    cleared: z.array(z.strictObject({ personId: id, name: text })),
  })),
})
export type BlocksAnswer = z.infer<typeof blocksAnswer>
/** What the privacy officer finds about a held request. `other-person`: the block means somebody else; the desk may ask again. */
export const decideHeldBody = z.strictObject({ decision: z.enum(['other-person', 'decline']), reason })

/** A way by which the patient must not be reached. `contactId`: that address or number alone. */
export const suppressBody = z.strictObject({ channel: z.enum(['email', 'sms', 'phone', 'post']), contactId: id.nullable().default(null), reason: reason.optional() })

/** The worklist of what waits. */
export const waitingKinds = ['second-person', 'privacy-officer', 'proxy', 'review', 'review-due'] as const
export const waitingLine = z.strictObject({
  id, grantId: id, version: z.int(), patientId: id, patientName: text, birthDate: date, personName: text, relationship: z.enum(relationships), portalName: text,
  waitsFor: z.enum(waitingKinds), state: z.enum(grantStates), cause: z.enum(grantCauses), sinceAt: instant, endsAt: instant.nullable(), requestId: id.nullable(),
})
export type WaitingLine = z.infer<typeof waitingLine>
export const waitingLines = z.array(waitingLine)

/** Documents that end soon, or have ended, oldest end first. */
export const documentReviewLine = z.strictObject({
  id, grantId: id, version: z.int(), patientId: id, patientName: text, birthDate: date, personName: text, portalName: text, basis: z.enum(bases), kind: z.enum(documentKinds), expiresOn: date,
  daysLeft: z.int(), expired: z.boolean(),
})
export type DocumentReviewLine = z.infer<typeof documentReviewLine>
export const documentReviewLines = z.array(documentReviewLine)

/** `age` 12 or 18 (both unless said), `within` days from today; `passed` days back. Next page from `after`. */
export const birthdaysQuery = z.strictObject({
  age: z.enum(['12', '18']).optional(), within: z.coerce.number().int().min(1).max(365).default(90), passed: z.coerce.number().int().min(0).max(90).default(7),
  after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(100).default(25), reason: z.string().trim().min(3).max(500).optional(),
})
export const birthdayLine = z.strictObject({
  /** For the next page. */
  key: text,
  patientId: id, patientName: text, birthDate: date, age: z.union([z.literal(12), z.literal(18)]), on: date, at: instant, daysLeft: z.int(), portalId: id, portalName: text,
  step: z.enum(['90', '30', '7', 'passed', 'later']),
  proxies: z.array(z.strictObject({ personId: id, name: text, relationship: z.enum(relationships), before: z.int(), after: z.int(), loses: z.array(z.strictObject({ capability: z.enum(capabilities), name: text })) })),
  hasOwnAccount: z.boolean(),
  /** From that day nobody can read results. */
  gap: z.boolean(),
  /** Persons told so far. */
  told: z.int(),
  preparedInvitationId: id.nullable(),
})
export type BirthdayLine = z.infer<typeof birthdayLine>
export const birthdaysAnswer = z.strictObject({ rows: z.array(birthdayLine), more: z.boolean(), counts: z.strictObject({ within7: z.int(), within30: z.int(), within90: z.int() }) })
export type BirthdaysAnswer = z.infer<typeof birthdaysAnswer>

/** Letters to print, and one letter's words. */
export const letterLine = z.strictObject({ id, version: z.int(), toName: text, patientId: id, template: text, language: z.enum(['en', 'es']), madeAt: instant, printedAt: instant.nullable() })
export const letterLines = z.array(letterLine)
export type LetterLine = z.infer<typeof letterLine>
export const letterAnswer = letterLine.extend({ subject: text, paragraphs: z.array(text) })
export type LetterAnswer = z.infer<typeof letterAnswer>

/** The adult's own invitations that were made ready at 18. */
export const preparedLine = z.strictObject({ id, version: z.int(), patientId: id, patientName: text, birthDate: date, portalId: id, portalName: text, preparedAt: instant })
export const preparedLines = z.array(preparedLine)
export const settlePreparedBody = z.strictObject({ state: z.enum(['sent', 'not-needed']) })

/** What a portal is told (connector): never that a block exists, nor whose wish ended something. */
const outsideWhy = z.strictObject({ code: z.enum(outsideCodes), rule: text, sources: z.array(z.enum(ruleSources)), findings: z.array(z.enum(recordedFindings)) })
export const connectorAccessAnswer = z.strictObject({
  patientId: id, viewer: text, portalId: id, at: instant, policyVersion: z.int().nullable(), ageThen: z.int(),
  capabilities: z.array(z.strictObject({ capability: z.enum(capabilities), answer: z.enum(['yes', 'no', 'per-item']), why: outsideWhy })),
  /** Visible items by id; what is not visible is not named, counted or summed. */
  items: z.array(z.strictObject({ id, category: z.enum(itemCategories) })),
  counts: z.partialRecord(z.enum(itemCategories), z.int()),
  billTotalCents: z.int(),
  /** Ask again from then on: the next instant at which anything changes. */
  goodUntil: instant.nullable(),
})
export type ConnectorAccessAnswer = z.infer<typeof connectorAccessAnswer>
