import { aliasedTable, and, eq, isNull, ne, or, sql, type Column } from 'drizzle-orm'
import { lookAlike, lookAlikeReasons, type LookAlikeFacts, type LookAlikeReason } from '#domain/look-alikes.ts'
import { borneNames } from '#domain/patients/name-rows.ts'
import type { Instant } from '#domain/time.ts'
import { keysJson } from '#db/keys-json.ts'
import { hot, type Queries, type Reader } from '#db/store.ts'
import { mayKnowOf } from '#server/patients/visible.ts'

/** Somebody who may be taken for a patient, and why. */
export type LookAlike = { id: string; how: LookAlikeReason }

/** Pairs over one shared phone that are looked at: a switchboard's number is no household. */
const MOST_PAIRS = 500

/**
 * Who may be taken for each of these patients, of whom this person may know (AZ-02): people born on the same day with a
 * name alike, with a phone number in common, or with the same parent or partner on file. The strongest reason first.
 */
export async function lookAlikesOf(db: Reader, ids: readonly string[], whose: { actorId: string; at: Instant }): Promise<Map<string, LookAlike[]>> {
  const found = new Map<string, LookAlike[]>()
  if (ids.length === 0) return found
  const values = { ...whose, ids: keysJson(ids), mostPairs: MOST_PAIRS }
  const unlike: Pair[] = []
  const known = new Map<string, LookAlikeFacts>()
  for (const row of await db.hot(namesAlike, values)) {
    const how = lookAlike(factsOf(known, row.of, row), factsOf(known, row.id, row.other))
    if (how === null) unlike.push(row)
    else add(found, row.of, row.id, how)
  }
  await addByFormerNames(db, found, unlike)
  for (const row of await db.hot(phonesShared, values)) add(found, row.of, row.id, 'same-household')
  for (const row of await db.hot(relativesShared, values)) add(found, row.of, row.id, 'same-household')
  return found
}

/** Whoever shares a given name and a birth date, but not the family name borne today, may share one borne before. */
async function addByFormerNames(db: Reader, found: Map<string, LookAlike[]>, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  const rows = await db.hot(formerNames, { ids: keysJson([...new Set(pairs.flatMap(({ of, id }) => [of, id]))]) })
  const former = Map.groupBy(rows, ({ of }) => of)
  const facts = (id: string, named: Named): LookAlikeFacts => ({ ...nobody, id, names: borneNames({ ...named, formerNames: former.get(id) ?? [] }) })
  for (const pair of pairs) {
    if (former.has(pair.of) || former.has(pair.id)) add(found, pair.of, pair.id, lookAlike(facts(pair.of, pair), facts(pair.id, pair.other)))
  }
}

function add(found: Map<string, LookAlike[]>, of: string, id: string, how: LookAlikeReason | null): void {
  if (how === null) return
  const known = found.get(of) ?? []
  if (!known.some((one) => one.id === id)) {
    found.set(of, [...known, { id, how }].sort((a, b) => lookAlikeReasons.indexOf(a.how) - lookAlikeReasons.indexOf(b.how)))
  }
}

type Named = { legalFamily: string; legalGiven: string; usedFamily: string | null; usedGiven: string | null }
type Pair = Named & { of: string; id: string; other: Named }

const nobody = { birthDate: '', phones: [], householdIds: [] }

/** The same facts for the same person, so that a name is folded once. */
function factsOf(known: Map<string, LookAlikeFacts>, id: string, named: Named): LookAlikeFacts {
  const facts = known.get(id) ?? { ...nobody, id, names: borneNames(named) }
  known.set(id, facts)
  return facts
}

type T = Reader['t']

/** One family name to three letters, one given name, or one in the other's place; all of it read from one index. */
const namesAlike = hot<Pair[]>('look_alikes_by_name', (db, t) => {
  const { patients: p } = t
  const o = aliasedTable(p, 'o')
  return db.select({ of: sql<string>`${p.id}`.as('of'), ...namedOf(p), id: sql<string>`${o.id}`.as('other_id'), other: namedOf(o) }).from(asked).crossJoin(p)
    .innerJoin(o, and(eq(o.birthDate, p.birthDate), ne(o.id, p.id), or(
      sql`substr(${o.familyKey}, 1, 3) = ${p.familyHead}`, eq(o.givenKey, p.givenKey), eq(o.familyKey, p.givenKey),
    )))
    .where(and(isAsked(p.id), knownAs(db, t, o)))
})

/** Names that these people no longer bear. */
const formerNames = hot<{ of: string; family: string; given: string }[]>('look_alikes_former', (db, { patientNames: n }) =>
  db.selectDistinct({ of: sql<string>`${n.patientId}`.as('of'), family: n.family, given: n.given }).from(asked).crossJoin(n)
    .where(and(isAsked(n.patientId), sql`(${n.use} || '') = 'former'`)))

const phonesShared = hot<{ of: string; id: string }[]>('look_alikes_by_phone', (db, t) => {
  const { patients: p, patientContacts: c } = t
  const d = aliasedTable(c, 'd')
  const o = aliasedTable(p, 'o')
  const pairs = db.select({ of: sql<string>`${c.patientId}`.as('pair_of'), id: sql<string>`${d.patientId}`.as('pair_other') }).from(asked).crossJoin(c)
    .innerJoin(d, and(eq(d.kind, 'phone'), eq(d.searchKey, c.searchKey), isNull(d.retiredAt), ne(d.patientId, c.patientId)))
    .where(and(isAsked(c.patientId), sql`(${c.kind} || '') = 'phone'`, isNull(c.retiredAt))).limit(sql.placeholder('mostPairs')).as('pairs')
  return db.select({ of: pairs.of, id: pairs.id }).from(pairs).innerJoin(p, eq(p.id, pairs.of))
    .innerJoin(o, and(eq(o.id, pairs.id), eq(o.birthDate, p.birthDate))).where(knownAs(db, t, o))
})

const relativesShared = hot<{ of: string; id: string }[]>('look_alikes_by_relative', (db, t) => {
  const { patients: p, householdLinks: l } = t
  const m = aliasedTable(l, 'm')
  const o = aliasedTable(p, 'o')
  const pairs = db.select({ of: sql<string>`${l.patientId}`.as('pair_of'), id: sql<string>`${m.patientId}`.as('pair_other') }).from(asked).crossJoin(l)
    .innerJoin(m, and(eq(m.relatedPatientId, l.relatedPatientId), ne(m.patientId, l.patientId)))
    .where(isAsked(l.patientId)).limit(sql.placeholder('mostPairs')).as('pairs')
  return db.select({ of: pairs.of, id: pairs.id }).from(pairs).innerJoin(p, eq(p.id, pairs.of))
    .innerJoin(o, and(eq(o.id, pairs.id), eq(o.birthDate, p.birthDate))).where(knownAs(db, t, o))
})

function namedOf({ legalFamily, legalGiven, usedFamily, usedGiven }: T['patients']) {
  return { legalFamily, legalGiven, usedFamily, usedGiven }
}

/** The patients who are asked about lead every join. */
const asked = sql`json_each(${sql.placeholder('ids')}) as listed`

function isAsked(id: Column) {
  return sql`${id} = listed.key`
}

function knownAs(db: Queries, t: T, patients: T['patients']) {
  return mayKnowOf({ t: { ...t, patients }, select: db.select.bind(db) }, { id: sql.placeholder('actorId') }, sql.placeholder('at'))
}
