import { birthFits } from '#domain/lookup/birth-readings.ts'
import { matchedIdentifiers, type Hit } from '#domain/lookup/hits.ts'
import { nameFit } from '#domain/lookup/name-match.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { foldName } from '#domain/names.ts'

/**
 * The order of hits, likeliest first: more of the typed identifiers, then the better fit of the name, then the likelier
 * reading of the birth date, then a whole number before the end of one. What is left is in the order of the names shown,
 * the birth dates (younger first) and the ids, so that two people never change places.
 */
export function rankOf(query: LookupQuery): (a: Hit, b: Hit) => number {
  const memory = new Map<Hit, Rank>()
  const rank = (hit: Hit): Rank => {
    const known = memory.get(hit) ?? rankIn(query, hit)
    memory.set(hit, known)
    return known
  }
  return (a, b) => compare(rank(a), rank(b))
}

type Rank = readonly (number | string)[]
const LAST = 1_000

function rankIn(query: LookupQuery, hit: Hit): Rank {
  const [shown] = hit.names
  return [
    -matchedIdentifiers(hit, query).length,
    nameFit(query.names, query.familyWords, hit.names) ?? LAST,
    readingOf(query, hit),
    isWholeNumber(query, hit) ? 0 : 1,
    foldName(shown?.family ?? ''),
    foldName(shown?.given ?? ''),
    -Number(hit.birthDate.replaceAll('-', '')),
    hit.id,
  ]
}

function readingOf(query: LookupQuery, hit: Hit): number {
  const at = query.birth?.findIndex((reading) => birthFits(reading, hit.birthDate)) ?? -1
  return at < 0 ? LAST : at
}

function isWholeNumber(query: LookupQuery, hit: Hit): boolean {
  return query.mrn !== null && hit.mrns.some((mrn) => mrn.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') === query.mrn)
}

/** Numbers by size, text by code unit; both ranks have the same kinds in the same places. */
function compare(a: Rank, b: Rank): number {
  for (const [at, mine] of a.entries()) {
    const theirs = b[at] ?? mine
    if (mine < theirs) return -1
    if (mine > theirs) return 1
  }
  return 0
}
