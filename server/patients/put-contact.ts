import { and, eq, isNull } from 'drizzle-orm'
import type { ChangeContact } from '#domain/contracts/patient-acts.ts'
import { canChangeContact } from '#domain/patient-acts.ts'
import { deskContact } from '#domain/patients/desk-facts.ts'
import { contactKey } from '#domain/search-keys.ts'
import { contactStop } from '#db/access-blocks.ts'
import { noteDeskEdits } from '#db/desk-edits.ts'
import { contactRow } from '#db/new-patient.ts'
import type { Reader, Writer } from '#db/store.ts'
import { noteSharings } from '#server/contacts/contacts.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { refuseFields } from '#server/patients/create-patient.ts'
import type { PatientRecord } from '#server/patients/patients.ts'
import { tellOfChange } from '#server/patients/tell-contact-change.ts'

type ContactRow = Reader['t']['patientContacts']['$inferSelect']

/** The core of every change of a contact by staff, on a chart that may be acted on: the record's own command and enrollment's. */
export async function putContactOnFile(w: Writer, act: Act, chart: PatientRecord, body: ChangeContact): Promise<Outcome<{ version: number; told: number; contactId: string | null }>> {
  const before = await onFile(w, chart.id)
  const added = body.value === null ? null : deskContact(body.kind, body.value, body.use)
  if (body.value !== null && !added) return refuseFields(act, { value: 'CONTACT_NOT_USABLE' })
  const retired = before.find((row) => row.id === body.contactId && row.kind === body.kind) ?? null
  const key = added ? contactKey(added.kind, added.value) : null
  const decision = canChangeContact({
    deceased: chart.deceased, patientIsPresent: body.patientIsPresent, roles: act.actor.roles,
    isOnFile: before.some((row) => row.kind === body.kind && row.searchKey === key && row.id !== retired?.id) || retired?.searchKey === key,
    isGone: body.contactId !== null && retired === null,
  })
  if (!decision.allowed) return refuseBy(decision)
  const stop = added ? await contactStop(w, chart.id, added.kind, added.value, act.at) : null
  if (stop) return refuse(stop)
  const row = added ? contactRow(chart.id, added, { at: act.at, newId: act.app.random.id }) : null
  if (retired) await w.update(w.t.patientContacts).set({ retiredAt: act.at }).where(eq(w.t.patientContacts.id, retired.id))
  if (row) await w.insert(w.t.patientContacts).values(row)
  const version = chart.version + 1
  await w.update(w.t.patients).set({ version, updatedAt: act.at }).where(eq(w.t.patients.id, chart.id))
  const told = await tellOfChange(w, act.app, { scene: act.scene, patient: chart, kind: body.kind, by: 'desk', contacts: [...before, ...(row ? [row] : [])] })
  await w.insert(w.t.contactChanges).values({
    id: act.app.random.id(), patientId: chart.id, importId: 'console', retiredIds: retired?.id ?? '', addedIds: row?.id ?? '',
    changedAt: act.at, toldAt: act.at,
  })
  await noteDeskEdits(w, chart.id, [body.kind], { staffId: act.actor.id, at: act.at })
  await record(w, act, {
    event: 'contact.changed', patientId: chart.id, objectId: row?.id ?? retired?.id ?? null, evidence: body.evidence,
    detail: { kind: body.kind, retiredId: retired?.id ?? null, addedId: row?.id ?? null, told, patientPresent: body.patientIsPresent, reason: body.reason ?? '' },
  })
  await noteSharings(w, chart.id, { at: act.at, newId: act.app.random.id })
  w.announce('patients', chart.id)
  return done({ version, told, contactId: row?.id ?? null }, version)
}

function onFile(db: Reader, patientId: string): Promise<ContactRow[]> {
  const { patientContacts: t } = db.t
  return db.select().from(t).where(and(eq(t.patientId, patientId), isNull(t.retiredAt)))
}
