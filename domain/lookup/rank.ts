import { birthFits } from '#domain/lookup/birth-readings.ts'
import { fitOfName, isMeant, matchedIdentifiers, type Hit, type Identifier } from '#domain/lookup/hits.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { foldName } from '#domain/names.ts'

/** Somebody found, judged by what was typed. */
export type Judged = { matched: Identifier[]; isMeant: boolean; rank: Rank }
export type Rank = readonly (number | string)[]
const LAST = 1_000

/** Which identifiers somebody bears, whether all that was typed is theirs, and their place in the order. */
export function judge(query: LookupQuery, hit: Hit): Judged {
  const fit = fitOfName(hit, query)
  const matched = matchedIdentifiers(hit, query, fit)
  return { matched, isMeant: isMeant(hit, query, matched), rank: rankIn(query, hit, matched, fit) }
}

/**
 * The order of hits, likeliest first: more of the typed identifiers, then the better fit of the name, then what digits
 * that may be several things most likely are (a whole MRN, the end of a phone number, of an MRN, a birth date), then the
 * likelier reading of the birth date. What is left is in the order of the names shown, the birth dates (younger first)
 * and the ids, so that two people never change places.
 */
export function rankOf(query: LookupQuery): (a: Hit, b: Hit) => number {
  const memory = new Map<Hit, Rank>()
  const rank = (hit: Hit): Rank => {
    const known = memory.get(hit) ?? judge(query, hit).rank
    memory.set(hit, known)
    return known
  }
  return (a, b) => compareRanks(rank(a), rank(b))
}

function rankIn(query: LookupQuery, hit: Hit, matched: readonly Identifier[], fit: number | null): Rank {
  const [shown] = hit.names
  return [
    -matched.length,
    fit ?? LAST,
    digitsOf(query, hit, matched),
    readingOf(query, hit),
    shown?.keys?.family ?? foldName(shown?.family ?? ''),
    shown?.keys?.given ?? foldName(shown?.given ?? ''),
    -Number(hit.birthDate.replaceAll('-', '')),
    hit.id,
  ]
}

function digitsOf(query: LookupQuery, hit: Hit, matched: readonly Identifier[]): number {
  if (isWholeNumber(query, hit)) return 0
  const at = (['phone', 'mrn', 'birth-date'] as const).findIndex((kind) => query.either.includes(kind) && matched.includes(kind))
  return at < 0 ? LAST : at + 1
}

function readingOf(query: LookupQuery, hit: Hit): number {
  const at = query.birth?.findIndex((reading) => birthFits(reading, hit.birthDate)) ?? -1
  return at < 0 ? LAST : at
}

function isWholeNumber(query: LookupQuery, hit: Hit): boolean {
  return query.mrn !== null && hit.mrns.some((mrn) => mrn.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') === query.mrn)
}

/** Numbers by size, text by code unit; both ranks have the same kinds in the same places. */
export function compareRanks(a: Rank, b: Rank): number {
  for (const [at, mine] of a.entries()) {
    const theirs = b[at] ?? mine
    if (mine < theirs) return -1
    if (mine > theirs) return 1
  }
  return 0
}
