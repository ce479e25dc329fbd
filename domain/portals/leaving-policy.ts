import { z } from 'zod'
import { ruleNotesSchema } from '#domain/portals/provenance.ts'

/** R72, R73: a way to leave, and what it does to the data. `not-published` is never read as harmless. */
const leavingModeSchema = z.strictObject({
  mode: z.enum(['dis-enroll', 'disconnect', 'remove-account']),
  newData: z.enum(['goes-on', 'stops']),
  oldData: z.enum(['stays', 'removed', 'not-published']),
  proxies: z.enum(['stay', 'all-removed', 'not-published']),
  communication: z.enum(['goes-on', 'stops', 'not-published']),
  comingBack: z.enum(['by-sign-up', 'never', 'not-published']),
})

export const leavingPolicySchema = z.strictObject({
  modes: z.array(leavingModeSchema),
  notes: ruleNotesSchema,
})

/** Ways in which a portal itself reaches a patient; the practice's own phone and letters are not its. */
const portalChannels = ['portal', 'email', 'sms', 'app'] as const

/** R71, R74 */
export const preferencePolicySchema = z.strictObject({
  /** A channel that is not here cannot be chosen. */
  channels: z.array(z.enum(portalChannels)).min(1),
  /** R71: whether staff may set opt-outs for a patient without an account. */
  staffSetOptOuts: z.boolean(),
  /** R74: minutes after which the patient's own session ends; null: not published. */
  patientIdleMinutes: z.int().min(1).nullable(),
  notes: ruleNotesSchema,
})

/** R70: record requests and their clock in days. */
export const recordRequestPolicySchema = z.strictObject({
  ranges: z.array(z.enum(['from-to', 'complete'])).min(1),
  dueDays: z.int().min(1).max(30),
  extensionDays: z.int().min(0).max(30),
  longestExtensions: z.int().min(0).max(1),
  notes: ruleNotesSchema,
})
