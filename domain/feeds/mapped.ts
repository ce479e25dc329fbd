import type { ReasonFacts } from '#domain/decision.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { z } from 'zod'

/** What a feed's row says, or why it is not taken. Facts of a refusal name fields, never their content. */
export type Mapped<T> = { mapped: T } | { refused: ReasonCode; facts?: ReasonFacts }

/** A row that does not have the form: names the first field that is wrong. */
export function unreadable(error: z.ZodError): { refused: ReasonCode; facts: ReasonFacts } {
  return { refused: 'FEED_ROW_UNREADABLE', facts: { field: error.issues[0]?.path.join('.') || 'row' } }
}
