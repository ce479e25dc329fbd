import { z } from 'zod'
import { ruleNotesSchema } from '#domain/portals/provenance.ts'
import { stateClockSchema } from '#domain/portals/state-clocks.ts'

/** Categories of result that any portal treats by themselves; everything else is `laboratory`. */
export const resultCategories = [
  'laboratory', 'radiology', 'hiv-htlv', 'hepatitis', 'toxicology', 'tissue-pathology', 'cytology', 'pap',
  'products-of-conception', 'bone-marrow', 'genetic',
] as const
export type ResultCategory = (typeof resultCategories)[number]

/**
 * What a final result waits for. `at-once`: nothing (R60). `after-review`: the doctor has seen it (R62).
 * `after-verification`: the ordering provider has verified it (R62). `on-order`: the doctor's order (R64, R66);
 * an order by the ordering provider includes the verification. `never`: not on this portal (R63).
 */
export const releaseModes = ['at-once', 'after-review', 'after-verification', 'on-order', 'never'] as const
export type ReleaseMode = (typeof releaseModes)[number]

/** How results reach a patient (R60–R69). */
export const resultPolicySchema = z.strictObject({
  release: z.record(z.enum(resultCategories), z.enum(releaseModes)),
  /** R60: whether a doctor may delay one result. */
  doctorMayDelay: z.boolean(),
  /** R60, days after the visit that are usual; null: not published. */
  usualDays: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }).nullable(),
  /** R61: whether a comment on a released result shows as an update. */
  commentShowsAsUpdate: z.boolean(),
  /** R65: whether results ordered outside the practice appear. */
  externallyOrdered: z.enum(['shown', 'never']),
  /** R65: local days after which an own lab that has not appeared is a support case; null: no such promise. */
  missingLabDays: z.int().min(1).nullable(),
  /** R64: categories that a state limits on this portal. */
  limitedByState: z.array(z.strictObject({
    state: z.string().regex(/^US-[A-Z]{2}$/),
    category: z.enum(resultCategories),
    release: z.enum(releaseModes),
  })),
  /** R68: longest hold in days; a named statute keeps its own clock. */
  longestHoldDays: z.int().min(1).max(30),
  /** R69 */
  stateClocks: z.array(stateClockSchema),
  notes: ruleNotesSchema,
})

/** R67: what of the chart is shared beside results. */
export const sharingPolicySchema = z.strictObject({
  progressNotes: z.enum(['unless-author-withholds', 'not-on-portal']),
  diagnoses: z.enum(['unless-unshared-by-hand', 'not-on-portal']),
  medicationsMayBeHidden: z.boolean(),
  notes: ruleNotesSchema,
})
