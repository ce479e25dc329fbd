import { and, asc, eq, gte, inArray, lt, sql, type Column, type SQL } from 'drizzle-orm'
import { hot, type Hot, type Queries, type Reader } from '#db/store.ts'
import { mayKnowOf } from '#server/patients/visible.ts'

/** Somebody as a statement finds them, with the other name (or number) through which it found them. */
export type Candidate = {
  id: string; legalFamily: string; legalGiven: string; usedFamily: string | null; usedGiven: string | null
  birthDate: string; familyKey: string; givenKey: string
  /** Of a name beside the shown one; null: found by the shown one or by a number. */
  use: string | null; family: string | null; given: string | null
  /** The search key of the number or address; null: found by a name. */
  number: string | null
}

/** Beyond every character that a folded key may go on with. */
export const BEYOND = '\u{10ffff}'
/** Words of one beginning that a short name is paired with: each is one look into an index. */
const MOST_WORDS = 500

const given = (name: string) => sql.placeholder(name)

/**
 * How a name is looked for: by the beginning of the family or given name, by both (three letters of the family name
 * or more meet in one index; fewer through the words that begin so), by whole words, or among the people of some days.
 */
export const shapes = ['family', 'given', 'both', 'given-words', 'family-words', 'family-is', 'given-is', 'born'] as const
export type Shape = (typeof shapes)[number]

type T = Reader['t']
type Names = T['patients'] | T['patientNames']

type Pair = readonly [shown: Hot<Candidate[]>, other: Hot<Candidate[]>]

/** For each shape a statement over the names that are shown and one over all others, both a range of an index with a limit. */
export const nameStatements = Object.fromEntries(shapes.map((shape) => [shape, pairOf(shape)])) as Record<Shape, Pair>

/** People by the end of a medical record number. */
export const byMrn = hot<Candidate[]>('look_up_mrn', (db, t) =>
  db.select({ ...personOf(t), ...nothing, number: t.patientIdentifiers.searchKey }).from(t.patientIdentifiers)
    .innerJoin(t.patients, eq(t.patients.id, t.patientIdentifiers.patientId))
    .where(and(eq(t.patientIdentifiers.kind, 'mrn'), range(t.patientIdentifiers.searchKey, 'key'), known(db, t)))
    .orderBy(asc(t.patientIdentifiers.searchKey)).limit(given('most')))

/** People by the end of a phone number or the beginning of an address that holds today. */
export const byContact = hot<Candidate[]>('look_up_contact', (db, t) =>
  db.select({ ...personOf(t), ...nothing, number: t.patientContacts.searchKey }).from(t.patientContacts)
    .innerJoin(t.patients, eq(t.patients.id, t.patientContacts.patientId))
    .where(and(eq(t.patientContacts.kind, given('kind')), range(t.patientContacts.searchKey, 'key'), sql`${t.patientContacts.retiredAt} is null`, known(db, t)))
    .orderBy(asc(t.patientContacts.searchKey)).limit(given('most')))

const nothing = { use: sql<string | null>`null`, family: sql<string | null>`null`, given: sql<string | null>`null`, number: sql<string | null>`null` }

function pairOf(shape: Shape): Pair {
  return [
    hot(`look_up_${shape}_shown`, (db, t) => people(db, t)
      .where(and(conditionOf(db, t, t.patients, shape), known(db, t))).orderBy(...orderOf(t.patients, t.patients.id, shape)).limit(given('most'))),
    hot(`look_up_${shape}_other`, (db, t) => others(db, t)
      .where(and(conditionOf(db, t, t.patientNames, shape), known(db, t))).orderBy(...orderOf(t.patientNames, t.patientNames.patientId, shape)).limit(given('most'))),
  ]
}

function people(db: Queries, t: T) {
  return db.select({ ...personOf(t), ...nothing }).from(t.patients)
}

function others(db: Queries, t: T) {
  const { use, family, given: givenName } = t.patientNames
  return db.select({ ...personOf(t), use, family, given: givenName, number: nothing.number }).from(t.patientNames)
    .innerJoin(t.patients, eq(t.patients.id, t.patientNames.patientId))
}

function personOf(t: T) {
  const { id, legalFamily, legalGiven, usedFamily, usedGiven, birthDate, familyKey, givenKey } = t.patients
  return { id, legalFamily, legalGiven, usedFamily, usedGiven, birthDate, familyKey, givenKey }
}

function known(db: Queries, t: T): SQL {
  return mayKnowOf({ t, select: db.select.bind(db) }, { id: given('actorId') }, given('at'))
}

function conditionOf(db: Queries, t: T, names: Names, shape: Shape): SQL | undefined {
  const { familyKey, givenKey } = names
  switch (shape) {
    case 'family': return range(familyKey, 'family')
    case 'given': return range(givenKey, 'given')
    case 'both': return and(eq(names.familyHead, given('head')), range(givenKey, 'given'), range(familyKey, 'family'))
    case 'given-words': return and(inArray(givenKey, wordsFrom(db, t, 'given')), range(familyKey, 'family'))
    case 'family-words': return and(inArray(familyKey, wordsFrom(db, t, 'family')), range(givenKey, 'given'))
    case 'family-is': return inArray(familyKey, listed('words'))
    case 'given-is': return inArray(givenKey, listed('words'))
    case 'born': return and(inArray(names.birthDate, listed('days')), range(familyKey, 'family'), range(givenKey, 'given'))
  }
}

/** In the order of the index that serves the shape, so that the limit ends the reading; of words and days as they come. */
function orderOf(names: Names, id: Column, shape: Shape): SQL[] {
  const { familyKey, givenKey, familyHead } = names
  if (shape === 'family') return [asc(familyKey), asc(givenKey), asc(id)]
  if (shape === 'given') return [asc(givenKey), asc(familyKey), asc(id)]
  return shape === 'both' ? [asc(familyHead), asc(givenKey), asc(familyKey), asc(id)] : []
}

function wordsFrom(db: Queries, t: T, name: string) {
  return db.select({ word: t.nameWords.word }).from(t.nameWords).where(range(t.nameWords.word, name)).orderBy(asc(t.nameWords.word)).limit(MOST_WORDS)
}

function range(column: Column, name: string): SQL | undefined {
  return and(gte(column, given(name)), lt(column, given(`${name}End`)))
}

/** Keys that come as one parameter (db/keys-json.ts). */
function listed(name: string): SQL {
  return sql`(select key from json_each(${given(name)}))`
}
