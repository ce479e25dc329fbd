import { wordsOfName, type BorneName } from '#domain/lookup/name-match.ts'
import { foldName } from '#domain/names.ts'
import { contactKey } from '#domain/search-keys.ts'
import type { PlainDate } from '#domain/time.ts'

/** What tells whether two people may be taken for each other. */
export type LookAlikeFacts = {
  id: string
  names: readonly BorneName[]
  birthDate: PlainDate
  phones: readonly string[]
  /** Ids of the households or families that the person is known to belong to. */
  householdIds: readonly string[]
}

/** Why two people born on one day look alike, the strongest reason first. */
export const lookAlikeReasons = ['same-name', 'similar-name', 'twin-names', 'same-household'] as const
export type LookAlikeReason = (typeof lookAlikeReasons)[number]

/** Words by which a newborn is written down before it has a name. Joint Commission, NPSG.01.01.01, on newborns' names. */
const newbornWords = new Set([
  'baby', 'babyboy', 'babygirl', 'boy', 'girl', 'bb', 'bg', 'infant', 'newborn', 'twin', 'bebe', 'rn', 'gemelo', 'gemela', 'varon', 'hembra',
])
const LEAST_LETTERS_FOR_TYPING_ERROR = 4
const LEAST_PHONE_DIGITS = 7
const PHONE_DIGITS = 10

/**
 * Why two people may be taken for each other, or null. Only people born on one day are. `same-name`: family and given
 * name fold alike. `similar-name`: the same words in another place, one of the two without some of the words (at least
 * two are shared), or one part alike and the other, of four letters or more, one typing error away. `twin-names`: one
 * family name and given names of one initial or one letter apart, or a newborn's. `same-household`: a phone or household.
 */
export function lookAlike(a: LookAlikeFacts, b: LookAlikeFacts): LookAlikeReason | null {
  if (a.id === b.id || a.birthDate !== b.birthDate) return null
  const found = a.names.flatMap((one) => b.names.flatMap((other) => namesAlike(foldedOf(one), foldedOf(other)) ?? []))
  if (shares(phoneKeys(a), phoneKeys(b)) || shares(a.householdIds, b.householdIds)) found.push('same-household')
  return lookAlikeReasons.find((reason) => found.includes(reason)) ?? null
}

/**
 * Keys for an index of candidates: two people who look alike share at least one. A key is a birth date with a word or
 * part of a name, a phone's end, or a household; how many people share it stays small at any size of the practice.
 */
export function lookAlikeKeys(person: LookAlikeFacts): string[] {
  const names = person.names.map(foldedOf)
  const words = names.flatMap((name) => [name.family, name.given, ...name.words]).filter((word) => word !== '')
  const keys = [
    ...words.map((word) => `name:${word}`),
    ...phoneKeys(person).map((phone) => `phone:${phone}`),
    ...person.householdIds.map((household) => `household:${household}`),
  ]
  return [...new Set(keys)].map((key) => `${person.birthDate}|${key}`)
}

type Folded = { family: string; given: string; words: readonly string[]; givenWords: readonly string[] }

/** What was folded once: one person of a page is compared with dozens. */
const folded = new WeakMap<BorneName, Folded>()

function foldedOf(name: BorneName): Folded {
  const known = folded.get(name)
  if (known) return known
  const givenWords = wordsOfName(name.given)
  const made = { family: foldName(name.family), given: foldName(name.given), givenWords, words: [...wordsOfName(name.family), ...givenWords].toSorted() }
  folded.set(name, made)
  return made
}

function namesAlike(a: Folded, b: Folded): LookAlikeReason | null {
  if (a.family === b.family && a.given === b.given) return a.family + a.given === '' ? null : 'same-name'
  if (isPartOf(a.words, b.words) || isPartOf(b.words, a.words)) return 'similar-name'
  const isOneError = (a.family === b.family && a.family !== '' && isTypingError(a.given, b.given))
    || (a.given === b.given && a.given !== '' && isTypingError(a.family, b.family))
  if (isOneError) return 'similar-name'
  return a.family === b.family && a.family !== '' && areTwinNames(a, b) ? 'twin-names' : null
}

/** Whether each of at least two words is among the others. */
function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  const left = [...others]
  return words.length >= 2 && words.every((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function isTypingError(a: string, b: string): boolean {
  return Math.min([...a].length, [...b].length) >= LEAST_LETTERS_FOR_TYPING_ERROR && isOneEdit([...a], [...b])
}

function areTwinNames(a: Folded, b: Folded): boolean {
  if (a.given === '' || b.given === '') return true
  if ([...a.givenWords, ...b.givenWords].some((word) => newbornWords.has(word))) return true
  const [one, other] = [[...a.given], [...b.given]]
  return one[0] === other[0] || isOneEdit(one, other)
}

/** Whether two words differ by one letter more, less or other, or by two neighbours that changed places. */
function isOneEdit(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  const same = long.findIndex((letter, at) => letter !== short[at])
  if (same < 0 || long.length - short.length > 1) return false
  const rest = (letters: readonly string[], from: number) => letters.slice(from).join('')
  if (long.length > short.length) return rest(long, same + 1) === rest(short, same)
  const isTurned = long[same] === short[same + 1] && long[same + 1] === short[same] && rest(long, same + 2) === rest(short, same + 2)
  return isTurned || rest(long, same + 1) === rest(short, same + 1)
}

function phoneKeys(person: LookAlikeFacts): string[] {
  return person.phones.map((phone) => contactKey('phone', phone)).filter((key) => key.length >= LEAST_PHONE_DIGITS).map((key) => key.slice(0, PHONE_DIGITS))
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one))
}
