import { z } from 'zod'
import { auditEvents, type AuditEventCode } from '#domain/audit-events.ts'

const instant = z.iso.datetime()
const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const eventCodes = Object.keys(auditEvents) as [AuditEventCode, ...AuditEventCode[]]
export const auditOutcomes = ['success', 'refused', 'failed'] as const

const filters = {
  actorId: id.optional(),
  event: z.enum(eventCodes).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  /** From this instant on, before that one. */
  from: instant.optional(),
  to: instant.optional(),
  /** `seq` of the last row of the page before. */
  after: z.int().positive().optional(),
  limit: z.int().min(1).max(200).default(50),
}

/** What the privacy officer asks: newest first by order of writing. */
export const auditSearchBody = z.strictObject({ patientId: id.optional(), ...filters })
export type AuditSearch = z.infer<typeof auditSearchBody>

/** What a manager asks about the own team: no patient can be named. */
export const auditTeamSearchBody = z.strictObject(filters)

/** One event as it is kept. `sealedPosition` null: it waits for its seal. */
export const auditRow = z.object({
  seq: z.number(),
  at: instant,
  actorId: z.string(),
  /** Name of the staff member today; null for patients, portals and the system. */
  actorName: z.string().nullable(),
  actorRoles: z.array(z.string()),
  event: z.string(),
  patientId: z.string().nullable(),
  objectId: z.string().nullable(),
  /** Name of the staff member or site that the event was about; null for anything else. */
  objectName: z.string().nullable(),
  outcome: z.enum(auditOutcomes),
  reasonCode: z.string().nullable(),
  evidence: z.string().nullable(),
  purpose: z.string(),
  requestId: z.string().nullable(),
  sourceAddress: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  sealedPosition: z.number().nullable(),
})
export type AuditRow = z.infer<typeof auditRow>
export const auditSearchAnswer = z.object({ rows: z.array(auditRow), more: z.boolean() })

/** One event of a manager's team: who did what kind of thing when, of whom is left out. */
export const auditTeamRow = auditRow.pick({ seq: true, at: true, actorId: true, actorName: true, event: true, outcome: true, reasonCode: true })
export type AuditTeamRow = z.infer<typeof auditTeamRow>
export const auditTeamAnswer = z.object({ rows: z.array(auditTeamRow), more: z.boolean() })

/** What a verification found. `fault`: what does not hold at the first bad position, as server/audit/chain.ts names it. */
export const auditVerified = z.object({
  at: instant,
  byId: z.string(),
  good: z.boolean(),
  sealed: z.number(),
  unsealed: z.number(),
  firstBadPosition: z.number().nullable(),
  fault: z.string().nullable(),
  /** Anchors that were compared. */
  anchors: z.number(),
})
export type AuditVerified = z.infer<typeof auditVerified>

/** The seal of the record: how far it reaches, what waits, what runs, what was found last. */
export const auditSealState = z.object({
  sealed: z.number(),
  unsealed: z.number(),
  oldestUnsealedAt: instant.nullable(),
  /** An event waits longer than 5 seconds for its seal. */
  late: z.boolean(),
  lastAnchorAt: instant.nullable(),
  running: z.object({ startedAt: instant, done: z.number(), total: z.number() }).nullable(),
  lastVerified: auditVerified.nullable(),
})
export type AuditSealState = z.infer<typeof auditSealState>

/** Answer to `POST /api/audit/verify`: the result comes with `GET /api/audit/seal-state`, announced under `audit`. */
export const auditVerifyStarted = z.object({ startedAt: instant })

/** `GET /api/audit/:seq/fhir` and each entry of a page: a FHIR R4 AuditEvent. */
export const fhirAuditEvent = z.looseObject({ resourceType: z.literal('AuditEvent'), id: z.string() })
export const fhirAuditBundle = z.looseObject({
  resourceType: z.literal('Bundle'), type: z.literal('searchset'),
  entry: z.array(z.object({ fullUrl: z.string(), resource: fhirAuditEvent })),
})
