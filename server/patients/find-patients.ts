import type { MatchedKind } from '#domain/contracts/patients.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { compareRanks, judge, type Rank } from '#domain/lookup/rank.ts'
import { hot, type Reader } from '#db/store.ts'
import { bearersOf, candidatesOf, emptyPool, type Look, type Pool, type Scope } from '#server/patients/find-candidates.ts'
import type { Candidate } from '#server/patients/find-statements.ts'

/** Somebody found, and by which of the typed identifiers. */
export type Found = { patient: Candidate; matched: MatchedKind[] }
/** The likeliest first; `capped`: there are more than were looked at, by these looks at names. */
export type FoundPage = { found: Found[]; capped: boolean; cappedLooks: Look[] }

/** Words with the typed letters inside; more of them say too little. */
const MOST_WORDS = 30
const LEAST_INSIDE = 3

/**
 * The people who fit everything that was typed, likeliest first; failing that those who fit the name alone, because one
 * identifier may be misheard; where a page is not filled by beginnings of names, those with the letters inside one. Every step is ranges of indexes with a
 * limit, and nothing scans charts or counts those that this person may not know of (AZ-02).
 */
export async function findPatients(db: Reader, query: LookupQuery, scope: Scope): Promise<FoundPage> {
  const page = judged(query, await candidatesOf(db, query, scope))
  const others = query.otherwise ? judged(query.otherwise, await candidatesOf(db, query.otherwise, scope)) : nobody
  const both = merged(page, others)
  if (both.found.length > 0) return leavesRoom(query, both, scope) ? merged(both, judged(query, await withLettersInside(db, query, scope))) : both
  if (hasMoreThanName(query)) return findPatients(db, onlyName(query), scope)
  return query.names.length > 0 ? judged(query, await withLettersInside(db, query, scope)) : nobody
}

const wordsHolding = hot<{ word: string }[]>('look_up_letters_inside', (db, t, fn) =>
  db.select({ word: t.nameWords.word }).from(t.nameWords).where(fn.wordHolds).limit(MOST_WORDS))

/** One word that begins few names: those with its letters inside come after them, as far as the page goes. */
function leavesRoom(query: LookupQuery, { found, capped }: FoundPage, scope: Scope): boolean {
  return query.names.length === 1 && !hasMoreThanName(query) && !capped && found.length < scope.most - 1
}

const nobody: FoundPage = { found: [], capped: false, cappedLooks: [] }

async function withLettersInside(db: Reader, query: LookupQuery, scope: Scope): Promise<Pool> {
  const letters = query.names.join('')
  if ([...letters].length < LEAST_INSIDE || !/^[\p{L}\p{N}\p{M}]+$/u.test(letters)) return emptyPool()
  const words = await db.hot(wordsHolding, db.fn.lettersOf(letters))
  return bearersOf(db, words.map((row) => row.word), scope)
}

/** Those of the pool who are meant, in their order. */
function judged(query: LookupQuery, pool: Pool): FoundPage {
  const found: (Found & { rank: Rank })[] = []
  for (const hit of pool.hits.values()) {
    const { isMeant, matched, rank } = judge(query, hit)
    if (isMeant) found.push({ patient: hit.candidate, matched, rank })
  }
  return { found: found.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ patient, matched }) => ({ patient, matched })), capped: pool.capped, cappedLooks: pool.cappedLooks }
}

function merged(page: FoundPage, others: FoundPage): FoundPage {
  if (others.found.length === 0) return page
  const all = new Map([...page.found, ...others.found].toReversed().map((one) => [one.patient.id, one]))
  return { found: [...all.values()].toReversed(), capped: page.capped || others.capped, cappedLooks: [...page.cappedLooks, ...others.cappedLooks] }
}

function hasMoreThanName(query: LookupQuery): boolean {
  return query.names.length > 0 && (query.birth !== null || query.mrn !== null || query.phoneTail !== null || query.email !== null)
}

function onlyName(query: LookupQuery): LookupQuery {
  return { ...query, birth: null, mrn: null, phoneTail: null, email: null, either: [], otherwise: null }
}
