import { and, eq, gte, isNull, lt } from 'drizzle-orm'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { tailKey } from '#domain/search-keys.ts'
import type { Reader } from '#db/store.ts'

/** Most people whom one number or address may lead to. */
const MOST = 200
const BEYOND = '\u{10ffff}'

/** Whose number or address fits, by kind; `ids` those who fit all kinds that must, or null where none was typed. */
export type Numbers = { mrn: Set<string>; phone: Set<string>; email: Set<string>; ids: string[] | null; more: boolean }

/** People by the end of an MRN or phone number or the beginning of an address: one bounded range of an index each. */
export async function findNumbers(db: Reader, query: LookupQuery): Promise<Numbers> {
  const [mrn, phone, email] = await Promise.all([
    query.mrn === null ? null : withMrn(db, tailKey(query.mrn)),
    query.phoneTail === null ? null : withContact(db, 'phone', tailKey(query.phoneTail)),
    query.email === null ? null : withContact(db, 'email', query.email),
  ])
  const typed = [
    { ids: mrn, isEither: query.either.includes('mrn') }, { ids: phone, isEither: query.either.includes('phone') }, { ids: email, isEither: false },
  ].flatMap(({ ids, isEither }) => (ids === null ? [] : [{ ids, isEither }]))
  const must = typed.filter((one) => !one.isEither).map((one) => one.ids)
  const any = typed.filter((one) => one.isEither).flatMap((one) => one.ids)
  const ids = must.length > 0 ? (must[0] ?? []).filter((id) => must.every((each) => each.includes(id))) : any
  return {
    mrn: new Set(mrn), phone: new Set(phone), email: new Set(email),
    ids: typed.length === 0 ? null : [...new Set(ids)],
    more: typed.some((one) => one.ids.length >= MOST),
  }
}

async function withMrn(db: Reader, key: string): Promise<string[]> {
  const { patientIdentifiers: table } = db.t
  const rows = await db.select({ id: table.patientId }).from(table)
    .where(and(eq(table.kind, 'mrn'), gte(table.searchKey, key), lt(table.searchKey, key + BEYOND))).limit(MOST)
  return rows.map((row) => row.id)
}

async function withContact(db: Reader, kind: 'phone' | 'email', key: string): Promise<string[]> {
  const { patientContacts: table } = db.t
  const rows = await db.select({ id: table.patientId }).from(table)
    .where(and(eq(table.kind, kind), gte(table.searchKey, key), lt(table.searchKey, key + BEYOND), isNull(table.retiredAt))).limit(MOST)
  return rows.map((row) => row.id)
}
