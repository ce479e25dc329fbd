import { createHash } from 'node:crypto'
import type { ReasonCode } from '#domain/reasons.ts'

/** What became of one row of a feed. A refused row leaves no trace, not even in part. */
export type Kept = { sourceId: string } & ({ outcome: 'created' | 'changed' | 'unchanged'; id: string } | { outcome: 'refused'; code: ReasonCode })

/** SHA-256 of flat facts: decides whether a known row has changed. */
export function hashOfFacts(facts: Record<string, string | number | boolean | null>): string {
  return createHash('sha256').update(JSON.stringify(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)))).digest('hex')
}

/** What is said of a row that is known under its id and hash, or is new. */
export function outcomeOf(before: { sourceHash: string } | undefined, sourceHash: string): 'created' | 'changed' | 'unchanged' {
  if (!before) return 'created'
  return before.sourceHash === sourceHash ? 'unchanged' : 'changed'
}
