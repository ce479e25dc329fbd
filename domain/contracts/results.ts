import { z } from 'zod'
import { resultCategories, releaseModes } from '#domain/portals/result-policy.ts'
import { recordedFindings, ruleSources } from '#domain/portals/provenance.ts'
import { clockedClasses } from '#domain/portals/state-clocks.ts'
import { releaseCodes, waitingFor } from '#domain/release/answer.ts'
import { harmKinds, holdGrounds } from '#domain/release/grounds.ts'
import { doubts } from '#domain/results/categories.ts'
import { readings, reportStatuses } from '#domain/results/report.ts'
import { worklistGroups } from '#domain/release/worklist.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const text = z.string()
const reason = z.string().trim().min(3).max(500)

/** Where a portal's rules leave a result, for one recipient. `sentence` is for staff, in their language. */
export const releaseState = z.strictObject({
  state: z.enum(['visible', 'waits', 'blocked']),
  for: z.array(z.enum(waitingFor)),
  code: z.enum(releaseCodes),
  sentence: text,
  rule: text,
  sources: z.array(z.enum(ruleSources)),
  citedLaw: text.nullable(),
  stricterThanCitedLaw: z.boolean(),
  findings: z.array(z.enum(recordedFindings)),
  mode: z.enum(releaseModes).nullable(),
  policyVersion: z.int().nullable(),
  until: instant.nullable(),
})
export type ReleaseState = z.infer<typeof releaseState>

/** A row of the worklist. */
export const resultRow = z.strictObject({
  id,
  version: z.int(),
  patientId: id,
  patientName: text,
  birthDate: date,
  age: z.int(),
  mrnTail: text.nullable(),
  name: text,
  category: z.enum(resultCategories),
  sensitive: z.boolean(),
  status: z.enum(reportStatuses),
  critical: z.boolean(),
  abnormal: z.boolean(),
  doubtful: z.boolean(),
  corrected: z.boolean(),
  portalId: id,
  portalName: text,
  group: z.enum(worklistGroups).nullable(),
  code: z.enum(releaseCodes),
  stricterThanCitedLaw: z.boolean(),
  arrivedAt: instant,
  /** Since when it waits; of a hold, when it ends. */
  orderAt: instant,
  /** The colleague whose result it is, where the reader covers; null: their own. */
  coversName: text.nullable(),
})
export type ResultRow = z.infer<typeof resultRow>

/** `GET /api/results/counts` (action result.read): how many of each group wait for the reader, own and covered; no names. */
export const resultCounts = z.strictObject({ review: z.int(), order: z.int(), held: z.int(), blocked: z.int() })
export type ResultCounts = z.infer<typeof resultCounts>

/** `POST /api/results/worklist` (action result.read; a read). One group at a time; `after` is the last row's cursor. */
export const worklistBody = z.strictObject({
  group: z.enum(worklistGroups), after: z.string().max(200).optional(), limit: z.int().min(1).max(100).default(50),
})
export const worklistAnswer = z.strictObject({
  rows: z.array(resultRow),
  next: text.nullable(),
  /** Of all groups, own and covered. */
  counts: resultCounts,
  coveredNames: z.array(text),
})
export type WorklistAnswer = z.infer<typeof worklistAnswer>

/** `POST /api/results/released` (action result.read; a read): own releases of the last days, to recall one. */
export const releasedBody = z.strictObject({ days: z.int().min(1).max(30).default(1) })
export const releasedAnswer = z.strictObject({
  rows: z.array(resultRow.extend({ releasedAt: instant, viewed: z.boolean(), firstViewedAt: instant.nullable() })),
})
export type ReleasedAnswer = z.infer<typeof releasedAnswer>

/** One value, with what it was in the version before and the earlier ones of the same test. */
export const valueAnswer = z.strictObject({
  id, name: text, code: text.nullable(), kind: z.enum(['number', 'coded', 'text', 'attachment', 'none']),
  text, number: z.number().nullable(), unit: text.nullable(), rangeText: text.nullable(), low: z.number().nullable(), high: z.number().nullable(),
  reading: z.enum(readings).nullable(), critical: z.boolean(), status: z.enum(reportStatuses), remarks: text,
  mediaType: text.nullable(), bytes: z.int().nullable(),
  /** In the version before, where it said something else. */
  before: text.nullable(),
  /** Same test and unit, oldest first, this one last. */
  trend: z.array(z.strictObject({ at: instant, number: z.number(), reading: z.enum(readings).nullable() })),
})
export type ValueAnswer = z.infer<typeof valueAnswer>

/** Somebody who may or may not see it, by name: what the connector answers for them. */
export const viewerPreview = z.strictObject({
  /** `patient`, or the id of a proxy person. */
  viewer: id,
  name: text,
  relation: text.nullable(),
  age: z.int().nullable(),
  levelName: text.nullable(),
  visible: z.boolean(),
  /** Sees it and may answer. */
  mayReply: z.boolean(),
  held: z.boolean(),
  code: text,
  sentence: text,
  rule: text,
})
export type ViewerPreview = z.infer<typeof viewerPreview>

/** What is sent when it is released: never a name of a test, never a value. */
export const noticePreview = z.strictObject({ viewer: id, channel: z.enum(['email', 'none']), language: text, subject: text, body: text, why: text.nullable() })
export type NoticePreview = z.infer<typeof noticePreview>

const heldFrom = { recipient: z.enum(['patient', 'representative']), personId: id.nullable().default(null) }
/** Further people from whom the same result is kept by the same decision. */
const others = z.array(z.strictObject(heldFrom)).max(20).default([])

/** `POST /api/results/:id/preview` (action result.read; a read): who sees what now, after an act (a release unless another is named), and with a hold. */
export const previewBody = z.strictObject({ act: z.enum(['order', 'verification', 'review']).default('order'), hold: z.strictObject({ ...heldFrom, others }).nullable().default(null) })
export const previewAnswer = z.strictObject({
  now: z.array(viewerPreview), released: z.array(viewerPreview), held: z.array(viewerPreview).nullable(), notices: z.array(noticePreview),
})
export type PreviewAnswer = z.infer<typeof previewAnswer>

export const holdAnswer = z.strictObject({
  id, version: z.int(), recipient: z.enum(['patient', 'representative']), personId: id.nullable(), personName: text.nullable(),
  ground: z.enum(holdGrounds), harm: z.enum(harmKinds), citedLaw: text, evidence: text, startAt: instant, endAt: instant, endedAt: instant.nullable(),
  setByName: text, isRunning: z.boolean(), extendsId: id.nullable(),
})
export type HoldAnswer = z.infer<typeof holdAnswer>

/** Whether a ground would do for a recipient now; all of them, those that do not fit too. */
export const groundAnswer = z.strictObject({
  recipient: z.enum(['patient', 'representative']), ground: z.enum(holdGrounds), fits: z.boolean(), citedLaw: text, message: text.nullable(), next: text.nullable(),
  longestEndAt: instant,
})

/** `GET /api/results/:id` (action result.read). */
export const resultAnswer = resultRow.extend({
  values: z.array(valueAnswer),
  remarks: text,
  categories: z.array(z.enum(resultCategories)),
  evidence: z.array(z.strictObject({ category: z.enum(resultCategories), by: z.enum(['code', 'name', 'section', 'clinician', 'practice']), what: text, sources: z.array(text) })),
  doubts: z.array(z.enum(doubts)),
  clockedClasses: z.array(z.enum(clockedClasses)),
  orderedByName: text.nullable(),
  orderedElsewhere: z.boolean(),
  collectedAt: instant.nullable(),
  finalAt: instant.nullable(),
  versionNumber: z.int(),
  correctedAt: instant.nullable(),
  forPatient: releaseState,
  forRepresentatives: releaseState,
  holds: z.array(holdAnswer),
  grounds: z.array(groundAnswer),
  acts: z.array(z.strictObject({ kind: text, at: instant, byName: text, asOrdering: z.boolean(), text: text.nullable(), reason: text.nullable() })),
  /** The number on file, to call first where a value is critical; null: none. */
  phoneOnFile: text.nullable(),
  /** Other reports of the same message of the laboratory, each judged by itself. */
  cameWith: z.array(z.strictObject({ id, name: text, category: z.enum(resultCategories), sensitive: z.boolean(), state: z.enum(['visible', 'waits', 'blocked']), sentence: text })),
  called: z.boolean(),
  /** What the reader may do, each with the reason why not. */
  may: z.record(z.enum(['release', 'verify', 'review', 'hold', 'recall', 'comment', 'decline', 'bulk']), z.strictObject({ allowed: z.boolean(), message: text.nullable(), next: text.nullable(), rule: text.nullable() })),
  needsStepUp: z.boolean(),
})
export type ResultAnswer = z.infer<typeof resultAnswer>

/** `GET /api/patients/:id/results` (action result.read) and what was visible when. */
export const patientResults = z.strictObject({ rows: z.array(resultRow.extend({ shownAt: instant.nullable(), forPatient: releaseState })), more: z.boolean() })
export type PatientResults = z.infer<typeof patientResults>
export const timelineAnswer = z.strictObject({
  /** Steps of each recipient class, planned ends of holds and statutes included. */
  steps: z.array(z.strictObject({ at: instant, recipient: z.enum(['patient', 'representative']), state: releaseState })),
  /** Who opened it. */
  reads: z.array(z.strictObject({ viewer: id, name: text, portalId: id, firstAt: instant, lastAt: instant })),
})
export type TimelineAnswer = z.infer<typeof timelineAnswer>

const changed = z.strictObject({ id, version: z.int() })
/** What became of it for the patient, in one sentence, and how many notices were queued. */
export const actAnswer = changed.extend({ state: releaseState, told: z.int() })
export type ActAnswer = z.infer<typeof actAnswer>

/** `POST /api/results/:id/release` (action result.release) and `…/release-sensitive` (result.release-sensitive, second factor). If-Match. */
export const releaseBody = z.strictObject({ comment: z.string().trim().min(1).max(4_000).nullable().default(null), reason })
/** `POST /api/results/release-many` (action result.release): ordinary ones, all or none. */
export const releaseManyBody = z.strictObject({ results: z.array(z.strictObject({ id, version: z.int() })).min(1).max(100), reason })
export const releaseManyAnswer = z.strictObject({ released: z.array(changed), told: z.int() })
/** `…/verify`, `…/review` (action result.work). If-Match. */
export const workBody = z.strictObject({ reason })
/** `…/comment` (action result.comment): shows as an update once the result is out (R61). If-Match. */
export const commentBody = z.strictObject({ comment: z.string().trim().min(1).max(4_000) })
/** `…/hold` (action result.hold, second factor). `reason` is what the clinician knows: the evidence. If-Match. */
export const holdBody = z.strictObject({ ...heldFrom, others, ground: z.enum(holdGrounds), endAt: instant, reason })
/** `POST /api/holds/:id/extend` (action result.hold) and `…/end` (action result.work). If-Match of the hold. */
export const extendBody = z.strictObject({ endAt: instant, reason })
/** `…/recall` (action result.recall). If-Match. */
export const recallBody = z.strictObject({ reason })
export const recallAnswer = changed.extend({ viewed: z.array(z.strictObject({ viewer: id, name: text, firstAt: instant })), incidentId: id })
export type RecallAnswer = z.infer<typeof recallAnswer>
/** `…/decline` ("not mine") and `…/take` (action result.work). If-Match. */
export const declineBody = z.strictObject({ reason, toStaffId: id.nullable().default(null) })
/** `…/note` (action result.comment): the patient was called, or counselled beforehand. If-Match. */
export const noteBody = z.strictObject({ kind: z.enum(['called', 'counselled']), note: z.string().trim().max(300).default('') })
/** `…/category` (action result.work): what kind of result it is, by a clinician. If-Match. */
export const categoryBody = z.strictObject({ category: z.enum(resultCategories), clockedClasses: z.array(z.enum(clockedClasses)).max(4), reason })
