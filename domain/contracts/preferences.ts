import { z } from 'zod'
import { wishChannels, wishKinds, wishSources } from '#domain/preferences.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const reason = z.string().trim().min(3).max(500)
const act = z.strictObject({ at: instant, by: z.string(), reason: z.string() })

/** A wish not to be contacted, with who recorded it, how it was said, why, and who took it back. */
export const optOutAnswer = z.strictObject({
  id,
  version: z.int(),
  /** Null: every portal. */
  portal: z.strictObject({ id, name: z.string() }).nullable(),
  channel: z.enum(wishChannels),
  kind: z.enum(wishKinds),
  source: z.enum(wishSources),
  recorded: act,
  /** Null: it stands. */
  takenBack: act.nullable(),
})
export type OptOutAnswer = z.infer<typeof optOutAnswer>

/** `GET /api/patients/:id/preferences` */
export const preferencesAnswer = z.strictObject({
  deceased: z.boolean(),
  /** Portals that serve the patient, and those where they have an account. */
  portals: z.array(z.strictObject({ id, name: z.string(), channels: z.array(z.enum(wishChannels)), staffMaySet: z.boolean(), hasAccount: z.boolean() })),
  /** Those that stand first, then what was taken back, newest first. */
  optOuts: z.array(optOutAnswer),
})
export type PreferencesAnswer = z.infer<typeof preferencesAnswer>

export const recordOptOutBody = z.strictObject({
  portalId: id.nullable(), channel: z.enum(wishChannels), kind: z.enum(wishKinds), source: z.enum(wishSources), reason: reason.optional(),
})
export type RecordOptOut = z.infer<typeof recordOptOutBody>
export const endOptOutBody = z.strictObject({ reason: reason.optional() })
export const optOutVersion = z.strictObject({ id, version: z.int() })
