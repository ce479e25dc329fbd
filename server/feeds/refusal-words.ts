import type { ReasonFacts } from '#domain/decision.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import { fieldNames, type RosterField } from '#domain/rosters/fields.ts'

/** Why a row was not taken, in the person's language; of a roster, after the name of the column. */
export function refusalWords(code: ReasonCode, facts: ReasonFacts, language: Language): { message: string; next: string } {
  const { message, next } = refusalOf(code, language, facts)
  const column = fieldNames[facts.column as RosterField]?.[language]
  return { message: column === undefined ? message : `${column}: ${message}`, next }
}
