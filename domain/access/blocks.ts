import { contactKeyFor } from '#domain/contact-policy.ts'
import { wordsOfName } from '#domain/lookup/name-match.ts'
import { foldName } from '#domain/names.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** What a blocked person goes by. Values as they were given: how they are compared is decided here alone. */
export type BlockMark =
  | { kind: 'name'; family: string; given: string }
  | { kind: 'email' | 'phone'; value: string }
  | { kind: 'birth-date'; value: PlainDate }
  | { kind: 'person' | 'patient'; value: string }

/** The person of a block that means whoever asks: one whose marks were lost. */
export const EVERYBODY = '*'

export type BlockFacts = {
  id: string
  fromAt: Instant
  liftedAt: Instant | null
  marks: readonly BlockMark[]
  /** Persons whom the privacy officer found to be somebody else. */
  clearedPersonIds: readonly string[]
}

/** Somebody who asks, is asked for, or is on file: every name, contact and number that is known of them. */
export type PersonMarks = {
  personId: string | null
  patientId: string | null
  names: readonly { family: string; given: string }[]
  emails: readonly string[]
  phones: readonly string[]
  birthDate: PlainDate | null
}

/** The blocks that hold at an instant and mean this person. */
export function blocksAgainst(person: PersonMarks, blocks: readonly BlockFacts[], at: Instant): BlockFacts[] {
  return blocks.filter((block) => block.fromAt <= at && (block.liftedAt === null || at < block.liftedAt) && means(block, person))
}

/**
 * Whether a block means this person. Their own number, a mailbox or phone of theirs, or a name that may be theirs under
 * another spelling: accents, doubled surnames, a name from before, an initial, a slip of the pen. A birth date that
 * differs does not clear anybody, because it is what somebody in disguise would change; the privacy officer clears.
 */
export function means(block: Pick<BlockFacts, 'marks' | 'clearedPersonIds'>, person: PersonMarks): boolean {
  if (person.personId !== null && block.clearedPersonIds.includes(person.personId)) return false
  const knowsBirth = block.marks.some((mark) => mark.kind === 'birth-date' && mark.value === person.birthDate)
  return block.marks.some((mark) => {
    switch (mark.kind) {
      case 'person': return mark.value === EVERYBODY || mark.value === person.personId
      case 'patient': return mark.value === person.patientId
      case 'email': return person.emails.some((email) => contactKeyFor('email', email) === contactKeyFor('email', mark.value))
      case 'phone': return person.phones.some((phone) => contactKeyFor('phone', phone) === contactKeyFor('phone', mark.value))
      case 'name': return person.names.some((name) => mayBeOneName(mark, name) || (knowsBirth && sharesAWord(mark, name)))
      case 'birth-date': return false
    }
  })
}

/** Whether a mailbox or number belongs to somebody who is blocked: it never becomes the patient's, and nothing is sent there. */
export function isContactOfBlocked(kind: 'email' | 'phone', value: string, blocks: readonly BlockFacts[], at: Instant): boolean {
  const key = contactKeyFor(kind, value)
  return blocks.some((block) => block.fromAt <= at && (block.liftedAt === null || at < block.liftedAt)
    && (meansEverybody(block) || block.marks.some((mark) => mark.kind === kind && contactKeyFor(kind, mark.value) === key)))
}

/** Whether the marks of a block were lost: until they are entered again nobody can be told from whom it means. */
export function meansEverybody({ marks }: Pick<BlockFacts, 'marks'>): boolean {
  return marks.some((mark) => mark.kind === 'person' && mark.value === EVERYBODY)
}

type Name = { family: string; given: string }

/** Whether two names may be one person's: a family word and a given word of each that are alike. */
function mayBeOneName(one: Name, other: Name): boolean {
  const [families, otherFamilies] = [wordsOf(one.family), wordsOf(other.family)]
  const [givens, otherGivens] = [wordsOf(one.given), wordsOf(other.given)]
  const asWritten = anyAlike(families, otherFamilies) && anyAlike(givens, otherGivens, true)
  // Written in the other order: "Vega Carlos".
  const turned = anyAlike(families, otherGivens) && anyAlike(givens, otherFamilies)
  return asWritten || turned
}

function sharesAWord(one: Name, other: Name): boolean {
  return anyAlike([...wordsOf(one.family), ...wordsOf(one.given)], [...wordsOf(other.family), ...wordsOf(other.given)])
}

function wordsOf(name: string): string[] {
  return [...new Set([foldName(name), ...wordsOfName(name)])].filter((word) => word !== '')
}

function anyAlike(words: readonly string[], others: readonly string[], initials = false): boolean {
  return words.some((word) => others.some((other) => areAlike(word, other) || (initials && isInitialOf(word, other))))
}

function isInitialOf(word: string, other: string): boolean {
  const [short, long] = [...word].length <= [...other].length ? [word, other] : [other, word]
  return [...short].length === 1 && long.startsWith(short)
}

/** The same sound on paper, or one slip away in a word of four letters, two in one of eight; shortened given names too. */
function areAlike(word: string, other: string): boolean {
  if (word === other || soundOf(word) === soundOf(other)) return true
  const shorter = Math.min([...word].length, [...other].length)
  if (shorter >= 3 && (word.startsWith(other) || other.startsWith(word))) return true
  return distance(word, other) <= (shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0)
}

/** Letters that are written for one sound in English and Spanish, made one; doubled letters single. */
function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f').replace(/ck|qu|q|k|c(?=[aou])|c(?![ehiy])/g, 'k').replace(/c(?=[eiy])|z/g, 's').replace(/v/g, 'b').replace(/y|j(?=[ei])/g, 'i')
    .replace(/w/g, 'u').replace(/h/g, '').replace(/(.)\1+/gu, '$1')
}

/** How many letters have to be put in, left out, changed or swapped with a neighbour to make one word of the other. */
function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      next.push(least)
    }
    before = last
    last = next
  }
  return last[b.length] ?? 0
}
