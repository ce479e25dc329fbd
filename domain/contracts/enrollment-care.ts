import { z } from 'zod'
import { sharingRelations, viewCategories, wrongEnrollmentCauses } from '#domain/enrollment/words.ts'
import { lookAlikeReasons } from '#domain/look-alikes.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const reason = z.string().trim().min(3).max(500)

/** `POST /api/enrollments/undo`: a wrong enrollment, whatever stage it is at. Action enrollment.undo (reason). */
export const undoEnrollmentBody = z.strictObject({
  patientId: id, portalId: id, cause: z.enum(wrongEnrollmentCauses),
  /** The one who should have been enrolled, if that is known. */
  rightPatientId: id.nullable().default(null),
  reason: reason.optional(),
})
export const undoneEnrollment = z.strictObject({
  incidentId: id,
  ended: z.strictObject({ codes: z.int(), invitation: z.boolean(), account: z.boolean(), sessions: z.int(), draft: z.boolean() }),
  /** What had been seen, as far as the portal reported it; `reported: false`: nothing is known, and that is said. */
  seen: z.strictObject({
    reported: z.boolean(), signIns: z.int(), lastAt: instant.nullable(),
    categories: z.array(z.strictObject({ category: z.enum(viewCategories), times: z.int(), lastAt: instant })),
  }),
  /** Where the right enrollment can be started: that person, or the look-alikes to choose from. */
  right: z.strictObject({ patientId: id.nullable(), lookAlikes: z.array(z.strictObject({ id, name: z.string(), birthDate: date, how: z.enum(lookAlikeReasons) })) }),
})
export type UndoneEnrollment = z.infer<typeof undoneEnrollment>

/** `POST /api/shared-contacts/search`: contacts that two people read against the rule (R9, R10), now or from a birthday on. */
export const sharedContactSearchBody = z.strictObject({
  when: z.enum(['now', 'ahead']).default('now'), siteId: id.optional(), after: id.optional(), limit: z.int().min(1).max(100).default(50),
})
export const sharedContactRow = z.strictObject({
  id, patientId: id, name: z.string(), birthDate: date, age: z.int(), mrnTail: z.string(), siteName: z.string(),
  kind: z.enum(['email', 'phone']), masked: z.string(), relation: z.enum(sharingRelations),
  /** Null where the reader may not know of that person. */
  other: z.strictObject({ patientId: id, name: z.string(), age: z.int() }).nullable(),
  rule: z.string(), sentence: z.string(), arisesAt: instant, foundAt: instant,
  /** An own account goes there already: the gravest. */
  hasAccount: z.boolean(),
})
export type SharedContactRow = z.infer<typeof sharedContactRow>
export const sharedContactSearchAnswer = z.strictObject({ rows: z.array(sharedContactRow), more: z.boolean(), total: z.int() })
