import { and, asc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { PersonRow as PersonLine, PersonSearchAnswer } from '#domain/contracts/proxy-access.ts'
import { contactKeyFor } from '#domain/contact-policy.ts'
import { displayName, foldName, foldWords } from '#domain/names.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { householdOf, knownAmong, maskedContact, mayKnowOf } from '#server/patients/patients.ts'

const MOST = 20

/**
 * Who may be meant as a proxy: those who are one already, the patient's household, patients here. Somebody is found by
 * half a name in any order, a whole address or a whole number, before anybody is created.
 */
export async function findPersons(db: Reader, act: Act, { text, patientId }: { text: string; patientId?: string }): Promise<Outcome<PersonSearchAnswer>> {
  const proxies = await proxiesLike(db, text)
  const patients = await patientsLike(db, act, text)
  const household = patientId === undefined ? [] : await householdOf(db, act, patientId)
  const counts = await actsForCounts(db, act, proxies)
  const persons = await knownPersons(db, proxies)
  const ownCharts = [...persons.values()].flatMap(({ patientId: own }) => own ?? [])
  const mayKnow = await knownAmong(db, act.actor, act.at, ownCharts)
  const known: PersonLine[] = [...persons.values()].map((one) => ({
    personId: one.row.id, patientId: one.patientId !== null && mayKnow.has(one.patientId) ? one.patientId : null, name: one.name, birthDate: one.birthDate, from: 'proxy', relationship: null, actsFor: counts.get(one.row.id) ?? 0,
    maskedEmail: one.emails[0] === undefined ? null : maskedContact('email', one.emails[0]), maskedPhone: one.phones[0] === undefined ? null : maskedContact('phone', one.phones[0]),
  }))
  const isKnown = (id: string | null) => id !== null && ownCharts.includes(id)
  const nobody = { personId: null, maskedEmail: null, maskedPhone: null, actsFor: 0 }
  const words = foldWords(text)
  const ofHousehold = household.filter((one) => !isKnown(one.patientId) && words.every((word) => foldName(one.name).includes(word)))
    .map((one): PersonLine => ({ ...nobody, patientId: one.patientId, name: one.name, birthDate: null, from: 'household', relationship: one.relationship }))
  const others = patients.filter((one) => !isKnown(one.id) && one.id !== patientId && !ofHousehold.some((each) => each.patientId === one.id))
    .map((one): PersonLine => ({ ...nobody, patientId: one.id, name: displayName(one), birthDate: one.birthDate, from: 'patient', relationship: null }))
  const rows = [...ofHousehold, ...known, ...others]
  return done({ rows: rows.slice(0, MOST), more: rows.length > MOST })
}

/** Ids of proxies whose names begin with the words, or whose address or number it is. */
async function proxiesLike(db: Reader, text: string): Promise<string[]> {
  const { proxyPersons: p, proxyPersonNames: n } = db.t
  const digits = text.replace(/\D/g, '')
  const contact = text.includes('@') ? eq(p.emailKey, contactKeyFor('email', text)) : digits.length >= 7 ? eq(p.phoneKey, contactKeyFor('phone', text)) : undefined
  if (contact) return (await db.select({ id: p.id }).from(p).where(contact).limit(MOST)).map((row) => row.id)
  const [byName, byOther] = [byWords(text, p.familyKey, p.givenKey), byWords(text, n.familyKey, n.givenKey)]
  if (!byName || !byOther) return []
  const rows = await db.select({ id: p.id }).from(p).where(byName).orderBy(asc(p.familyKey), asc(p.givenKey)).limit(MOST)
  const others = await db.selectDistinct({ id: n.personId }).from(n).where(byOther).limit(MOST)
  return [...new Set([...rows, ...others].map((row) => row.id))]
}

async function patientsLike(db: Reader, act: Act, text: string) {
  const { patients: p } = db.t
  const byName = byWords(text, p.familyKey, p.givenKey)
  // Half of one name alone would list the practice: two words, or one whole name.
  if (!byName || text.includes('@') || foldWords(text).join('').length < 3) return []
  return db.select().from(p).where(and(byName, mayKnowOf(db, act.actor, act.at))).orderBy(asc(p.familyKey), asc(p.givenKey), asc(p.id)).limit(MOST)
}

type Column = Parameters<typeof gte>[0]

/** Two words are the beginnings of family and given name in either order; one word is the beginning of either. */
function byWords(text: string, family: Column, given: Column): SQL | undefined {
  const words = foldWords(text).filter((word) => word !== '')
  const [first] = words
  if (first === undefined) return undefined
  if (words.length === 1) return or(begins(family, first), begins(given, first))
  const [head, tail] = [words.slice(0, -1).join(''), words.at(-1) ?? '']
  return or(and(begins(family, head), begins(given, tail)), and(begins(given, head), begins(family, tail)))
}

function begins(column: Column, word: string): SQL | undefined {
  return and(gte(column, word), lt(column, `${word}\u{10ffff}`))
}

/** How many records each acts for, of those that the reader may know of. */
async function actsForCounts(db: Reader, act: Act, ids: readonly string[]): Promise<Map<string, number>> {
  const { proxyGrants: g, patients } = db.t
  const rows = ids.length === 0 ? [] : await db.select({ id: g.personId, n: sql<number>`count(distinct ${g.patientId})`.mapWith(Number) }).from(g)
    .innerJoin(patients, eq(patients.id, g.patientId))
    .where(and(inArray(g.personId, [...ids]), inArray(g.state, ['pending', 'active', 'suspended']), mayKnowOf(db, act.actor, act.at))).groupBy(g.personId)
  return new Map(rows.map((row) => [row.id, row.n]))
}
