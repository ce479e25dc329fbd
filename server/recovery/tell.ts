import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { mailboxKey } from '#domain/mailbox.ts'
import type { Language } from '#domain/reasons/text.ts'
import { DAY, isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { checkTyped, ownContacts, type PortalNow } from '#server/contacts/contacts.ts'
import type { Doing } from '#server/invitations/invitations.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import type { noticeKinds } from '#server/outbox/templates/recovery.ts'

/** How long "this was not me" works, and how long an address that was taken off still hears. */
const NOTICE_LIVES = 30 * DAY

type About = {
  patient: { id: string; birthDate: string }
  portal: PortalNow
  /** Null: it is about every portal of the patient. */
  portalId: string | null
  caseId: string | null
  actId: string | null
  what: (typeof noticeKinds)[number]
  language?: Language
}

/** Tells every own address, also those taken off within 30 days, never one that somebody else reads (R10, ID-03). Answers how many. */
export async function tellPatient(w: Writer, { app, at, scene }: Doing, about: About): Promise<number> {
  let told = 0
  for (const address of await addressesOf(w, about, at)) {
    const noticeId = app.random.id()
    const mail = await queueMail(w, app, {
      scene, person: { kind: 'patient', id: about.patient.id }, address, purpose: 'security-notice', ...(about.language ? { language: about.language } : {}),
      template: 'recovery-notice', refs: { noticeId, what: about.what, portalName: about.portal.name },
    })
    if (!mail.queued) continue
    await w.insert(w.t.recoveryNotices).values({ id: noticeId, caseId: about.caseId, patientId: about.patient.id, portalId: about.portalId, actId: about.actId, madeAt: at, endsAt: at + NOTICE_LIVES })
    told += 1
  }
  return told
}

async function addressesOf(db: Reader, { patient, portal }: About, at: number): Promise<string[]> {
  const { patientContacts: c } = db.t
  const whose = { patient, portal, at }
  const found = new Map<string, string>()
  for (const one of await ownContacts(db, whose)) if (one.kind === 'email' && one.checked.with === null) found.set(mailboxKey(one.value), one.value)
  const gone = await db.select({ value: c.value }).from(c).where(and(eq(c.patientId, patient.id), eq(c.kind, 'email'), isNotNull(c.retiredAt), gt(c.retiredAt, at - NOTICE_LIVES)))
  for (const { value } of gone) {
    if (!found.has(mailboxKey(value)) && (await checkTyped(db, whose, 'email', value)).checked.with === null) found.set(mailboxKey(value), value)
  }
  return [...found.values()]
}

/** Writes to the privacy officers at once; where there is no other than `except`, to the managers as well. */
export async function alertPrivacy(w: Writer, { app, at, scene }: Doing, alert: { incidentId: string; kind: 'recovery-stopped' | 'not-me' | 'reset-by-two'; except: string | null }): Promise<number> {
  const officers = await holdersOf(w, 'privacy-officer')
  const others = officers.some((one) => one !== alert.except) ? [] : await holdersOf(w, 'manager')
  let told = 0
  for (const id of new Set([...officers, ...others])) {
    const mail = await queueMail(w, app, { scene, person: { kind: 'staff', id }, purpose: 'oversight-notice', template: 'recovery-alert', refs: { incidentId: alert.incidentId, kind: alert.kind, at: isoOf(at) } })
    if (mail.queued) told += 1
  }
  return told
}

async function holdersOf(db: Reader, role: string): Promise<string[]> {
  const { staff, staffRoles } = db.t
  const rows = await db.select({ id: staff.id }).from(staffRoles).innerJoin(staff, eq(staff.id, staffRoles.staffId)).where(and(eq(staffRoles.role, role), eq(staff.status, 'active')))
  return rows.map((row) => row.id)
}
