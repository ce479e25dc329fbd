import { z } from 'zod'
import { ruleNotesSchema } from '#domain/portals/provenance.ts'

/** Things a patient does on a portal that its service dates can end (R81). */
export const portalActivities = ['view', 'download', 'print', 'message', 'refill', 'update'] as const
export type PortalActivity = (typeof portalActivities)[number]

/** R82–R84: what moves from an old portal to a new one, kept by both. All dates start at local midnight. */
export const cutOverSchema = z.strictObject({
  fromPortalIds: z.array(z.string()).min(1),
  toPortalId: z.string(),
  /** First day of the new portal. */
  goLiveOn: z.iso.date(),
  /** R8: whether an account on the old portal becomes one on the new. */
  accountsCarryOver: z.boolean(),
  booking: z.strictObject({ oldRoute: z.string(), newRoute: z.string() }),
  /** R83: split by the date of *service*; the date itself belongs to the new site. */
  bills: z.strictObject({ splitOn: z.iso.date(), oldPaySite: z.string(), newPaySite: z.string() }),
  /** R84: weeks from go-live in which a missing record is expected. */
  missingRecordsWeeks: z.int().min(0),
})
export type CutOver = z.infer<typeof cutOverSchema>

/** When the portal serves, and what it still does. Dates are local to the portal, starts inclusive. */
export const servicePolicySchema = z.strictObject({
  /** First day of service; null: open without a known start. */
  opensOn: z.iso.date().nullable(),
  /** First day on which no message is taken any more; null: no end. */
  messagesEndOn: z.iso.date().nullable(),
  /** First read-only day and what stays possible from then on; null: never read-only. */
  readOnly: z.strictObject({
    fromOn: z.iso.date(),
    keeps: z.array(z.enum(portalActivities)),
  }).nullable(),
  /** First day without the portal; null: not decided. */
  retiredOn: z.iso.date().nullable(),
  cutOver: cutOverSchema.nullable(),
  notes: ruleNotesSchema,
}).refine((service) => isAscending([service.opensOn, service.messagesEndOn, service.retiredOn]), {
  path: ['retiredOn'],
  message: 'A portal opens, then ends its messages, then retires.',
}).refine((service) => isAscending([service.opensOn, service.readOnly?.fromOn ?? null, service.retiredOn]), {
  path: ['readOnly'],
  message: 'A portal opens, then becomes read-only, then retires.',
})

function isAscending(dates: (string | null)[]): boolean {
  const known = dates.filter((date) => date !== null)
  return known.every((date, index) => index === 0 || (known[index - 1] ?? '') <= date)
}
