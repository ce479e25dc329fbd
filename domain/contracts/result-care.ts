import { z } from 'zod'
import { resultCategories } from '#domain/portals/result-policy.ts'
import { harmKinds, holdGrounds } from '#domain/release/grounds.ts'
import { findingKinds } from '#domain/release/findings.ts'
import { worklistGroups } from '#domain/release/worklist.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const text = z.string()
const reason = z.string().trim().min(3).max(500)

/** `GET /api/patients/:id/shared-items` (action sharing.read): notes, diagnoses, medications, newest first. */
export const sharedItem = z.strictObject({
  id, version: z.int(), kind: z.enum(['note', 'diagnosis', 'medication']), name: text, authorName: text.nullable(), authoredAt: instant.nullable(), shared: z.boolean(),
  /** Whether the portal shows such items at all. */
  onPortal: z.boolean(),
  history: z.array(z.strictObject({ shared: z.boolean(), at: instant, byName: text, reason: text })),
  may: z.strictObject({ allowed: z.boolean(), message: text.nullable(), next: text.nullable(), rule: text.nullable() }),
})
export type SharedItem = z.infer<typeof sharedItem>
export const sharedItems = z.strictObject({ rows: z.array(sharedItem), more: z.boolean() })
export type SharedItems = z.infer<typeof sharedItems>
/** `POST /api/shared-items/:id/share` and `…/unshare` (action sharing.change). If-Match. */
export const shareBody = z.strictObject({ reason })
export const changedItem = z.strictObject({ id, version: z.int(), shared: z.boolean() })

/** `GET /api/results/:id/colleagues` (action result.read): prescribers to whom a result may be given; those tied to the patient first. */
export const colleagues = z.strictObject({ rows: z.array(z.strictObject({ id, name: text, isNear: z.boolean() })) })
export type Colleagues = z.infer<typeof colleagues>

/** `POST /api/results/unowned` (action result.unowned; a read): results that nobody looks after, without what they say. */
export const unownedBody = z.strictObject({ after: z.string().max(200).optional(), limit: z.int().min(1).max(100).default(50) })
export const unownedResults = z.strictObject({
  rows: z.array(z.strictObject({
    id, version: z.int(), patientId: id, patientName: text, birthDate: date, age: z.int(), portalName: text, group: z.enum(worklistGroups), critical: z.boolean(), arrivedAt: instant, orderAt: instant,
  })),
  next: text.nullable(),
})
export type UnownedResults = z.infer<typeof unownedResults>
/** `GET /api/results/unowned-count` (action result.unowned): how many those are, and how many of them are critical. */
export const unownedCount = z.strictObject({ count: z.int(), critical: z.int() })
export type UnownedCount = z.infer<typeof unownedCount>
/** `POST /api/results/:id/assign` (action result.assign). If-Match. */
export const assignBody = z.strictObject({ toStaffId: id, reason })

/** `GET /api/missing-labs` (action missing-lab.read), oldest first. */
export const missingLab = z.strictObject({
  id, version: z.int(), patientId: id, patientName: text, name: text, countsFromOn: date, openedAt: instant, state: z.enum(['open', 'closed']),
  outcome: z.enum(['came', 'found-elsewhere', 'drawn-again', 'not-needed']).nullable(), orderedByName: text.nullable(),
})
export const missingLabsQuery = z.strictObject({ state: z.enum(['open', 'closed']).default('open'), after: z.string().max(200).optional() })
export const missingLabs = z.strictObject({ rows: z.array(missingLab), next: text.nullable() })
export type MissingLabs = z.infer<typeof missingLabs>
/** `POST /api/missing-labs/:id/close` (action missing-lab.close). If-Match. */
export const closeLabBody = z.strictObject({ outcome: z.enum(['found-elsewhere', 'drawn-again', 'not-needed']), reason })

/** `GET /api/patients/:id/result-wishes`, `POST …` (action result.wish) and `POST /api/result-wishes/:id/end`. */
export const resultWish = z.strictObject({
  id, version: z.int(), category: z.enum(resultCategories).nullable(), recipient: z.enum(['patient', 'representative']), days: z.int(), words: text,
  recordedByName: text, recordedAt: instant, endedAt: instant.nullable(),
})
export const resultWishes = z.strictObject({ rows: z.array(resultWish) })
export type ResultWishes = z.infer<typeof resultWishes>
export const wishBody = z.strictObject({ category: z.enum(resultCategories).nullable(), recipient: z.enum(['patient', 'representative']), days: z.int().min(1).max(30), reason })
export const endWishBody = z.strictObject({ reason })

/** `GET /api/lab-messages` (action lab-message.read): what came from laboratories and what was not taken, newest first; no content. */
export const labMessage = z.strictObject({
  id, sender: text, controlId: text, via: z.enum(['file', 'connector', 'mllp']), fileName: text.nullable(), receivedAt: instant, outcome: z.enum(['taken', 'refused']),
  reports: z.int(), refusedReports: z.int(), message: text.nullable(), next: text.nullable(), rule: text.nullable(),
})
export const labMessagesQuery = z.strictObject({ outcome: z.enum(['refused', 'any']).default('refused'), after: z.string().max(200).optional() })
export const labMessages = z.strictObject({ rows: z.array(labMessage), next: text.nullable() })
export type LabMessages = z.infer<typeof labMessages>

/** `POST /api/holds/search` (action hold.review, with a reason; a read): every hold with its evidence, for the privacy officer. */
export const holdSearchBody = z.strictObject({ from: date, to: date, ground: z.enum(holdGrounds).optional(), setBy: id.optional(), after: z.string().max(200).optional(), reason })
export const holdReviewRow = z.strictObject({
  id, resultId: id, patientId: id, patientName: text, category: z.enum(resultCategories), recipient: z.enum(['patient', 'representative']), personName: text.nullable(),
  ground: z.enum(holdGrounds), harm: z.enum(harmKinds), citedLaw: text, evidence: text, startAt: instant, endAt: instant, endedAt: instant.nullable(), setByName: text,
  called: z.boolean(), extendsId: id.nullable(),
})
export const holdReview = z.strictObject({ rows: z.array(holdReviewRow), next: text.nullable() })
export type HoldReview = z.infer<typeof holdReview>

/** `POST /api/holds/export` (action hold.review, with a reason; a read): the same as a file. */
export const holdExportBody = holdSearchBody.omit({ after: true })
export const holdSheet = z.strictObject({ fileName: text, csv: text, rows: z.int() })
export type HoldSheet = z.infer<typeof holdSheet>

/** `GET /api/results/figures` (action result.measure): holds and release times; counts only. */
export const figuresQuery = z.strictObject({ from: date, to: date, portalId: id.optional() })
const count = z.int()
export const resultFigures = z.strictObject({
  /** Now waiting, by group; held by ground; holds by age in days. */
  waiting: z.array(z.strictObject({ group: z.enum(['review', 'order', 'held', 'blocked']), portalId: id, count })),
  holdsByGround: z.array(z.strictObject({ ground: z.enum(holdGrounds), running: count, ended: count })),
  holdAges: z.array(z.strictObject({ band: z.enum(['under-1', '1-3', '4-7', '8-14', '15-30', 'over-30']), running: count })),
  /** From arrival to what the patient can see, by category, of results that arrived in the days asked for. */
  releaseTimes: z.array(z.strictObject({ category: z.enum(resultCategories), arrived: count, shown: count, medianHours: z.number().nullable(), p90Hours: z.number().nullable() })),
  byDay: z.array(z.strictObject({ on: date, arrived: count, shown: count })),
})
export type ResultFigures = z.infer<typeof resultFigures>

/** `GET /api/results/findings` (action result.measure): what an auditor would ask about. */
export const finding = z.strictObject({
  kind: z.enum(findingKinds), portalId: id.nullable(), category: z.enum(resultCategories).nullable(), staffId: id.nullable(), staffName: text.nullable(), count,
  sentence: text, rule: text, citedLaw: text.nullable(),
})
export const findingsAnswer = z.strictObject({ rows: z.array(finding) })
export type FindingsAnswer = z.infer<typeof findingsAnswer>
