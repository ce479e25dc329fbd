import { and, desc, eq, isNull } from 'drizzle-orm'
import { contactKeyFor } from '#domain/contact-policy.ts'
import { foldName } from '#domain/names.ts'
import { knownPersons, personOfPatient, type KnownPerson } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { mayKnowOf } from '#server/patients/patients.ts'

type Named = { personId?: string; personPatientId?: string }
type Refusal = ReturnType<typeof refuse>

/** The person whom a request names: a proxy who is known, or a patient who becomes one. */
export async function resolvePerson(w: Writer, act: Act, named: Named): Promise<{ person: KnownPerson } | Refusal> {
  const id = named.personId ?? (named.personPatientId === undefined ? undefined : await personFromChart(w, act, named.personPatientId))
  const person = id === undefined ? undefined : (await knownPersons(w, [id])).get(id)
  return person ? { person } : refuse('NOT_FOUND')
}

/** The proxy who is this patient; made from the chart when they are none yet. Undefined: no chart that the reader may know of. */
async function personFromChart(w: Writer, act: Act, patientId: string): Promise<string | undefined> {
  const { patients, proxyPersons } = w.t
  const [chart] = await w.select().from(patients).where(and(eq(patients.id, patientId), mayKnowOf(w, act.actor, act.at)))
  if (!chart) return undefined
  const known = await personOfPatient(w, patientId)
  if (known) return known.id
  const id = act.app.random.id()
  const [email, phone] = [await newestContact(w, patientId, 'email'), await newestContact(w, patientId, 'phone')]
  await w.insert(proxyPersons).values({
    id, patientId, legalFamily: chart.legalFamily, legalGiven: chart.legalGiven, usedGiven: chart.usedGiven, birthDate: chart.birthDate, language: chart.language,
    email, phone, ...contactKeys({ email, phone }), familyKey: foldName(chart.legalFamily), givenKey: foldName(chart.legalGiven), createdAt: act.at, createdBy: act.actor.id,
  })
  return id
}

async function newestContact(db: Reader, patientId: string, kind: 'email' | 'phone'): Promise<string | null> {
  const { patientContacts: c } = db.t
  const [row] = await db.select({ value: c.value }).from(c).where(and(eq(c.patientId, patientId), eq(c.kind, kind), isNull(c.retiredAt))).orderBy(desc(c.sinceAt), desc(c.id)).limit(1)
  return row?.value ?? null
}

/** Keys by which two contacts are seen to be one. */
export function contactKeys({ email, phone }: { email: string | null; phone: string | null }): { emailKey: string | null; phoneKey: string | null } {
  return { emailKey: email === null ? null : contactKeyFor('email', email), phoneKey: phone === null ? null : contactKeyFor('phone', phone) }
}
