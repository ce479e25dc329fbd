import type { BirthReading } from '#domain/lookup/birth-readings.ts'
import type { LookupQuery, Need, ParsedQuery } from '#domain/lookup/query.ts'
import { tokensOf, type Token } from '#domain/lookup/tokens.ts'
import type { DateContext } from '#domain/lookup/typed-dates.ts'
import { foldName } from '#domain/names.ts'
import { readScan } from '#domain/scan.ts'
import { contactKey } from '#domain/search-keys.ts'

/** Characters that a search takes; a scan may be longer and is read before. */
export const LONGEST_QUERY = 120
/** Words of a name that a search takes. */
export const MOST_WORDS = 12
const LEAST_LETTERS = 2
/** Letters needed beside a month or a year of birth dates. */
const LEAST_LETTERS_WITH_STRETCH = 3
const LEAST_DIGITS = 3
const PHONE_DIGITS = 10
/** E.164. */
const MOST_PHONE_DIGITS = 15

/**
 * What one box of typed or scanned text asks for: a name in any order, a birth date in any usual form, an MRN, the end
 * of a phone number, an e-mail address, or several of them. What would have to be looked for in all of the practice is
 * `tooShort` and says what it needs. A scan is recognised before anything else is made of the text.
 */
export function parseQuery(text: string, context: DateContext): ParsedQuery {
  const scan = readScan(text, context.today)
  if (scan) return { kind: 'scan', scan }
  const clean = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  if (clean === '') return { kind: 'empty' }
  if (clean.length > LONGEST_QUERY) return { kind: 'tooLong' }
  const tokens = tokensOf(clean, { ...context, monthsAreNames: false })
  if (tokens.filter((token) => token.kind === 'word').length > MOST_WORDS) return { kind: 'tooLong' }
  const query = queryOf(tokens)
  if (!tokens.some((token) => token.kind === 'date' && token.hasMonthName)) return query
  const otherwise = queryOf(tokensOf(clean, { ...context, monthsAreNames: true }))
  if (query.kind !== 'search') return otherwise
  return { ...query, otherwise: otherwise.kind === 'search' ? otherwise : null }
}

type Bounded = LookupQuery | { kind: 'tooShort'; need: Need }

function queryOf(tokens: readonly Token[]): Bounded {
  const words = tokens.filter((token) => token.kind === 'word').map((word) => ({ ...word, key: foldName(word.text) }))
  const names = words.map((word) => word.key)
  const comma = words.findIndex((word) => word.endsFamily)
  const birth = tokens.find((token) => token.kind === 'date')?.readings ?? null
  const mrn = mrnOf(tokens.find((token) => token.kind === 'mrn')?.text ?? '')
  const phone = tokens.find((token) => token.kind === 'phone')?.digits.slice(-PHONE_DIGITS) ?? null
  const digits = tokens.find((token) => token.kind === 'digits' && token.digits.length >= LEAST_DIGITS)
  const shared = sharedParts(digits, { birth, mrn, phone }, names)
  const either = (['birth-date', 'mrn', 'phone'] as const).filter((part) => shared[part] !== null)
  return bounded({
    kind: 'search',
    names,
    familyWords: comma >= 0 && comma < words.length - 1 ? comma + 1 : null,
    birth: birth ?? shared['birth-date'],
    mrn: mrn ?? shared.mrn,
    phoneTail: phone ?? shared.phone,
    email: emailOf(tokens),
    either: either.length > 1 ? either : [],
    otherwise: null,
  }, tokens)
}

type Typed = { birth: readonly BirthReading[] | null; mrn: string | null; phone: string | null }
type Shared = { 'birth-date': BirthReading[] | null; mrn: string | null; phone: string | null }

/** Digits alone may be the end of a phone number, an MRN and a birth date; each as far as nothing else was typed for it. */
function sharedParts(token: Token | undefined, typed: Typed, names: readonly string[]): Shared {
  if (token?.kind !== 'digits') return { 'birth-date': null, mrn: null, phone: null }
  const readings = servable(token.readings, names)
  return {
    'birth-date': typed.birth === null && readings.length > 0 ? readings : null,
    mrn: typed.mrn === null ? token.digits : null,
    phone: typed.phone === null && token.digits.length <= MOST_PHONE_DIGITS ? token.digits.slice(-PHONE_DIGITS) : null,
  }
}

function mrnOf(text: string): string | null {
  const key = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return key.length >= LEAST_DIGITS ? key : null
}

function emailOf(tokens: readonly Token[]): string | null {
  const text = tokens.find((token) => token.kind === 'email')?.text ?? ''
  return text.indexOf('@') >= LEAST_LETTERS ? contactKey('email', text) : null
}

/** The query, where a number, a day or a name leads to few people, without readings that do not; or what it lacks. */
function bounded(query: LookupQuery, tokens: readonly Token[]): Bounded {
  if (query.mrn !== null || query.phoneTail !== null || query.email !== null) return query
  const birth = servable(query.birth ?? [], query.names)
  if (birth.length > 0) return { ...query, birth }
  const isLongStretch = query.birth !== null && query.birth.length > 0
  if (isLongStretch) return { kind: 'tooShort', need: 'name' }
  const isNoDay = query.birth !== null && query.names.length === 0
  return isNoDay || lettersOf(query.names) >= LEAST_LETTERS || isOneLetter(query) ? query : { kind: 'tooShort', need: needOf(query, tokens) }
}

/** One letter alone is the beginning of a name, and may be all of one: a page of them is a range of an index like any other. */
function isOneLetter({ names, birth }: LookupQuery): boolean {
  return birth === null && names.length === 1 && lettersOf(names) === 1 && /\p{L}/u.test(names[0] ?? '')
}

function needOf(query: LookupQuery, tokens: readonly Token[]): Need {
  if (tokens.some((token) => token.kind === 'email')) return 'address'
  return query.names.length === 0 && tokens.length > 0 ? 'digits' : 'letters'
}

/** The readings that an index serves beside these names: a month or a year of births is too much for a letter or two. */
function servable(readings: readonly BirthReading[], names: readonly string[]): BirthReading[] {
  return readings.filter((reading) => reading.kind !== 'between' || lettersOf(names) >= LEAST_LETTERS_WITH_STRETCH)
}

function lettersOf(names: readonly string[]): number {
  return Math.max(0, ...names.map(weight))
}

/** Letters of a word; a sign of Chinese, Japanese or Korean says as much as several letters. */
function weight(word: string): number {
  return [...word].reduce((sum, letter) => sum + (/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(letter) ? 3 : 1), 0)
}
