import type { MatchedKind } from '#domain/contracts/patients.ts'

/**
 * Whether somebody who was looked up must be asked for a second identifier before their record opens: one that matched
 * says too little about who stands here. Source: Joint Commission NPSG.01.01.01, at least two patient identifiers.
 */
export function needsSecondIdentifier(matched: readonly MatchedKind[]): boolean {
  return matched.length < 2
}
