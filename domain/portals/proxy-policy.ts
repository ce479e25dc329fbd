import { z } from 'zod'
import { ageBandOf } from '#domain/birthdays.ts'
import { capabilitySetSchema, withSeeingIncluded } from '#domain/portals/capabilities.ts'
import type { CapabilitySet } from '#domain/portals/capabilities.ts'
import { ruleNotesSchema } from '#domain/portals/provenance.ts'

const text = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

/** What a level allows while the patient is in one age band: the viewer-age rule (R20–R23). */
const proxyBandSchema = z.strictObject({
  fromAge: z.int().min(0),
  untilAge: z.int().min(1).nullable(),
  allows: capabilitySetSchema,
})

/** A level of proxy access. Its bands cover every age once, so that no age falls between two. */
export const proxyLevelSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: text,
  /** R27: of a trusted representative; each grant says area by area how far it goes, within the bands. */
  perArea: z.literal(true).optional(),
  bands: z.array(proxyBandSchema).min(1).refine((bands) => bands.every((band, index) => (
    band.fromAge === (index === 0 ? 0 : bands[index - 1]?.untilAge)
    && (index === bands.length - 1 ? band.untilAge === null : (band.untilAge ?? 0) > band.fromAge)
  )), { message: 'Bands start at 0, follow each other without a gap, and the last one has no end.' }),
})
export type ProxyLevel = z.infer<typeof proxyLevelSchema>

/** Kinds of clinical item that the acquisition-age rule speaks of; bills and bookings are none (R25). */
export const clinicalKinds = [
  'result', 'note', 'diagnosis', 'medication', 'immunization', 'vital-sign', 'allergy', 'procedure', 'document',
] as const

/** Who may look into somebody else's record, and how (R20–R31). */
export const proxyPolicySchema = z.strictObject({
  levels: z.array(proxyLevelSchema),
  /** R23: grants of a parent or guardian end on this birthday; afterwards only the adult invites. */
  parentalGrantsEndAtAge: z.int().min(1),
  /** R25: items acquired at these ages are hidden whatever the age today; null: no such rule. */
  acquisitionRule: z.strictObject({
    fromAge: z.int().min(0),
    untilAge: z.int().min(1),
    hiddenFrom: z.enum(['everyone', 'proxies']),
    kinds: z.array(z.enum(clinicalKinds)).min(1),
  }).nullable(),
  /** R30: whether inviting a proxy needs that person's e-mail address. */
  inviteNeedsProxyEmail: z.boolean(),
  /** R27: whether the representative needs an own account. */
  proxyNeedsOwnAccount: z.boolean(),
  /** R28: who takes a request by phone. */
  phoneRequestsGoTo: z.enum(['helpline', 'not-published']),
  /** R29: who ends a grant on an adult's wish. */
  revokedBy: z.strictObject({ withAccount: z.enum(['patient', 'office']), withoutAccount: z.enum(['office']) }),
  /**
   * R31: service lines that staff may mark as confidential to a minor, by state. The mark on an item closes
   * it to every proxy of the minor, listed here or not; the list only says which marks are offered.
   */
  confidentialServiceLines: z.array(z.strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    state: z.string().regex(/^US-[A-Z]{2}$/),
    citedLaw: z.string().min(1),
  })),
  notes: ruleNotesSchema,
})
export type ProxyPolicy = z.infer<typeof proxyPolicySchema>

/**
 * What a level allows for a patient of this age in whole years, included seeing added (R20–R22, R26).
 * An unknown level, or an age before birth, allows nothing. Grants, tags and blocks are not asked here.
 */
export function allowedAtAge(proxy: ProxyPolicy, levelId: string, age: number): CapabilitySet {
  const level = proxy.levels.find(({ id }) => id === levelId)
  const band = level ? ageBandOf(level.bands, age) : null
  return band ? withSeeingIncluded(band.allows) : {}
}
