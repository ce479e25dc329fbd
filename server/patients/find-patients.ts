import { and, eq, gte, inArray, lte, or, type SQL } from 'drizzle-orm'
import type { MatchedKind } from '#domain/contracts/patients.ts'
import { birthFits, singleDaysOf } from '#domain/lookup/birth-readings.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import type { PlainDate } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { nameFits, splitsOf, splitRange, type NameSplit } from '#server/patients/name-ranges.ts'
import { findNumbers, type Numbers } from '#server/patients/number-ranges.ts'
import { foundColumns, inNameOrder, visible, type FoundPatient } from '#server/patients/visible.ts'

/** Somebody found, and by which of the typed identifiers. */
export type Found = { patient: FoundPatient; matched: MatchedKind[] }
export type FoundPage = { found: Found[]; more: boolean }

type Scope = { siteId?: string; today: PlainDate; limit: number }

/**
 * The people who fit everything that was typed, at most `limit` of them; failing that, those who fit the name alone,
 * because one identifier may be misheard. Every step is a range of an index with a limit: nothing scans (AZ-02: nor
 * counts) charts that nobody may know of.
 */
export async function findPatients(db: Reader, query: LookupQuery, scope: Scope): Promise<FoundPage> {
  const page = await pageOf(db, query, scope)
  const others = query.otherwise ? await pageOf(db, query.otherwise, scope) : { found: [], more: false }
  const found = distinct([...page.found, ...others.found])
  if (found.length > 0) return { found: found.slice(0, scope.limit), more: page.more || others.more || found.length > scope.limit }
  return hasMoreThanName(query) ? pageOf(db, onlyName(query), scope) : { found, more: false }
}

async function pageOf(db: Reader, query: LookupQuery, scope: Scope): Promise<FoundPage> {
  const splits = splitsOf(query.names, query.familyWords)
  const numbers = await findNumbers(db, query)
  const candidates = await candidatesOf(db, query, splits, numbers, scope)
  const found = candidates.rows.flatMap((patient) => {
    const matched = matchedBy(patient, query, splits, numbers)
    return fitsAll(matched, query) ? [{ patient, matched }] : []
  })
  const unique = distinct(found)
  return { found: unique.slice(0, scope.limit), more: candidates.more || unique.length > scope.limit }
}

type Candidates = { rows: FoundPatient[]; more: boolean }

/** From the narrowest indexes that what was typed can drive: numbers, then days of birth, then names. */
async function candidatesOf(db: Reader, query: LookupQuery, splits: NameSplit[], numbers: Numbers, scope: Scope): Promise<Candidates> {
  const site = scope.siteId === undefined ? undefined : eq(db.t.patients.siteId, scope.siteId)
  const byNumber = numbers.ids === null ? nobody : await byIds(db, numbers.ids, site, numbers.more)
  if (numbers.ids !== null && !query.either.includes('birth-date')) return byNumber
  if (query.birth === null) return bySplits(db, splits, site, scope.limit)
  const days = query.birth.flatMap((reading) => singleDaysOf(reading, scope.today) ?? [])
  const byBirth = days.length > 0 ? await byDays(db, days, splits, site, scope.limit) : nobody
  const stretch = inStretches(db, query)
  const byStretch = stretch ? await bySplits(db, splits, and(site, stretch), scope.limit) : nobody
  return joined([byNumber, byBirth, byStretch])
}

const nobody: Candidates = { rows: [], more: false }

async function byIds(db: Reader, ids: readonly string[], site: SQL | undefined, more: boolean): Promise<Candidates> {
  if (ids.length === 0) return nobody
  const { patients } = db.t
  const rows = await db.select(foundColumns(db)).from(patients).where(and(inArray(patients.id, [...ids]), visible(db), site)).orderBy(...inNameOrder(db))
  return { rows, more }
}

async function byDays(db: Reader, days: readonly string[], splits: NameSplit[], site: SQL | undefined, limit: number): Promise<Candidates> {
  const { patients } = db.t
  const named = splits.length === 0 ? undefined : splitRange(db, splits)
  const rows = await db.select(foundColumns(db)).from(patients)
    .where(and(inArray(patients.birthDate, [...new Set(days)]), named, visible(db), site)).orderBy(...inNameOrder(db)).limit(limit + 1)
  return { rows, more: rows.length > limit }
}

/** One bounded range for each way to part the words into family and given name. */
async function bySplits(db: Reader, splits: NameSplit[], further: SQL | undefined, limit: number): Promise<Candidates> {
  const { patients } = db.t
  const pages = await Promise.all(splits.map((split) => db.select(foundColumns(db)).from(patients)
    .where(and(splitRange(db, [split]), visible(db), further))
    .orderBy(...inNameOrder(db, split.family === '' || split.given !== '' ? 'given' : 'family')).limit(limit + 1)))
  return { rows: pages.flat(), more: pages.some((rows) => rows.length > limit) }
}

function inStretches(db: Reader, query: LookupQuery): SQL | undefined {
  const { patients } = db.t
  const stretches = (query.birth ?? []).filter((reading) => reading.kind === 'between')
  return or(...stretches.map((reading) => and(gte(patients.birthDate, reading.from), lte(patients.birthDate, reading.to))))
}

function matchedBy(patient: FoundPatient, query: LookupQuery, splits: NameSplit[], numbers: Numbers): MatchedKind[] {
  const kinds: Record<MatchedKind, boolean> = {
    name: splits.some((split) => nameFits(split, patient)),
    'birth-date': (query.birth ?? []).some((reading) => birthFits(reading, patient.birthDate)),
    mrn: numbers.mrn.has(patient.id),
    phone: numbers.phone.has(patient.id),
    email: numbers.email.has(patient.id),
  }
  return (Object.keys(kinds) as MatchedKind[]).filter((kind) => kinds[kind])
}

/** Everything that was typed fits; of digits that may be several things, one of these. */
function fitsAll(matched: readonly MatchedKind[], query: LookupQuery): boolean {
  const either: readonly MatchedKind[] = query.either
  const asked: MatchedKind[] = [
    ...(query.names.length > 0 ? ['name' as const] : []), ...(query.birth === null ? [] : ['birth-date' as const]),
    ...(query.mrn === null ? [] : ['mrn' as const]), ...(query.phoneTail === null ? [] : ['phone' as const]),
    ...(query.email === null ? [] : ['email' as const]),
  ]
  const isOneOf = either.length === 0 || either.some((kind) => matched.includes(kind))
  return isOneOf && asked.every((kind) => either.includes(kind) || matched.includes(kind))
}

function hasMoreThanName(query: LookupQuery): boolean {
  return query.names.length > 0 && (query.birth !== null || query.mrn !== null || query.phoneTail !== null || query.email !== null)
}

function onlyName(query: LookupQuery): LookupQuery {
  return { ...query, birth: null, mrn: null, phoneTail: null, email: null, either: [], otherwise: null }
}

function joined(parts: readonly Candidates[]): Candidates {
  return { rows: parts.flatMap((part) => part.rows), more: parts.some((part) => part.more) }
}

function distinct(found: readonly Found[]): Found[] {
  return [...new Map(found.map((one) => [one.patient.id, one])).values()]
}
