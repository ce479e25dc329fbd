import { and, eq, inArray, ne } from 'drizzle-orm'
import { contactKeyFor } from '#domain/contact-policy.ts'
import { householdPatientIds } from '#db/household.ts'
import { chartMarks, knownPersons } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import type { TemplateUse } from '#server/outbox/templates/templates.ts'

type Notice = TemplateUse & {
  to: { kind: 'patient' | 'proxy'; id: string }
  /** Whose record it is about. */
  patientId: string
  /** A letter is made where no mail can go. */
  orLetter: boolean
}

/** How somebody was told: by mail, by a letter to print, or not at all and why. */
export type Told = { by: 'mail' | 'letter' } | { by: null; code: string }

/**
 * Tells one person, in their language: by mail to an address of their own, else by a letter where one is wanted. What
 * a patient of 12 and older is told goes nowhere that a proxy or an adult of the household reads (R10).
 */
export async function tell(w: Writer, app: App, scene: AuditScene, notice: Notice): Promise<Told> {
  const { to, patientId, orLetter, ...use } = notice
  const address = to.kind === 'patient' ? await ownAddressOf(w, to.id) : undefined
  if (address !== null) {
    const mail = await queueMail(w, app, { scene, person: to, purpose: 'security-notice', ...(address === undefined ? {} : { address }), ...use })
    if (mail.queued) return { by: 'mail' }
    if (!orLetter || mail.code === 'CONTACT_PERSON_DECEASED') return { by: null, code: mail.code }
  } else if (!orLetter) return { by: null, code: 'CONTACT_ADDRESS_MISSING' }
  const letterId = app.random.id()
  await w.insert(w.t.proxyLetters).values({
    id: letterId, toKind: to.kind, toId: to.id, patientId, template: use.template, language: await languageOf(w, to), refs: JSON.stringify(use.refs), madeAt: scene.at,
  })
  w.announce('proxy-letters', letterId)
  return { by: 'letter' }
}

/** An address of the patient that no proxy and nobody of the household reads; null: there is none. */
export async function ownAddressOf(db: Reader, patientId: string): Promise<string | null> {
  const own = (await chartMarks(db, [patientId])).get(patientId)
  const others = await readByOthers(db, patientId)
  return own?.emails.find((one) => !others.has(contactKeyFor('email', one))) ?? null
}

/** Keys of every mailbox that a proxy or a relative of the patient reads. */
async function readByOthers(db: Reader, patientId: string): Promise<Set<string>> {
  const { proxyGrants } = db.t
  const grants = await db.select({ personId: proxyGrants.personId }).from(proxyGrants).where(and(eq(proxyGrants.patientId, patientId), ne(proxyGrants.state, 'denied')))
  const persons = await knownPersons(db, grants.map((one) => one.personId))
  const kin = await chartMarks(db, await householdPatientIds(db, patientId))
  return new Set([...persons.values(), ...kin.values()].flatMap(({ emails }) => emails.map((one) => contactKeyFor('email', one))))
}

async function languageOf(db: Reader, to: Notice['to']): Promise<'en' | 'es'> {
  const language = to.kind === 'proxy'
    ? (await knownPersons(db, [to.id])).get(to.id)?.language
    : (await db.select({ language: db.t.patients.language }).from(db.t.patients).where(eq(db.t.patients.id, to.id)))[0]?.language
  return /^es\b/i.test(language ?? '') ? 'es' : 'en'
}

/** Members of staff who hold a role and are active, for notices about what waits for them. */
export async function activeStaff(db: Reader, role: 'privacy-officer' | 'manager'): Promise<string[]> {
  const { staff, staffRoles } = db.t
  const rows = await db.select({ id: staff.id }).from(staff).innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staff.status, 'active'), inArray(staffRoles.role, [role])))
  return rows.map((row) => row.id)
}
