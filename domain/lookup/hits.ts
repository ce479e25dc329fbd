import { birthFits } from '#domain/lookup/birth-readings.ts'
import { nameFit, type BorneName } from '#domain/lookup/name-match.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { contactKey, tailKey } from '#domain/search-keys.ts'
import type { PlainDate } from '#domain/time.ts'

/** What is known of somebody whom a search found, as it is stored; only what was asked for is compared. */
export type Hit = {
  id: string
  /** The used name first, then the legal and former ones. */
  names: readonly BorneName[]
  birthDate: PlainDate
  mrns: readonly string[]
  phones: readonly string[]
  emails: readonly string[]
}

export const identifiers = ['name', 'birth-date', 'mrn', 'phone', 'email'] as const
/** What tells a person from others. */
export type Identifier = (typeof identifiers)[number]

/** Which of the typed identifiers somebody bears, in the order of `identifiers`; `fit`: of the name, where it is known already. */
export function matchedIdentifiers(hit: Hit, query: LookupQuery, fit = fitOfName(hit, query)): Identifier[] {
  return identifiers.filter((identifier) => isBorne(identifier, hit, query, fit))
}

/** How well the typed name fits; null: not, or none was typed. */
export function fitOfName(hit: Hit, query: LookupQuery): number | null {
  return nameFit(query.names, query.familyWords, hit.names)
}

/**
 * Whether somebody is meant by all that was typed: every identifier that was typed is theirs, where the same digits
 * stand for several of them one is enough.
 */
export function isMeant(hit: Hit, query: LookupQuery, matched: readonly Identifier[] = matchedIdentifiers(hit, query)): boolean {
  const typed = typedIdentifiers(query)
  const either: readonly Identifier[] = query.either
  const alone = typed.filter((identifier) => !either.includes(identifier))
  const isOneOfEither = either.length === 0 || either.some((identifier) => matched.includes(identifier))
  return typed.length > 0 && alone.every((identifier) => matched.includes(identifier)) && isOneOfEither
}

/** The identifiers that a query asks for. */
export function typedIdentifiers(query: LookupQuery): Identifier[] {
  const typed: Record<Identifier, boolean> = {
    name: query.names.length > 0,
    'birth-date': query.birth !== null,
    mrn: query.mrn !== null,
    phone: query.phoneTail !== null,
    email: query.email !== null,
  }
  return identifiers.filter((identifier) => typed[identifier])
}

function isBorne(identifier: Identifier, hit: Hit, query: LookupQuery, fit: number | null): boolean {
  switch (identifier) {
    case 'name': return fit !== null
    case 'birth-date': return query.birth?.some((reading) => birthFits(reading, hit.birthDate)) ?? false
    case 'mrn': return endsOne(hit.mrns.map(tailKey), query.mrn)
    case 'phone': return endsOne(hit.phones.map((phone) => contactKey('phone', phone)), query.phoneTail)
    case 'email': return query.email !== null && hit.emails.some((email) => contactKey('email', email).startsWith(query.email ?? ''))
  }
}

/** Whether one of the reversed numbers begins with the reversed tail. */
function endsOne(keys: readonly string[], tail: string | null): boolean {
  return tail !== null && keys.some((key) => key.startsWith(tailKey(tail)))
}
