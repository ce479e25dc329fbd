import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { ContactFacts, PatientFacts } from '#domain/feeds/facts.ts'
import { birthDateFault } from '#domain/feeds/fhir-patient.ts'
import { cleanName } from '#domain/names.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import { localDateOf } from '#domain/time.ts'
import { upsertHouseholdLinks } from '#db/household.ts'
import { upsertPatients } from '#db/patients.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type AtDoor, type Door } from '#server/http/door.ts'

const id = z.string().min(1).max(100)
const text = z.string().min(1).max(200)

const newPatient = z.strictObject({
  family: text.default('Heredia'),
  given: z.string().max(200).default('Hernán'),
  usedGiven: text.optional(),
  birthDate: z.string().max(40),
  siteId: id.optional(),
  mrn: text.optional(),
  phone: text.optional(),
  email: text.optional(),
  language: text.optional(),
  /** When the contacts came on file; now where it is left out. */
  contactsSinceAt: z.iso.datetime({ offset: true }).optional(),
  restricted: z.boolean().default(false),
  deceased: z.boolean().default(false),
  portals: z.array(z.strictObject({ portalId: id, state: z.enum(['active', 'legacy-only', 'invited', 'suspended', 'ended']) })).max(10).default([]),
  household: z.array(z.strictObject({ patientId: id, relationship: text })).max(10).default([]),
  /** User name of the member of staff whose own chart this is. */
  staffUserName: text.optional(),
})
type NewPatient = z.infer<typeof newPatient>

/** `POST /api/test/patients`: a patient as the test says, through the upsert that feeds use. Test practice only. */
const createPatientDoor: Door = openDoor({
  path: 'POST /api/test/patients', summary: 'Make a patient (test practice only).', withoutOrigin: true,
  body: newPatient, answer: z.strictObject({ id, mrn: z.string(), siteId: z.string() }),
  run: async (at) => {
    const facts = factsOf(at)
    if ('field' in facts) return refuse('FIELDS_NOT_ACCEPTED', { fields: { [facts.field]: refusalOf(facts.code, at.language).message } })
    return at.app.store.tx(async (w) => {
      const siteId = at.body.siteId ?? await firstSite(w)
      const [kept] = await upsertPatients(w, [{ facts, siteId, restricted: at.body.restricted }], { at: at.at, newId: at.app.random.id })
      if (!kept || kept.outcome === 'refused') return refuse('IDENTIFIER_TAKEN')
      await addTies(w, at, kept.id)
      w.announce('patients', kept.id)
      return done({ id: kept.id, mrn: facts.identifiers[0]?.value ?? '', siteId })
    })
  },
})

export const patientTestDoors: Door[] = [createPatientDoor]

function factsOf({ body, app, at }: AtDoor<NewPatient>): PatientFacts | { field: string; code: ReasonCode } {
  const fault = birthDateFault(body.birthDate, localDateOf(at, app.config.practiceTimeZone))
  if (fault) return { field: 'birthDate', code: fault }
  const family = cleanName(body.family)
  const given = cleanName(body.given)
  if (family === null || given === null) return { field: family === null ? 'family' : 'given', code: 'NAME_HAS_CONTROL_CHARACTERS' }
  const sinceAt = body.contactsSinceAt === undefined ? null : Date.parse(body.contactsSinceAt)
  const contact = (kind: 'phone' | 'email', value: string | undefined): ContactFacts[] =>
    (value === undefined ? [] : [{ kind, use: null, value, sinceAt, sinceProof: sinceAt === null ? null : 'period-start' }])
  return {
    source: 'test', sourceId: app.random.id(), legalFamily: family, legalGiven: given, usedGiven: body.usedGiven ?? null,
    birthDate: body.birthDate, sexAtBirth: null, gender: null, language: body.language ?? null, deceased: body.deceased, deceasedOn: null,
    city: null, state: null,
    identifiers: [{ kind: 'mrn', system: 'urn:test:mrn', value: body.mrn ?? app.random.id() }],
    contacts: [...contact('phone', body.phone), ...contact('email', body.email)],
  }
}

async function firstSite(w: Writer): Promise<string> {
  const [site] = await w.select({ id: w.t.sites.id }).from(w.t.sites).where(eq(w.t.sites.jurisdiction, 'NY')).limit(1)
  if (!site) throw new Error('the test practice has a site in New York')
  return site.id
}

async function addTies(w: Writer, { body, app, at }: AtDoor<NewPatient>, patientId: string): Promise<void> {
  if (body.portals.length > 0) {
    await w.insert(w.t.portalAccounts).values(body.portals.map((one) => ({ id: app.random.id(), patientId, ...one, sinceAt: at })))
  }
  const { patients } = w.t
  for (const tie of body.household) {
    const [related] = await w.select().from(patients).where(eq(patients.id, tie.patientId))
    await upsertHouseholdLinks(w, [{
      source: 'test', sourceId: app.random.id(), patientId, relatedPatientId: related ? tie.patientId : null,
      relatedName: related ? `${related.legalGiven} ${related.legalFamily}` : tie.patientId, relationship: tie.relationship,
    }], app.random.id)
  }
  if (body.staffUserName !== undefined) await w.update(w.t.staff).set({ patientId }).where(eq(w.t.staff.userName, body.staffUserName))
}
