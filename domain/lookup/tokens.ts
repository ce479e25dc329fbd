import type { BirthReading } from '#domain/lookup/birth-readings.ts'
import { monthOf } from '#domain/lookup/month-names.ts'
import { readTypedDate, type DateContext } from '#domain/lookup/typed-dates.ts'

/** What one piece of the typed text may be. Digits alone may be several things at once; the rest is one. */
export type Token =
  | { kind: 'word'; text: string; endsFamily: boolean }
  | { kind: 'date'; readings: BirthReading[]; hasMonthName: boolean }
  | { kind: 'phone'; digits: string }
  | { kind: 'digits'; digits: string; readings: BirthReading[] }
  | { kind: 'mrn'; text: string }
  | { kind: 'email'; text: string }

export type TokenContext = DateContext & { monthsAreNames: boolean }

/** "1 de marzo de 2004" */
const LONGEST_DATE = 5
/** North American numbers in their usual forms, seven-digit ones, and whatever follows a plus. */
const phoneForms = /(?<![\d\p{L}])(\+\d[\d\s.()-]{6,20}\d|(1[\s.-]?)?(\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}|\d{3}[.-]\d{4})(?![\d\p{L}])/gu
const namedMrn = /(?:(?<![\p{L}\d])(?:mrn|mr|chart|exp|expediente)\s*[.:#]*\s*|#\s*)([\p{L}\d-]*\d[\p{L}\d-]*)(?![\p{L}\d/-])/giu
const birthWord = /(?<![\p{L}\d])(?:dob|d\.o\.b\.|fdn)\s*:?(?=\s|\d)/giu

/**
 * The pieces of what somebody typed, in order: a named number and phone forms first, then dates over as many words as
 * they take, then what each word is by its look. A comma after a name word ends the family name.
 */
export function tokensOf(text: string, context: TokenContext): Token[] {
  const found: Token[] = []
  const rest = text
    .replace(birthWord, ' ')
    .replace(namedMrn, (_, value: string) => keep(found, { kind: 'mrn', text: value }))
  const pieces = rest.replace(/\s*[,;]/g, ', ').split(/\s+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece))
  const tokens: Token[] = []
  const loose: string[] = []
  for (let at = 0; at < pieces.length;) {
    const date = dateAt(pieces, at, context)
    if (date) tokens.push(date.token)
    else loose.push(pieces[at] ?? '')
    at += date?.length ?? 1
  }
  const unphoned = loose.join(' ').replace(phoneForms, (form) => keep(found, { kind: 'phone', digits: form.replace(/\D/g, '') }))
  return [...tokens, ...found, ...unphoned.split(' ').filter((piece) => piece !== '').map((piece) => tokenOf(piece, context))]
}

function keep(found: Token[], token: Token): string {
  found.push(token)
  return ' '
}

/** The longest date that begins with a word, and how many words it takes. A run of digits alone is left to `tokenOf`. */
function dateAt(pieces: readonly string[], at: number, context: TokenContext): { token: Token; length: number } | null {
  for (let length = Math.min(LONGEST_DATE, pieces.length - at); length > 0; length -= 1) {
    const stretch = pieces.slice(at, at + length)
    const readings = isDateWindow(stretch, context) ? readTypedDate(stretch.join(' ').replace(/,$/, ''), context) : null
    if (readings === null || (readings.length === 0 && length > 1 && !isFullDate(stretch))) continue
    return { token: { kind: 'date', readings, hasMonthName: stretch.some(isMonth) }, length }
  }
  return null
}

/** One word that is more than digits; or several, each a month, a joining word or a bare number, three numbers together. */
function isDateWindow(stretch: readonly string[], context: TokenContext): boolean {
  if (context.monthsAreNames && stretch.some(isMonth)) return false
  if (stretch.length === 1) return !/^\d*,?$/.test(stretch[0] ?? '')
  const isBare = stretch.every((piece) => /^\d{1,4}(st|nd|rd|th|º)?,?$/i.test(piece) || /^del?$/i.test(piece) || isMonth(piece))
  const isEnclosed = !/^del?$/i.test(stretch[0] ?? '') && !/^del?$/i.test(stretch.at(-1) ?? '')
  return isBare && isEnclosed && (stretch.some(isMonth) || stretch.length === 3)
}

function isFullDate(stretch: readonly string[]): boolean {
  return stretch.some(isMonth) && stretch.filter((piece) => /^\d/.test(piece)).length === 2
}

function isMonth(piece: string): boolean {
  return monthOf(piece.replace(/,$/, '')) !== null
}

function tokenOf(piece: string, context: TokenContext): Token {
  const text = piece.replace(/,$/, '')
  if (text.includes('@')) return { kind: 'email', text }
  const bare = text.replace(/[()#./+-]/g, '')
  if (/^\d+$/.test(bare)) return { kind: 'digits', digits: bare, readings: readTypedDate(bare, context) ?? [] }
  if (/\d/.test(text) && /^[\p{L}\d][\p{L}\d._-]*$/u.test(text)) return { kind: 'mrn', text }
  return { kind: 'word', text, endsFamily: piece.endsWith(',') }
}
