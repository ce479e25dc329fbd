import { headOf } from '#domain/patients/name-rows.ts'
import { daysOf } from '#domain/lookup/birth-readings.ts'
import type { Hit } from '#domain/lookup/hits.ts'
import { splitsOf, type NameSplit } from '#domain/lookup/name-match.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { tailKey } from '#domain/search-keys.ts'
import type { Instant, PlainDate } from '#domain/time.ts'
import { keysJson } from '#db/keys-json.ts'
import type { Reader } from '#db/store.ts'
import { BEYOND, byContact, byMrn, nameCounts, nameStatements, type Candidate, type Shape } from '#server/patients/find-statements.ts'

/** Who looks, when, and how many people one statement may give. */
export type Scope = { actorId: string; at: Instant; today: PlainDate; most: number }
/** People who may be meant, whether a statement had more, and the looks at names that had. */
export type Pool = { hits: Map<string, Hit & { candidate: Candidate }>; capped: boolean; cappedLooks: Look[] }
export type Look = { shape: Shape; values: Record<string, string> }

export const emptyPool = (): Pool => ({ hits: new Map(), capped: false, cappedLooks: [] })

/** Numbers of few digits have many bearers; with a name beside them these are looked through. */
const MOST_BESIDE_NAME = 2_000
const LEAST_HEAD = 3

/** Everybody whom the narrowest indexes give for what was typed: numbers, then days of birth, then names. */
export async function candidatesOf(db: Reader, query: LookupQuery, scope: Scope): Promise<Pool> {
  const pool = emptyPool()
  const numbers = await byNumbers(db, query, scope, pool)
  if (numbers && !query.either.includes('birth-date')) return pool
  const splits = splitsOf(query.names, query.familyWords)
  if (query.birth !== null) await byDays(db, query, splits, scope, pool)
  else if (query.names.length > 0) await byNames(db, splits, scope, pool)
  return pool
}

/** Those who bear the folded words as a family or given name; what letters inside a name lead to. */
export async function bearersOf(db: Reader, words: readonly string[], scope: Scope): Promise<Pool> {
  const pool = emptyPool()
  if (words.length === 0) return pool
  for (const shape of ['family-is', 'given-is'] as const) await run(db, shape, { words: keysJson(words) }, scope, pool)
  return pool
}

/** Whether one of these looks alone leads to more than `most` people. */
export async function leadsToMore(db: Reader, looks: readonly Look[], scope: Scope, most: number): Promise<boolean> {
  for (const { shape, values } of looks) {
    const [row] = await db.hot(nameCounts[shape], { actorId: scope.actorId, at: scope.at, ...values, most: most + 1 })
    if ((row?.count ?? 0) > most) return true
  }
  return false
}

/** Whether a number was typed. */
async function byNumbers(db: Reader, query: LookupQuery, scope: Scope, pool: Pool): Promise<boolean> {
  const most = query.names.length > 0 || query.birth !== null ? MOST_BESIDE_NAME : scope.most
  const ask = async (kind: 'mrn' | 'phone' | 'email', key: string): Promise<void> => {
    const values = { actorId: scope.actorId, at: scope.at, most, kind, key, keyEnd: key + BEYOND }
    add(pool, await db.hot(kind === 'mrn' ? byMrn : byContact, values), most, kind)
  }
  if (query.mrn !== null) await ask('mrn', tailKey(query.mrn))
  if (query.phoneTail !== null) await ask('phone', tailKey(query.phoneTail))
  if (query.email !== null) await ask('email', query.email)
  return query.mrn !== null || query.phoneTail !== null || query.email !== null
}

async function byDays(db: Reader, query: LookupQuery, splits: readonly NameSplit[], scope: Scope, pool: Pool): Promise<void> {
  const days = (query.birth ?? []).flatMap((reading) => daysOf(reading, scope.today))
  if (days.length === 0) return
  const values = { days: keysJson([...new Set(days)]) }
  for (const split of splits.length > 0 ? splits : [{ family: '', given: '' }]) await run(db, 'born', { ...values, ...rangesOf(split) }, scope, pool, splits.length === 0)
}

async function byNames(db: Reader, splits: readonly NameSplit[], scope: Scope, pool: Pool): Promise<void> {
  for (const split of splits) await run(db, shapeOf(split), rangesOf(split), scope, pool)
}

function shapeOf({ family, given }: NameSplit): Shape {
  if (given === '') return 'family'
  if (family === '') return 'given'
  if ([...family].length >= LEAST_HEAD) return 'both'
  return given.length >= family.length ? 'given-words' : 'family-words'
}

function rangesOf({ family, given }: NameSplit): Record<string, string> {
  return { family, familyEnd: family + BEYOND, given, givenEnd: given + BEYOND, head: headOf(family) }
}

async function run(db: Reader, shape: Shape, values: Record<string, string>, scope: Scope, pool: Pool, shownOnly = false): Promise<void> {
  const [shown, other] = nameStatements[shape]
  const all = { actorId: scope.actorId, at: scope.at, most: scope.most, ...values }
  if (add(pool, await db.hot(shown, all), scope.most, null)) pool.cappedLooks.push({ shape, values })
  if (!shownOnly) add(pool, await db.hot(other, all), scope.most, null)
}

function add(pool: Pool, rows: readonly Candidate[], most: number, kind: 'mrn' | 'phone' | 'email' | null): boolean {
  const isCapped = rows.length >= most
  pool.capped ||= isCapped
  for (const row of rows) {
    let hit = pool.hits.get(row.id)
    if (!hit) pool.hits.set(row.id, (hit = hitOf(row)))
    if (row.use !== null) hit.names = [...hit.names, { family: row.family ?? '', given: row.given ?? '', use: row.use === 'former' ? 'former' : 'legal' }]
    if (kind !== null && row.number !== null) (hit[listOf[kind]] as string[]).push(kind === 'email' ? row.number : tailKey(row.number))
  }
  return isCapped
}

const listOf = { mrn: 'mrns', phone: 'phones', email: 'emails' } as const

function hitOf(candidate: Candidate): Hit & { candidate: Candidate } {
  const { id, birthDate, familyKey: family, givenKey: given } = candidate
  return { id, names: [{ family, given, use: 'legal', keys: { family, given } }], birthDate, mrns: [], phones: [], emails: [], candidate }
}
