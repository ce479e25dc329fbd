import { foldName, foldWords } from '#domain/names.ts'

/** A name that somebody bears or bore. */
export type BorneName = {
  family: string; given: string; use: 'used' | 'legal' | 'former'
  /** The folded names, where whoever asks has them already. */
  keys?: { family: string; given: string }
}

/**
 * How well typed words fit a name, 0 best; `FORMER` is added to a name no longer borne.
 * `whole`: all of it. `family`: the whole family name with the beginning of the given one, or alone. `beginning`: both
 * begin so. `given`: the given name alone, or (`givenBeginning`) its beginning. `inner`: a later word begins so ("Cruz" of "de la Cruz", a second surname),
 * or the words in another order. `inside`: letters in the middle of a word.
 */
export const nameFits = { whole: 0, family: 1, beginning: 2, given: 3, givenBeginning: 4, inner: 5, inside: 6 } as const
export const FORMER = 10
const LEAST_INSIDE = 3

/** The best fit of folded words to somebody's names; null: they bear no such name. No words fit nobody. */
export function nameFit(words: readonly string[], familyWords: number | null, names: readonly BorneName[]): number | null {
  if (words.length === 0) return null
  const fits = names.flatMap((name) => {
    const fit = fitOf(words, familyWords, name)
    return fit === null ? [] : [name.use === 'former' ? fit + FORMER : fit]
  })
  return fits.length > 0 ? Math.min(...fits) : null
}

function fitOf(words: readonly string[], familyWords: number | null, name: BorneName): number | null {
  const family = name.keys?.family ?? foldName(name.family)
  const given = name.keys?.given ?? foldName(name.given)
  let best: number | null = null
  for (const split of splitsOf(words, familyWords)) {
    const fit = splitFit(split, family, given)
    if (fit !== null && (best === null || fit < best)) best = fit
  }
  if (best !== null) return best
  const starts = [...startsOf(name.family), ...startsOf(name.given)]
  if (hasEach(words, starts)) return nameFits.inner
  const whole = words.join('')
  const isInside = whole.length >= LEAST_INSIDE && (family.includes(whole) || given.includes(whole))
  return isInside ? nameFits.inside : null
}

export type NameSplit = { family: string; given: string }

/**
 * The ways in which typed words may be a family and a given name, as folded beginnings: cut at every place, in both
 * orders, or as the comma says. At most twice as many as there are words, so that a search over them stays bounded.
 */
export function splitsOf(words: readonly string[], familyWords: number | null): readonly NameSplit[] {
  const [lastWords, lastFamilyWords, lastSplits] = last
  if (lastWords === words && lastFamilyWords === familyWords) return lastSplits
  const splits = cutsOf(words, familyWords)
  last = [words, familyWords, splits]
  return splits
}

/** The ways of the text that is being looked for: asked for once for each name that is compared with it. */
let last: readonly [words: readonly string[], familyWords: number | null, splits: readonly NameSplit[]] = [[], null, []]

function cutsOf(words: readonly string[], familyWords: number | null): NameSplit[] {
  const cuts = familyWords === null ? Array.from({ length: words.length }, (_, at) => at + 1) : [familyWords]
  return cuts.flatMap((cut) => {
    const first = words.slice(0, cut).join('')
    const second = words.slice(cut).join('')
    return familyWords === null ? [{ family: first, given: second }, { family: second, given: first }] : [{ family: first, given: second }]
  })
}

function splitFit(split: NameSplit, family: string, given: string): number | null {
  if (!family.startsWith(split.family) || !given.startsWith(split.given)) return null
  if (split.family === '') return split.given === given ? nameFits.given : nameFits.givenBeginning
  if (split.family !== family) return nameFits.beginning
  return split.given === given ? nameFits.whole : nameFits.family
}

/** What a name begins with from each of its words on: "de la Cruz" begins as "delacruz", "lacruz" and "cruz". */
export function startsOf(name: string): string[] {
  const words = wordsOfName(name)
  return words.map((_, at) => words.slice(at).join(''))
}

/** The folded words of a name, also where a hyphen, an apostrophe or a dot parts them. */
export function wordsOfName(name: string): string[] {
  return foldWords(name.replace(/[-–'’.,]/g, ' ')).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** Whether every word begins a start of its own. Each word takes a start, from another word if that one finds a second. */
function hasEach(words: readonly string[], starts: readonly string[]): boolean {
  const takenBy = new Map<number, string>()
  const seat = (word: string, tried: Set<number>): boolean => starts.some((start, at) => {
    if (!start.startsWith(word) || tried.has(at)) return false
    tried.add(at)
    const holder = takenBy.get(at)
    if (holder !== undefined && !seat(holder, tried)) return false
    takenBy.set(at, word)
    return true
  })
  return words.every((word) => seat(word, new Set()))
}
