import { and, eq, isNull } from 'drizzle-orm'
import type { CreatePatient } from '#domain/contracts/patient-acts.ts'
import { deskFacts, type FieldFaults } from '#domain/patients/desk-facts.ts'
import { refusalOf } from '#domain/reasons.ts'
import { localDateOf } from '#domain/time.ts'
import { upsertPatients } from '#db/patients.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { newLookAlikes } from '#server/patients/new-look-alikes.ts'

/**
 * A new patient at a desk. Somebody who looks alike stops it once, with who they are; it goes on with a reason, and
 * that is recorded (CC-05). No phone, no e-mail, neither: all are ordinary.
 */
export async function createPatient(w: Writer, act: Act, { body }: { body: CreatePatient }): Promise<Outcome<{ id: string; version: number }>> {
  const site = await openSite(w, body.siteId)
  const today = localDateOf(act.at, site?.timeZone ?? act.app.config.practiceTimeZone)
  const shaped = deskFacts(body, act.app.random.id(), today)
  if ('faults' in shaped) return refuseFields(act, shaped.faults)
  if (!site) return refuseFields(act, { siteId: 'NOT_FOUND' })
  const { facts } = shaped
  const candidates = await newLookAlikes(w, act, facts)
  if (candidates.length > 0 && !body.override) return refuse('LOOKS_LIKE_SOMEBODY', { current: { candidates } })
  const [kept] = await upsertPatients(w, [{ facts, siteId: site.id }], { at: act.at, newId: act.app.random.id })
  if (!kept || kept.outcome === 'refused') return refuse('IDENTIFIER_TAKEN')
  await record(w, act, {
    event: 'patient.created', patientId: kept.id,
    detail: { reason: body.reason ?? '', lookAlikeIds: candidates.map((one) => one.id), ...(body.override ? { override: body.override.reason } : {}) },
  })
  w.announce('patients', kept.id)
  return done({ id: kept.id, version: 1 }, 1)
}

/** A site where patients are seen now. */
export async function openSite(db: Reader, id: string): Promise<Reader['t']['sites']['$inferSelect'] | null> {
  const { sites } = db.t
  const [row] = await db.select().from(sites).where(and(eq(sites.id, id), isNull(sites.retiredAt)))
  return row ?? null
}

/** Fields that cannot be taken, each with its sentence in the person's language. */
export function refuseFields(act: Act, faults: FieldFaults): ReturnType<typeof refuse> {
  const fields = Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, refusalOf(code, act.language).message]))
  return refuse('FIELDS_NOT_ACCEPTED', { fields })
}
