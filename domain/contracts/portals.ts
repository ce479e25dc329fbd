import { z } from 'zod'
import { serviceStates } from '#domain/portals/as-of.ts'
import { portalPolicySchema } from '#domain/portals/policy.ts'

const instant = z.iso.datetime()

/** The instant that is asked about; now where it is left out. */
export const asOfQuery = z.strictObject({ at: z.iso.datetime({ offset: true }).optional() })

const portalLine = {
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** What the portal does at the instant asked about. */
  serviceState: z.enum(serviceStates),
  /** Number of the version in force; null: none has begun. */
  versionInForce: z.int().nullable(),
}

export const portalLineAnswer = z.strictObject({ ...portalLine, versions: z.int(), jurisdictions: z.array(z.string()) })
export const portalListAnswer = z.array(portalLineAnswer)
export type PortalLine = z.infer<typeof portalLineAnswer>

/** A portal as of an instant: the rules in force then, and every version with its dates. */
export const portalAsOfAnswer = z.strictObject({
  ...portalLine,
  at: instant,
  /** The rules in force at that instant; null before the first. */
  policy: portalPolicySchema.nullable(),
  /** First local day of the first version; null: without a start. */
  firstEffectiveFromOn: z.iso.date().nullable(),
  versions: z.array(z.strictObject({
    versionNumber: z.int(),
    effectiveFromOn: z.iso.date().nullable(),
    addedAt: instant,
    addedBy: z.string(),
  })),
})
export type PortalAsOf = z.infer<typeof portalAsOfAnswer>
