import { asc, eq, sql } from 'drizzle-orm'
import { nearSpellings } from '#domain/lookup/near-spellings.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { foldName } from '#domain/names.ts'
import { keysJson } from '#db/keys-json.ts'
import { hot, type Reader } from '#db/store.ts'
import type { Scope } from '#server/patients/find-candidates.ts'
import { findPatients, type Found } from '#server/patients/find-patients.ts'
import { BEYOND } from '#server/patients/find-statements.ts'

const MOST_OFFERED = 3
/** Spellings that are tried on patients. */
const MOST_TRIED = 12

/**
 * What may have been meant where nobody was found: the typed name with one word spelled one letter otherwise, for as
 * long as somebody bears it of whom this person may know (AZ-02). At most three, each as the name is written,
 * with what was typed beside it.
 */
export async function nearNames(db: Reader, query: LookupQuery, scope: Scope, beside: readonly string[]): Promise<string[]> {
  const offered = new Set<string>()
  let tried = 0
  for (const [place, word] of query.names.entries()) {
    for (const spelling of await spellingsInUse(db, word)) {
      if (offered.size >= MOST_OFFERED || ++tried > MOST_TRIED) return [...offered]
      const names = query.names.with(place, spelling)
      const { found } = await findPatients(db, { ...query, names }, { ...scope, most: 1 })
      const [first] = found.filter((one) => one.matched.includes('name'))
      if (first) offered.add([...names.with(place, await writtenAs(db, first, spelling)), ...beside].join(' '))
    }
  }
  return [...offered]
}

const wordsNear = hot<{ spelling: string; word: string | null }[]>('look_up_near_spellings', (db, t) =>
  db.select({
    spelling: sql<string>`spellings.key`.as('spelling'),
    word: sql<string | null>`(${db.select({ word: t.nameWords.word }).from(t.nameWords)
      .where(sql`${t.nameWords.word} >= spellings.key and ${t.nameWords.word} < spellings.key || ${sql.placeholder('beyond')}`).orderBy(asc(t.nameWords.word)).limit(1)})`.as('word'),
  }).from(sql`json_each(${sql.placeholder('spellings')}) as spellings`))

/** Near spellings that some name begins with, whole names before beginnings. */
async function spellingsInUse(db: Reader, word: string): Promise<string[]> {
  const spellings = nearSpellings(word)
  if (spellings.length === 0) return []
  const rows = await db.hot(wordsNear, { spellings: keysJson(spellings), beyond: BEYOND })
  const inUse = new Map(rows.flatMap((row) => (row.word === null ? [] : [[row.spelling, row.word === row.spelling] as const])))
  const known = spellings.filter((spelling) => inUse.has(spelling))
  return [...known.filter((spelling) => inUse.get(spelling)), ...known.filter((spelling) => !inUse.get(spelling))]
}

/** The word as that person's name has it. */
async function writtenAs(db: Reader, { patient }: Found, spelling: string): Promise<string> {
  const { patients } = db.t
  const [row] = await db.select().from(patients).where(eq(patients.id, patient.id))
  const shown = row ? [row.usedFamily ?? row.legalFamily, row.usedGiven ?? row.legalGiven] : []
  const parts = [...shown, patient.family ?? '', patient.given ?? '']
  const words = [...parts, ...parts.flatMap((part) => part.split(/[\s'’-]/))]
  return words.find((part) => foldName(part).startsWith(spelling)) ?? spelling
}
