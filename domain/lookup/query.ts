import type { BirthReading } from '#domain/lookup/birth-readings.ts'
import type { Scan } from '#domain/scan.ts'

/**
 * What a look-up asks for. Every part is bounded: an index range serves it, whatever was typed.
 * A part that is null was not typed.
 */
export type LookupQuery = {
  kind: 'search'
  /** Folded words of a name, in the order typed. */
  names: readonly string[]
  /** How many of the words a comma marks as the family name; null: no comma, either order. */
  familyWords: number | null
  /** What the birth date may be, likeliest first; empty: a date was typed that names no possible day. */
  birth: readonly BirthReading[] | null
  /** Letters and digits in lower case: the whole number or its end. */
  mrn: string | null
  /** At most the last ten digits: the whole number or its end. */
  phoneTail: string | null
  /** Lower case: the whole address or its beginning. */
  email: string | null
  /** Parts that hold the same digits (`2004`): whoever has one of these is meant. Empty, or two or three. */
  either: readonly ('birth-date' | 'mrn' | 'phone')[]
  /** The same text with a month's name read as a person's ("June 1980"); null: there is none. */
  otherwise: LookupQuery | null
}

/** What is missing before anybody is looked for: more letters, more digits, the start of an address, or a name beside a long stretch of birth dates. */
export type Need = 'letters' | 'digits' | 'address' | 'name'

export type ParsedQuery =
  | LookupQuery
  | { kind: 'empty' }
  | { kind: 'tooShort'; need: Need }
  | { kind: 'tooLong' }
  | { kind: 'scan'; scan: Scan }
