import { and, asc, eq } from 'drizzle-orm'
import type { ActsForAnswer } from '#domain/contracts/proxy-access.ts'
import { accessOf } from '#db/access-facts.ts'
import { chartMarks, knownPersons, personOfPatient, type KnownPerson } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { maskedContact, mayKnowOf, openChart } from '#server/patients/patients.ts'
import { shownGrants } from '#server/proxy-access/hidden.ts'
import { knownCharts, showGrants } from '#server/proxy-access/show-grants.ts'

/** For whom a patient acts, as a proxy of others. */
export async function readActsFor(db: Reader, act: Act, patientId: string): Promise<Outcome<ActsForAnswer>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const person = await personOfPatient(db, patientId)
  if (person) return readPerson(db, act, person.id)
  const chart = (await chartMarks(db, [patientId])).get(patientId)
  if (!chart) return refuse('NOT_FOUND')
  return done({
    person: { id: null, name: chart.name, patientId, birthDate: chart.birthDate, masked: maskedOf(chart), language: chart.language, version: null, otherNames: [] }, grants: [],
  })
}

/** A proxy, and the records that they act for as far as the reader may know of them. */
export async function readPerson(db: Reader, act: Act, personId: string): Promise<Outcome<ActsForAnswer>> {
  const person = (await knownPersons(db, [personId])).get(personId)
  if (!person) return refuse('NOT_FOUND')
  const { proxyGrants: g, patients, proxyPersonNames: n } = db.t
  const rows = await db.select({ grant: g }).from(g).innerJoin(patients, eq(patients.id, g.patientId))
    .where(and(eq(g.personId, personId), mayKnowOf(db, act.actor, act.at))).orderBy(asc(g.createdAt), asc(g.id))
  const records = await accessOf(db, rows.map(({ grant }) => grant.patientId))
  const shown = rows.flatMap(({ grant }) => {
    const access = records.get(grant.patientId)
    return access && shownGrants(access, act.actor).some((one) => one.id === grant.id) ? [{ grant, access }] : []
  })
  const names = await db.select().from(n).where(eq(n.personId, personId))
  const own = person.patientId === null ? new Set<string>() : await knownCharts(db, act, [person.patientId])
  return done({
    person: {
      id: personId, name: person.name, patientId: person.patientId !== null && own.has(person.patientId) ? person.patientId : null, birthDate: person.birthDate,
      masked: maskedOf(person), language: person.language, version: person.row.version,
      otherNames: names.map((one) => ({ family: one.family, given: one.given, use: one.use === 'former' ? 'former' : 'alias' })),
    },
    grants: await showGrants(db, act, shown),
  }, person.row.version)
}

function maskedOf({ emails, phones }: Pick<KnownPerson, 'emails' | 'phones'>): { email: string | null; phone: string | null } {
  return { email: emails[0] === undefined ? null : maskedContact('email', emails[0]), phone: phones[0] === undefined ? null : maskedContact('phone', phones[0]) }
}
