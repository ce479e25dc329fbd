import { z } from 'zod'
import { incidentKinds } from '#domain/enrollment/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const count = z.int().nonnegative()

/** `POST /api/enrollment-figures/search` (action enrollment.measure). Days of the practice's zone, both inclusive; invitations by the day on which they were first sent. */
export const figuresBody = z.strictObject({ from: date, to: date, portalId: id.optional(), siteId: id.optional() })
const funnel = z.strictObject({ invited: count, opened: count, activated: count, declined: count, expired: count, failed: count })
export const figuresAnswer = z.strictObject({
  from: date, to: date,
  total: funnel,
  byPortal: z.array(funnel.extend({ portalId: id, name: z.string() })),
  bySite: z.array(funnel.extend({ siteId: id, name: z.string() })),
  byChannel: z.array(funnel.extend({ channel: z.enum(['email', 'desk']) })),
  /** By week of sending (Monday), for the chart. */
  byWeek: z.array(funnel.extend({ weekOf: date })),
  /** Hours from first sending to activation; null: nobody activated. */
  hoursToActivate: z.strictObject({ median: z.number().nullable(), p90: z.number().nullable(), people: count }),
  /** At a desk or of an invitation, by the closed list of reasons. */
  declines: z.array(z.strictObject({ reason: z.string(), count })),
  deferrals: z.array(z.strictObject({ reason: z.string(), count })),
  /** Enrollments under way now. */
  openNow: count,
})
export type FiguresAnswer = z.infer<typeof figuresAnswer>

/** `POST /api/enrollment-figures/rows`: the people behind one number. */
export const figureRowsBody = figuresBody.extend({
  what: z.enum(['invited', 'opened', 'activated', 'declined', 'expired', 'failed', 'declined-at-desk', 'deferred', 'open-now']),
  channel: z.enum(['email', 'desk']).optional(), reason: z.string().max(60).optional(),
  after: id.optional(), limit: z.int().min(1).max(100).default(50),
})
export const figureRow = z.strictObject({
  /** Of the invitation, or of the enrollment for what happened at a desk. */
  id, kind: z.enum(['invitation', 'enrollment']), patientId: id, name: z.string(), birthDate: date, mrnTail: z.string(), portalName: z.string(), siteName: z.string(),
  state: z.string(), at: instant, reason: z.string().nullable(), hours: z.number().nullable(),
})
export const figureRows = z.strictObject({ rows: z.array(figureRow), more: z.boolean() })
export type FigureRow = z.infer<typeof figureRow>

/** `GET /api/incidents` and `GET /api/incidents/:id` (action incident.read), `POST …/close` (action incident.close: reason; If-Match). */
export const incidentAnswer = z.strictObject({
  id, version: z.int(), kind: z.enum(incidentKinds), state: z.enum(['open', 'closed']),
  patient: z.strictObject({ id, name: z.string(), mrnTail: z.string() }).nullable(),
  objectId: id, openedAt: instant, openedBy: z.string(), reason: z.string(),
  /** Of a wrong enrollment: who should have been enrolled, if that was known and may be named. */
  right: z.strictObject({ id, name: z.string(), mrnTail: z.string() }).nullable(),
  /** Counts, instants and words by name; no patient data. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  closed: z.strictObject({ at: instant, by: z.string(), note: z.string() }).nullable(),
})
export type IncidentAnswer = z.infer<typeof incidentAnswer>
export const incidentQuery = z.strictObject({ state: z.enum(['open', 'closed']).optional(), after: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) })
export const incidentList = z.strictObject({ rows: z.array(incidentAnswer), more: z.boolean() })
export const closeIncidentBody = z.strictObject({ reason: z.string().trim().min(3).max(500).optional() })
