import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { LookAlikeRow } from '#domain/contracts/patient-acts.ts'
import type { PatientFacts } from '#domain/feeds/facts.ts'
import { lookAlike } from '#domain/look-alikes.ts'
import { borneNames } from '#domain/patients/name-rows.ts'
import { contactKey, tailKey } from '#domain/search-keys.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { namesOfAll } from '#server/patients/names-of.ts'
import { showRows } from '#server/patients/show-rows.ts'
import { foundColumns, mayKnowOf } from '#server/patients/visible.ts'

/** People of one birth date who are looked at, and who are shown. */
const MOST_OF_A_DAY = 1_000
const MOST_SHOWN = 10

/**
 * The people whom a new patient looks like: born on the same day with a name alike or a phone in common, or with the
 * same number. Nobody whom the person may not know of is among them (AZ-02).
 */
export async function newLookAlikes(db: Reader, act: Act, facts: PatientFacts): Promise<LookAlikeRow[]> {
  const { patients } = db.t
  const known = mayKnowOf(db, act.actor, act.at)
  const bearers = await withNumber(db, facts.identifiers.map((one) => tailKey(one.value)))
  const same = bearers.length === 0 ? [] : await db.select(columns(db)).from(patients).where(and(inArray(patients.id, bearers), known))
  const born = await db.select(columns(db)).from(patients).where(and(eq(patients.birthDate, facts.birthDate), known)).limit(MOST_OF_A_DAY)
  const names = await namesOfAll(db, born)
  const callers = await withPhone(db, facts.contacts.flatMap((one) => (one.kind === 'phone' ? [contactKey('phone', one.value)] : [])))
  const phones = facts.contacts.flatMap((one) => (one.kind === 'phone' ? [one.value] : []))
  const self = { id: '', names: borneNames(facts), birthDate: facts.birthDate, phones, householdIds: [] }
  const alike = born.flatMap((patient) => {
    const other = { id: patient.id, names: names.get(patient.id) ?? [], birthDate: patient.birthDate, phones: callers.has(patient.id) ? phones : [], householdIds: [] }
    const why = lookAlike(self, other)
    return why === null ? [] : [{ patient, alike: why }]
  })
  const all = [...same.map((patient) => ({ patient, alike: 'same-number' as const })), ...alike]
  const shown = [...new Map(all.toReversed().map((one) => [one.patient.id, one])).values()].toReversed().slice(0, MOST_SHOWN)
  const rows = await showRows(db, act, shown.map(({ patient }) => ({ patient, matched: [] })))
  return rows.map((row, at) => ({ ...row, alike: shown[at]?.alike ?? 'same-name' }))
}

function columns(db: Reader) {
  return { ...foundColumns(db), usedFamily: db.t.patients.usedFamily }
}

async function withNumber(db: Reader, keys: readonly string[]): Promise<string[]> {
  const { patientIdentifiers: t } = db.t
  const rows = keys.length === 0 ? [] : await db.selectDistinct({ id: t.patientId }).from(t).where(and(eq(t.kind, 'mrn'), inArray(t.searchKey, [...keys]))).limit(MOST_SHOWN)
  return rows.map((row) => row.id)
}

async function withPhone(db: Reader, keys: readonly string[]): Promise<Set<string>> {
  const { patientContacts: t } = db.t
  const rows = keys.length === 0 ? [] : await db.selectDistinct({ id: t.patientId }).from(t)
    .where(and(eq(t.kind, 'phone'), inArray(t.searchKey, [...keys]), isNull(t.retiredAt))).limit(MOST_OF_A_DAY)
  return new Set(rows.map((row) => row.id))
}

