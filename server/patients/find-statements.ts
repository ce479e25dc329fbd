import { and, asc, eq, gte, lt, sql, type Column, type SQL } from 'drizzle-orm'
import { hot, type Hot, type Queries, type Reader } from '#db/store.ts'
import { mayKnowOf } from '#server/patients/visible.ts'

/** Somebody as a statement finds them: what the index holds, and the name or number through which it found them. */
export type Candidate = {
  id: string; birthDate: string; familyKey: string; givenKey: string
  /** The name as it is written, and what it is (used, legal, former); null: the shown one, by its keys. */
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

/** How many bear a shown name of a shape, up to a limit: whether there are more than can be looked through by eye. */
export const nameCounts = Object.fromEntries(shapes.map((shape) => [shape, hot<{ count: number }[]>(`look_up_${shape}_count`, (db, t) =>
  db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(peopleFrom(db, t, shape)
    .where(and(conditionOf(t.patients, shape), known(db, t))).limit(given('most')).as('some')))])) as Record<Shape, Hot<{ count: number }[]>>

/** People by the end of a medical record number. */
export const byMrn = hot<Candidate[]>('look_up_mrn', (db, t) =>
  db.select({ ...keysOf(t), ...shownName(t), number: t.patientIdentifiers.searchKey }).from(t.patientIdentifiers)
    .innerJoin(t.patients, eq(t.patients.id, t.patientIdentifiers.patientId))
    .where(and(eq(t.patientIdentifiers.kind, 'mrn'), range(t.patientIdentifiers.searchKey, 'key'), known(db, t)))
    .orderBy(asc(t.patientIdentifiers.searchKey)).limit(given('most')))

/** People by the end of a phone number or the beginning of an address that holds today. */
export const byContact = hot<Candidate[]>('look_up_contact', (db, t) =>
  db.select({ ...keysOf(t), ...shownName(t), number: t.patientContacts.searchKey }).from(t.patientContacts)
    .innerJoin(t.patients, eq(t.patients.id, t.patientContacts.patientId))
    .where(and(eq(t.patientContacts.kind, given('kind')), range(t.patientContacts.searchKey, 'key'), sql`${t.patientContacts.retiredAt} is null`, known(db, t)))
    .orderBy(asc(t.patientContacts.searchKey)).limit(given('most')))

const nothing = { use: sql<string | null>`null`, family: sql<string | null>`null`, given: sql<string | null>`null`, number: sql<string | null>`null` }

/** The shown name as it is written: beside a number the words may be any of it. */
function shownName({ patients }: T) {
  return {
    use: sql<string | null>`'legal'`,
    family: sql<string | null>`coalesce(${patients.usedFamily}, ${patients.legalFamily})`,
    given: sql<string | null>`coalesce(${patients.usedGiven}, ${patients.legalGiven})`,
  }
}

function pairOf(shape: Shape): Pair {
  return [
    hot(`look_up_${shape}_shown`, (db, t) => peopleFrom(db, t, shape)
      .where(and(conditionOf(t.patients, shape), known(db, t))).orderBy(...orderOf(t.patients, t.patients.id, shape)).limit(given('most'))),
    hot(`look_up_${shape}_other`, (db, t) => othersFrom(db, t, shape)
      .where(and(conditionOf(t.patientNames, shape), known(db, t))).orderBy(...orderOf(t.patientNames, t.patientNames.patientId, shape)).limit(given('most'))),
  ]
}

function peopleFrom(db: Queries, t: T, shape: Shape) {
  const from = driverOf(t, shape)
  const select = db.select({ ...keysOf(t), ...nothing })
  return from ? select.from(from).crossJoin(t.patients) as unknown as ReturnType<typeof select.from<T['patients']>> : select.from(t.patients)
}

function othersFrom(db: Queries, t: T, shape: Shape) {
  const { use, family, given: givenName } = t.patientNames
  const from = driverOf(t, shape)
  const select = db.select({ ...keysOf(t), use, family, given: givenName, number: nothing.number })
  const names = from ? select.from(from).crossJoin(t.patientNames) as unknown as ReturnType<typeof select.from<T['patientNames']>> : select.from(t.patientNames)
  return names.innerJoin(t.patients, eq(t.patients.id, t.patientNames.patientId))
}

/** What each look into the index begins with, where it is a list: first in the join, so that no statistics talk an engine into reading whole tables. */
function driverOf({ nameWords }: T, shape: Shape): SQL | null {
  const words = (name: string) => sql`(select ${nameWords.word} as key from ${nameWords} where ${range(nameWords.word, name)} order by ${nameWords.word} limit ${sql.raw(String(MOST_WORDS))}) as listed`
  switch (shape) {
    case 'given-words': return words('given')
    case 'family-words': return words('family')
    case 'family-is': case 'given-is': return sql`json_each(${given('words')}) as listed`
    case 'born': return sql`json_each(${given('days')}) as listed`
    case 'both': case 'family': case 'given': return null
    default: return null
  }
}

function keysOf({ patients }: T) {
  const { id, birthDate, familyKey, givenKey } = patients
  return { id, birthDate, familyKey, givenKey }
}

function known(db: Queries, t: T): SQL {
  return mayKnowOf({ t, select: db.select.bind(db) }, { id: given('actorId') }, given('at'))
}

function conditionOf({ familyKey, givenKey, familyHead, birthDate }: Names, shape: Shape): SQL | undefined {
  switch (shape) {
    case 'family': return range(familyKey, 'family')
    case 'given': return range(givenKey, 'given')
    case 'both': return and(eq(familyHead, given('head')), range(givenKey, 'given'), filter(familyKey, 'family'))
    case 'given-words': return and(sql`${givenKey} = listed.key`, range(familyKey, 'family'))
    case 'family-words': return and(sql`${familyKey} = listed.key`, range(givenKey, 'given'))
    case 'family-is': return sql`${familyKey} = listed.key`
    case 'given-is': return sql`${givenKey} = listed.key`
    case 'born': return and(sql`${birthDate} = listed.key`, range(familyKey, 'family'), filter(givenKey, 'given'))
  }
}

/** In the order of the index that serves the shape, so that the limit ends the reading; of words and days as they come. */
function orderOf(names: Names, id: Column, shape: Shape): SQL[] {
  const { familyKey, givenKey, familyHead } = names
  if (shape === 'family') return [asc(familyKey), asc(givenKey), asc(id)]
  if (shape === 'given') return [asc(givenKey), asc(familyKey), asc(id)]
  return shape === 'both' ? [asc(familyHead), asc(givenKey), asc(familyKey), asc(id)] : []
}

function range(column: Column, name: string): SQL | undefined {
  return and(gte(column, given(name)), lt(column, given(`${name}End`)))
}

/** As `range`, over what an index has given: no index is to be chosen for it. */
function filter(column: Column, name: string): SQL {
  return sql`(${column} || '') >= ${given(name)} and (${column} || '') < ${given(`${name}End`)}`
}
