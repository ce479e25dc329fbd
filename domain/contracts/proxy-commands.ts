import { z } from 'zod'
import {
  areaLevels, bases, blockKinds, documentKinds, legalDocuments, legalStatusKinds, proxyVerifications, relationships, representativeAreas, serviceLines,
} from '#domain/access/bases.ts'
import { grantStates } from '#domain/access/grant-states.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const text = z.string()

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
  /** Family and given name, both: a block that fits nobody would be worse than none. */
  names: z.array(z.strictObject({ family: z.string().trim().min(1).max(200), given: z.string().trim().min(1).max(200) })).max(10).default([]),
  emails: z.array(z.string().trim().min(3).max(254)).max(10).default([]),
  phones: z.array(z.string().trim().min(3).max(40)).max(10).default([]),
  birthDate: date.nullable().default(null),
  reason: reason.optional(),
}).refine(({ names, personId, personPatientId }) => names.length > 0 || personId !== undefined || personPatientId !== undefined, { path: ['names'], message: 'a name, or somebody on file' })
/** How many open grants and invitations it stopped. */
export const blockedAnswer = z.strictObject({ id, version: z.int(), stopped: z.int() })
export const liftBlockBody = z.strictObject({ reason })

/** What the privacy officer finds about a held request. `other-person`: the block means somebody else; the desk may ask again. */
export const decideHeldBody = z.strictObject({ decision: z.enum(['other-person', 'decline']), reason })

/** A way by which the patient must not be reached. `contactId`: that address or number alone. */
export const suppressBody = z.strictObject({ channel: z.enum(['email', 'sms', 'phone', 'post']), contactId: id.nullable().default(null), reason: reason.optional() })

export const settlePreparedBody = z.strictObject({ state: z.enum(['sent', 'not-needed']), reason: reason.optional() })
