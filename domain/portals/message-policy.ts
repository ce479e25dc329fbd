import { z } from 'zod'
import { holidaysSchema, officeHoursSchema } from '#domain/portals/hours.ts'
import { ruleNotesSchema } from '#domain/portals/provenance.ts'

const span = { target: z.int().min(1), limit: z.int().min(1) }

/** R50: the promise of a reply. Target and limit count hours on the clock, or business days; never mixed. */
export const replyPromiseSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('elapsed-hours'), ...span }),
  z.strictObject({ unit: z.literal('business-days'), ...span }),
]).refine((promise) => promise.target <= promise.limit, {
  path: ['limit'],
  message: 'The limit is not before the target.',
})
export type ReplyPromise = z.infer<typeof replyPromiseSchema>

/** How messages are answered (R50–R55). */
export const messagePolicySchema = z.strictObject({
  promise: replyPromiseSchema,
  /** Hours that make a business day; the wall clock is the site's, or the portal's where no site answers. */
  officeHours: officeHoursSchema,
  holidays: holidaysSchema,
  /** R50: whether waiting for the patient stops the clock. */
  waitingPauses: z.boolean(),
  /** R55 */
  recipients: z.array(z.enum(['provider', 'billing', 'administrative-support'])).min(1),
  /** R52: number named for an emergency. */
  emergencyNumber: z.string().min(3),
  /** R52: care needed within so many hours is asked for by phone; null: not published. */
  phoneWhenNeededWithinHours: z.int().min(1).nullable(),
  notes: ruleNotesSchema,
})

const languageCodes = z.array(z.enum(['en', 'es'])).min(1)

/** R54: which languages the portal speaks where. */
export const languagePolicySchema = z.strictObject({
  interface: languageCodes,
  clinicalContent: languageCodes,
  messages: languageCodes,
  notes: ruleNotesSchema,
})
