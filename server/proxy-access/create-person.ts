import { and, eq, inArray, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { CreatePerson, EditPerson, personAnswer } from '#domain/contracts/proxy-commands.ts'
import { isMailAddress } from '#domain/contact-policy.ts'
import { cleanName, foldName } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { knownPersons, type PersonRow } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { maskedContact, mayKnowOf } from '#server/patients/patients.ts'
import { contactKeys, resolvePerson } from '#server/proxy-access/resolve-person.ts'

type Fields = Omit<EditPerson, 'reason'>
type Answer = Outcome<z.infer<typeof personAnswer>>

/** A proxy who is new here. Somebody who may be the same stops it until it is said how that is known not to be so (CC-05). */
export async function createPerson(w: Writer, act: Act, body: CreatePerson): Promise<Answer> {
  if (body.patientId !== null) {
    const resolved = await resolvePerson(w, act, { personPatientId: body.patientId })
    return 'refused' in resolved ? resolved : done({ id: resolved.person.row.id, version: resolved.person.row.version }, resolved.person.row.version)
  }
  const faults = faultsOf(body)
  if (faults) return refuse('FIELDS_NOT_ACCEPTED', { fields: faults })
  const candidates = await candidatesFor(w, act, body)
  if (candidates.length > 0 && !body.override) return refuse('PROXY_PERSON_LOOKS_KNOWN', { current: { candidates } })
  const id = act.app.random.id()
  await w.insert(w.t.proxyPersons).values({ id, ...rowOf(body), createdAt: act.at, createdBy: act.actor.id })
  await writeNames(w, act, id, body)
  await record(w, act, {
    event: 'proxy-person.created', objectId: id,
    detail: { reason: body.reason ?? '', candidateIds: candidates.flatMap((one) => one.personId ?? one.patientId ?? []).slice(0, 20), ...(body.override ? { override: body.override.reason } : {}) },
  })
  w.announce('proxy-persons', id)
  return done({ id, version: 1 }, 1)
}

/** Changes what is known of a proxy. A name that was borne stays among the other names if it is given there. */
export async function editPerson(w: Writer, act: Act, id: string, body: EditPerson): Promise<Answer> {
  const { proxyPersons, proxyPersonNames } = w.t
  const [row] = await w.select().from(proxyPersons).where(eq(proxyPersons.id, id))
  if (!row) return refuse('NOT_FOUND')
  if (row.version !== act.version) return refuse('VERSION_STALE')
  const faults = faultsOf(body)
  if (faults) return refuse('FIELDS_NOT_ACCEPTED', { fields: faults })
  const version = row.version + 1
  await w.update(proxyPersons).set({ ...rowOf(body), version }).where(eq(proxyPersons.id, id))
  const isRenamed = row.legalFamily !== body.legalFamily || row.legalGiven !== body.legalGiven
  await w.delete(proxyPersonNames).where(eq(proxyPersonNames.personId, id))
  await writeNames(w, act, id, isRenamed ? { ...body, otherNames: [...body.otherNames, { family: row.legalFamily, given: row.legalGiven, use: 'former' }] } : body)
  await tellOfNewContact(w, act, row, body)
  await record(w, act, { event: 'proxy-person.edited', objectId: id, detail: { reason: body.reason ?? '' } })
  w.announce('proxy-persons', id)
  return done({ id, version }, version)
}

/**
 * A proxy's address or number was changed: told at the old address and at the new one, as a patient is (ID-03). Whoever has an
 * invitation sent to another mailbox is heard of in the one before.
 */
async function tellOfNewContact(w: Writer, act: Act, before: PersonRow, after: Fields): Promise<void> {
  const keys = contactKeys(after)
  const contact = before.emailKey !== keys.emailKey ? 'email' as const : before.phoneKey !== keys.phoneKey ? 'phone' as const : null
  if (contact === null) return
  for (const address of new Set([before.email, after.email].filter((one) => one !== null))) {
    await queueMail(w, act.app, {
      scene: act.scene, person: { kind: 'proxy', id: before.id }, address, purpose: 'security-notice', template: 'contact-changed', refs: { contact, by: 'desk' },
    })
  }
}

function rowOf(body: Fields) {
  const { legalFamily, legalGiven, usedGiven, birthDate, language, email, phone } = body
  return {
    legalFamily: cleanName(legalFamily) ?? '', legalGiven: cleanName(legalGiven) ?? '', usedGiven: usedGiven === null ? null : cleanName(usedGiven), birthDate, language, email, phone,
    ...contactKeys({ email, phone }), familyKey: foldName(legalFamily), givenKey: foldName(legalGiven),
  }
}

async function writeNames(w: Writer, act: Act, personId: string, body: Fields): Promise<void> {
  if (body.otherNames.length === 0) return
  await w.insert(w.t.proxyPersonNames).values(body.otherNames.map((one) => ({
    id: act.app.random.id(), personId, use: one.use, family: one.family, given: one.given, familyKey: foldName(one.family), givenKey: foldName(one.given),
  })))
}

/** Fields that cannot be taken, each with its code; null: all can. */
function faultsOf(body: Fields): Record<string, ReasonCode> | null {
  const faults: Record<string, ReasonCode> = {}
  for (const field of ['legalFamily', 'legalGiven', 'usedGiven'] as const) {
    const value = body[field]
    if (value !== null && cleanName(value) === null) faults[field] = 'NAME_HAS_CONTROL_CHARACTERS'
  }
  if (body.email !== null && !isMailAddress(body.email)) faults.email = 'CONTACT_NOT_USABLE'
  if (body.phone !== null && body.phone.replace(/\D/g, '').length < 7) faults.phone = 'CONTACT_NOT_USABLE'
  return Object.keys(faults).length > 0 ? faults : null
}

/** Proxies and patients who may be this person: one mailbox or number, or one name with one birth date or none. */
async function candidatesFor(db: Reader, act: Act, body: Fields) {
  const { proxyPersons: p, patients } = db.t
  const { emailKey, phoneKey } = contactKeys(body)
  const named = and(eq(p.familyKey, foldName(body.legalFamily)), eq(p.givenKey, foldName(body.legalGiven)))
  const ways = [named, ...(emailKey === null ? [] : [eq(p.emailKey, emailKey)]), ...(phoneKey === null ? [] : [eq(p.phoneKey, phoneKey)])]
  const rows = await db.select({ id: p.id, birthDate: p.birthDate }).from(p).where(or(...ways)).limit(20)
  const alike = rows.filter((row) => row.birthDate === null || body.birthDate === null || row.birthDate === body.birthDate)
  const persons = await knownPersons(db, alike.map((row) => row.id))
  const charts = body.birthDate === null ? [] : await db.select().from(patients).where(and(
    eq(patients.birthDate, body.birthDate), eq(patients.familyKey, foldName(body.legalFamily)), inArray(patients.givenKey, [foldName(body.legalGiven)]), mayKnowOf(db, act.actor, act.at),
  )).limit(5)
  const ownCharts = new Set([...persons.values()].flatMap((one) => one.patientId ?? []))
  return [
    ...[...persons.values()].map((one) => ({
      personId: one.row.id, patientId: one.patientId, name: one.name, birthDate: one.birthDate, maskedEmail: one.emails[0] === undefined ? null : maskedContact('email', one.emails[0]),
      maskedPhone: one.phones[0] === undefined ? null : maskedContact('phone', one.phones[0]), from: 'proxy', relationship: null, actsFor: 0,
    })),
    ...charts.filter((one) => !ownCharts.has(one.id)).map((one) => ({
      personId: null, patientId: one.id, name: `${one.legalGiven} ${one.legalFamily}`, birthDate: one.birthDate, maskedEmail: null, maskedPhone: null, from: 'patient', relationship: null, actsFor: 0,
    })),
  ]
}
