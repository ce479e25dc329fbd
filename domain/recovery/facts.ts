import { bearsName } from '#domain/patient-acts.ts'
import type { BorneName } from '#domain/lookup/name-match.ts'
import { foldName } from '#domain/names.ts'
import type { FactKind } from '#domain/recovery/words.ts'
import { isPlainDate, type PlainDate } from '#domain/time.ts'

/** What is on file to compare with; it never leaves the server. */
export type KnownFacts = {
  names: readonly BorneName[]
  birthDate: PlainDate
  city: string | null
  phones: readonly string[]
  /** Local dates of visits that took place, any of which a caller may name. */
  visits: readonly PlainDate[]
  mrns: readonly string[]
}

/** Fewest digits of a number's end that say anything. */
const TAIL = 4

/** Whether what the caller said fits what is on file: case, marks, gaps and order of a name do not matter. Proves nothing (R44). */
export function factFits(kind: FactKind, said: string, known: KnownFacts): boolean {
  const digits = said.replace(/\D/g, '')
  switch (kind) {
    case 'name': return bearsName(said, known.names)
    case 'birth-date': return isPlainDate(said.trim()) && said.trim() === known.birthDate
    case 'city': return known.city !== null && foldName(said) !== '' && foldName(said) === foldName(known.city)
    case 'phone-tail': return digits.length === TAIL && known.phones.some((one) => one.replace(/\D/g, '').endsWith(digits))
    case 'last-visit': return isPlainDate(said.trim()) && known.visits.includes(said.trim())
    case 'mrn': return bare(said).length >= TAIL && known.mrns.some((one) => bare(one) === bare(said))
  }
}

/** Whether the facts that fit locate one account: the birth date, name or record number, and one more. It opens nothing. */
export function locatesAccount(fits: ReadonlySet<FactKind>): boolean {
  return fits.has('birth-date') && (fits.has('name') || fits.has('mrn')) && fits.size >= 3
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
