import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { contactKeyFor } from '#domain/contact-policy.ts'
import type { suppressBody, versionAnswer } from '#domain/contracts/proxy-commands.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'

type Answer = Outcome<z.infer<typeof versionAnswer>>

/** Closes a way to reach the patient, for their safety: a whole channel, or one address or number on file. */
export async function suppressChannel(w: Writer, act: Act, patientId: string, body: z.infer<typeof suppressBody>): Promise<Answer> {
  const opened = await chartToActOn(w, act, patientId)
  if ('refused' in opened) return opened
  const contact = body.contactId === null ? null : await contactOnFile(w, patientId, body.contactId)
  if (body.contactId !== null && contact === null) return refuse('CONTACT_GONE')
  const contactKey = contact === null ? null : contactKeyFor(contact.kind === 'email' ? 'email' : 'phone', contact.value)
  const id = act.app.random.id()
  await w.insert(w.t.suppressedChannels).values({ id, patientId, channel: body.channel, contactKey, setBy: act.actor.id, setAt: act.at })
  await record(w, act, { event: 'contact.suppressed', patientId, objectId: id, detail: { channel: body.channel, whole: contactKey === null, reason: body.reason ?? '' } })
  w.announce('patients', patientId)
  return done({ id, version: 1 }, 1)
}

/** The way may be used again. */
export async function endSuppression(w: Writer, act: Act, id: string, reason: string): Promise<Answer> {
  const { suppressedChannels: s } = w.t
  const [row] = await w.select().from(s).where(eq(s.id, id))
  if (!row) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, row.patientId)
  if ('refused' in opened) return opened
  if (row.endedAt !== null) return refuse('ALREADY_DONE')
  if (row.version !== act.version) return refuse('VERSION_STALE')
  const version = row.version + 1
  await w.update(s).set({ endedAt: act.at, version }).where(eq(s.id, id))
  await record(w, act, { event: 'contact.suppression-ended', patientId: row.patientId, objectId: id, detail: { channel: row.channel, reason } })
  w.announce('patients', row.patientId)
  return done({ id, version }, version)
}

async function contactOnFile(w: Writer, patientId: string, id: string) {
  const { patientContacts: c } = w.t
  const [row] = await w.select({ kind: c.kind, value: c.value }).from(c).where(and(eq(c.id, id), eq(c.patientId, patientId), isNull(c.retiredAt)))
  return row ?? null
}
