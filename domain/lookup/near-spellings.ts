import { foldWords } from '#domain/names.ts'

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')
/** Shorter words have too many neighbours to guess from; longer ones are seldom typed whole. */
const LEAST_LETTERS = 3
const MOST_LETTERS = 20

/**
 * Every spelling of a folded word that is one slip away: a letter too much, too few or another one, or two neighbours that
 * changed places. The likeliest slips first: neighbours, then a letter less, another, one more. The first letter is seldom wrong
 * and its slips come last. Empty for words too short to guess from.
 */
export function nearSpellings(word: string): string[] {
  const letters = [...word]
  if (letters.length < LEAST_LETTERS || letters.length > MOST_LETTERS) return []
  const spliced = (at: number, remove: number, ...put: string[]) => [...letters.slice(0, at), ...put, ...letters.slice(at + remove)].join('')
  const places = [...letters.keys()].slice(1)
  const spellings = [
    ...places.slice(0, -1).map((at) => spliced(at, 2, letters[at + 1] ?? '', letters[at] ?? '')),
    ...places.map((at) => spliced(at, 1)),
    ...places.flatMap((at) => LETTERS.map((letter) => spliced(at, 1, letter))),
    ...places.flatMap((at) => LETTERS.map((letter) => spliced(at, 0, letter))),
    ...LETTERS.map((letter) => spliced(letters.length, 0, letter)),
    spliced(0, 2, letters[1] ?? '', letters[0] ?? ''), spliced(0, 1),
    ...LETTERS.flatMap((letter) => [spliced(0, 1, letter), spliced(0, 0, letter)]),
  ]
  return [...new Set(spellings)].filter((spelling) => spelling !== word)
}

/** What was typed beside the words of a name, as it was typed: a birth date, the end of a number. */
export function besideNames(text: string, names: readonly string[]): string[] {
  return text.trim().split(/[\s,]+/).filter((part) => {
    const words = foldWords(part)
    return part !== '' && !(words.length > 0 && words.every((word) => names.includes(word)))
  })
}
