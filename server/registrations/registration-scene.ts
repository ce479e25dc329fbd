import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { compareRegistration } from '#domain/enrollment/registration-policy.ts'
import type { RegistrationAnswer } from '#domain/contracts/invitations.ts'
import { displayName, foldName } from '#domain/names.ts'
import { reachKey } from '#domain/reach.ts'
import type { Reader } from '#db/store.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { mayKnowOf, mrnTailsOf, type PatientRecord } from '#server/patients/patients.ts'

export type RegistrationRecord = Reader['t']['selfRegistrations']['$inferSelect']
const MOST = 10

/** A case by its id. */
export async function registrationOf(db: Reader, id: string): Promise<RegistrationRecord | null> {
  const { selfRegistrations: r } = db.t
  const [row] = await db.select().from(r).where(eq(r.id, id))
  return row ?? null
}

/** A case to work on at the version that was seen. */
export async function registrationToActOn(db: Reader, act: Act, id: string): Promise<RegistrationRecord | ReturnType<typeof refuse>> {
  const row = await registrationOf(db, id)
  if (!row) return refuse('NOT_FOUND')
  return row.version === act.version ? row : refuse('VERSION_STALE', { current: { version: row.version } })
}

/** Who it may be: people born on that day with that family name, and whoever is reached by that address or number. As far as the reader may know of them. */
export async function candidatesOf(db: Reader, act: Act, row: RegistrationRecord): Promise<RegistrationAnswer['candidates']> {
  const { patients: p, patientContacts: c } = db.t
  const keys = [...(row.email === null ? [] : [reachKey('email', row.email)]), ...(row.phone === null ? [] : [reachKey('phone', row.phone)])]
  const reached = keys.length === 0 ? [] : await db.selectDistinct({ id: c.patientId }).from(c).where(and(inArray(c.reachKey, keys), isNull(c.retiredAt))).limit(MOST)
  const ids = [...reached.map((one) => one.id), ...(row.patientId === null ? [] : [row.patientId])]
  const found: PatientRecord[] = await db.select().from(p).where(and(
    or(and(eq(p.birthDate, row.birthDate), eq(p.familyKey, foldName(row.familyName))), ids.length === 0 ? undefined : inArray(p.id, ids)), mayKnowOf(db, act.actor, act.at),
  )).orderBy(asc(p.familyKey), asc(p.givenKey), asc(p.id)).limit(MOST)
  const contacts = found.length === 0 ? [] : await db.select().from(c).where(and(inArray(c.patientId, found.map((one) => one.id)), isNull(c.retiredAt)))
  const tailOf = await mrnTailsOf(db, found.map((chart) => chart.id))
  const shown = found.map((chart) => ({
    patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, mrnTail: tailOf(chart.id),
    ...compareRegistration(row, {
      birthDate: chart.birthDate,
      names: [{ given: chart.legalGiven, family: chart.legalFamily }, { given: chart.usedGiven ?? chart.legalGiven, family: chart.usedFamily ?? chart.legalFamily }],
      contacts: contacts.filter((one) => one.patientId === chart.id).map((one) => ({ kind: one.kind === 'email' ? 'email' as const : 'phone' as const, value: one.value })),
    }),
  }))
  return shown.toSorted((a, b) => b.agrees.length - a.agrees.length)
}
