import { z } from 'zod'

const instant = z.iso.datetime()
export const twoPersonStates = ['open', 'approved', 'declined', 'withdrawn', 'expired', 'dead'] as const

/** One thing that will happen, as a key of domain/two-person-effects.ts with its values, and as a sentence in the reader's language. */
export const effectLine = z.object({ key: z.string(), values: z.record(z.string(), z.string()), text: z.string() })

/** A request in the inbox: who asks, what exactly will happen, until when, and whether the reader may decide it. */
export const twoPersonRequest = z.object({
  id: z.string(),
  action: z.string(),
  objectId: z.string(),
  effect: z.array(effectLine),
  reason: z.string(),
  requestedBy: z.object({ id: z.string(), name: z.string() }),
  requestedAt: instant,
  endsAt: instant,
  state: z.enum(twoPersonStates),
  decidedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  /** The reader asked for it. */
  mine: z.boolean(),
  /** The reader may approve or decline it now. */
  mayDecide: z.boolean(),
  version: z.number(),
})
export type TwoPersonRequest = z.infer<typeof twoPersonRequest>
export const twoPersonRequests = z.array(twoPersonRequest)

export const declineBody = z.strictObject({ reason: z.string().trim().min(3).max(500) })
export const decidedAnswer = z.object({ id: z.string(), state: z.enum(twoPersonStates) })
