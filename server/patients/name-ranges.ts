import { and, eq, gte, lt, or, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'

/** Beginnings of the folded family and given name; empty: any. */
export type NameSplit = { family: string; given: string }

/** Beyond every character that a folded key may go on with. */
const BEYOND = '\u{10ffff}'
const HEAD_LETTERS = 3

/**
 * The ways in which typed words may be a family and a given name: cut at every place, in both orders, words joined as
 * keys are ("van der berg ann" → "vanderberg", "ann"). With a comma the family name is known and there is one way.
 */
export function splitsOf(words: readonly string[], familyWords: number | null): NameSplit[] {
  if (words.length === 0) return []
  if (familyWords !== null) return [splitAt(words, familyWords)]
  const cuts = Array.from({ length: words.length + 1 }, (_, at) => at)
  const both = cuts.flatMap((at) => {
    const { family, given } = splitAt(words, at)
    return [{ family, given }, { family: given, given: family }]
  })
  return [...new Map(both.map((split) => [`${split.family},${split.given}`, split])).values()]
}

function splitAt(words: readonly string[], at: number): NameSplit {
  return { family: words.slice(0, at).join(''), given: words.slice(at).join('') }
}

/** Whether a name begins as the split says. */
export function nameFits(split: NameSplit, name: { familyKey: string; givenKey: string }): boolean {
  return name.familyKey.startsWith(split.family) && name.givenKey.startsWith(split.given)
}

/** The splits as ranges over the key columns; with three letters of the family name both parts meet in one index. */
export function splitRange(db: Reader, splits: readonly NameSplit[]): SQL | undefined {
  const { familyKey, givenKey, familyHead } = db.t.patients
  return or(...splits.map(({ family, given }) => {
    const head = [...family].slice(0, HEAD_LETTERS)
    return and(
      given !== '' && head.length === HEAD_LETTERS ? eq(familyHead, head.join('')) : undefined,
      family === '' ? undefined : and(gte(familyKey, family), lt(familyKey, family + BEYOND)),
      given === '' ? undefined : and(gte(givenKey, given), lt(givenKey, given + BEYOND)),
    )
  }))
}
