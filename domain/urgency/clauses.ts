/** A part of a message that is judged by itself, as it was written and as words to match: lower case, no accents, no apostrophes. */
export type Clause = { written: string; words: string }

/**
 * The whole of a message in its clauses. A sentence ends at a stop or a new line; within it "but" and its like begin anew.
 * A stop within a number (101.5) ends nothing.
 */
export function clausesOf(text: string): Clause[] {
  return text
    .split(/(?<=[.!?;:])(?!\d)\s*|\n+|\s(?=(?:but|however|although|except|yet|pero|aunque|sino|excepto)\s)/iu)
    .map((written) => ({ written: written.trim(), words: wordsOf(written) }))
    .filter(({ words }) => words !== '')
}

/** The text as single spaced words; commas stay as words of their own, for they end what a "no" speaks of. */
function wordsOf(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}|['’`´]/gu, '')
    .replace(/(\d)[.,](\d)/g, '$1_$2').replace(/,/g, ' , ').replace(/[^\p{L}\p{N}_,]+/gu, ' ').replace(/(\d)_(\d)/g, '$1.$2').trim()
}
