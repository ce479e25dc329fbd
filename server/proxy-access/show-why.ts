import type { CapabilityAnswer, Change, Why } from '#domain/access/answer.ts'
import { changeSentence, wordsOf } from '#domain/access/sentences.ts'
import type { MatrixCell, WhyAnswer } from '#domain/contracts/proxy-access.ts'
import type { Language } from '#domain/reasons/text.ts'
import { isoOf } from '#domain/time.ts'

/** A why with its words in the reader's language. */
export function showWhy(why: Why, language: Language, majority: number): WhyAnswer {
  return { ...why, sources: [...why.sources], findings: [...why.findings], ...wordsOf(why, language, majority) }
}

/** One cell of the matrix. */
export function showCell({ capability, answer, why }: CapabilityAnswer, language: Language, majority: number): MatrixCell {
  return { capability, answer, why: showWhy(why, language, majority) }
}

/** A change with what makes it in words. */
export function showChange(change: Change, language: Language): { at: string; on: string; kind: Change['kind']; age: number | null; personId: string | null; sentence: string } {
  return { ...change, at: isoOf(change.at), sentence: changeSentence(change, language) }
}
