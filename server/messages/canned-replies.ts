import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { CannedReply, cannedBody, fillBody, FilledAnswer } from '#domain/contracts/message-settings.ts'
import { fieldsOf, fillCanned } from '#domain/messages/canned.ts'
import { plainText } from '#domain/messages/plain-text.ts'
import type { CannedField, QueueKind } from '#domain/messages/words.ts'
import { displayName } from '#domain/names.ts'
import { isoOf } from '#domain/time.ts'
import { promisedFor } from '#db/messages/clocks.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { threadScene } from '#server/messages/thread-scene.ts'
import { findPractice } from '#server/practice.ts'
import { readsBody } from '#domain/messages/thread-policy.ts'

type Row = RowOf<'cannedReplies'>

/** Every text that is offered, the most used first; for a manager also those taken out of use. */
export async function listCanned(db: Reader): Promise<Outcome<CannedReply[]>> {
  const { cannedReplies: c } = db.t
  const rows = await db.select().from(c).where(isNull(c.retiredAt)).orderBy(sql`${c.uses} desc`, asc(c.title), asc(c.id))
  return done(await shown(db, rows))
}

export async function createCanned(w: Writer, act: Act, body: z.infer<typeof cannedBody>): Promise<Outcome<CannedReply>> {
  const { cannedReplies: c } = w.t
  if (await isTaken(w, body, null)) return refuse('CANNED_TITLE_TAKEN')
  const id = act.app.random.id()
  await w.insert(c).values({ id, ...body, text: plainText(body.text), changedBy: act.actor.id, changedAt: act.at })
  return written(w, act, id, 'created')
}

export async function changeCanned(w: Writer, act: Act, id: string, body: z.infer<typeof cannedBody>): Promise<Outcome<CannedReply>> {
  const before = await inUse(w, act, id)
  if ('refused' in before) return before
  if (await isTaken(w, body, id)) return refuse('CANNED_TITLE_TAKEN')
  return update(w, act, before, { ...body, text: plainText(body.text) }, 'changed')
}

/** Takes a text out of use; what was sent with it stays as it is. */
export async function retireCanned(w: Writer, act: Act, id: string): Promise<Outcome<CannedReply>> {
  const before = await inUse(w, act, id)
  return 'refused' in before ? before : update(w, act, before, { retiredAt: act.at }, 'retired')
}

async function inUse(w: Writer, act: Act, id: string): Promise<Row | ReturnType<typeof refuse>> {
  const { cannedReplies: c } = w.t
  const [row] = await w.select().from(c).where(and(eq(c.id, id), isNull(c.retiredAt)))
  if (!row) return refuse('NOT_FOUND')
  return row.version === act.version ? row : refuse('VERSION_STALE', { current: (await shown(w, [row]))[0] })
}

async function update(w: Writer, act: Act, before: Row, values: Partial<Row>, change: 'changed' | 'retired'): Promise<Outcome<CannedReply>> {
  const { cannedReplies: c } = w.t
  const rows = await w.update(c).set({ ...values, changedBy: act.actor.id, changedAt: act.at, version: before.version + 1 })
    .where(and(eq(c.id, before.id), eq(c.version, before.version))).returning({ id: c.id })
  return rows.length === 0 ? refuse('VERSION_STALE') : written(w, act, before.id, change)
}

async function written(w: Writer, act: Act, id: string, change: 'created' | 'changed' | 'retired'): Promise<Outcome<CannedReply>> {
  const { cannedReplies: c } = w.t
  await record(w, act, { event: 'canned-reply.changed', objectId: id, detail: { change } })
  w.announce('canned-replies', id)
  const [now] = await shown(w, await w.select().from(c).where(eq(c.id, id)))
  return now ? done(now, now.version) : refuse('NOT_FOUND')
}

async function isTaken(w: Writer, { title, language }: { title: string; language: string }, exceptId: string | null): Promise<boolean> {
  const { cannedReplies: c } = w.t
  return await w.$count(c, and(eq(c.title, title), eq(c.language, language), isNull(c.retiredAt), exceptId === null ? undefined : ne(c.id, exceptId))) > 0
}

async function shown(db: Reader, rows: readonly Row[]): Promise<CannedReply[]> {
  const { staff } = db.t
  const names = rows.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, rows.map(({ changedBy }) => changedBy)))
  return rows.map((row) => ({
    id: row.id, version: row.version, title: row.title, text: row.text, language: row.language === 'es' ? 'es' : 'en', queueKind: row.queueKind as QueueKind | null,
    fields: fieldsOf(row.text), uses: row.uses, retired: row.retiredAt !== null,
    changedBy: names.find(({ id }) => id === row.changedBy)?.name ?? '', changedAt: isoOf(row.changedAt),
  }))
}

/** The text for one thread, its fields filled from the record; what has no value is to be typed before it can be sent. */
export async function fillReply(db: Reader, act: Act, id: string, { threadId, values }: z.infer<typeof fillBody>): Promise<Outcome<FilledAnswer>> {
  const { cannedReplies: c } = db.t
  const [row] = await db.select().from(c).where(and(eq(c.id, id), isNull(c.retiredAt)))
  const scene = await threadScene(db, act, threadId)
  if ('refused' in scene) return scene
  if (!row || scene.near || !readsBody(act.actor, scene.queue)) return refuse('NOT_FOUND')
  return done(fillCanned(row.text, { ...await valuesFor(db, act, scene.thread), ...values }))
}

async function valuesFor(db: Reader, act: Act, thread: RowOf<'messageThreads'>): Promise<Record<CannedField, string | null>> {
  const { patients, sites } = db.t
  const [chart] = await db.select().from(patients).where(eq(patients.id, thread.patientId))
  const [site] = await db.select().from(sites).where(eq(sites.id, thread.siteId))
  const { policy } = await promisedFor(db, thread, act.at)
  const patientName = chart ? displayName(chart) : null
  return {
    'patient.given': chart ? chart.usedGiven ?? chart.legalGiven : null, 'patient.name': patientName, 'sender.name': thread.writtenBy ?? patientName,
    'staff.name': act.actor.name, 'practice.name': (await findPractice(db))?.name ?? null, 'site.name': site?.name ?? null, 'site.phone': site?.phone ?? null,
    'portal.name': policy.name, 'portal.phone': policy.contacts.points.find((point) => point.phone !== null)?.phone ?? null, 'emergency.number': policy.messages.emergencyNumber,
  }
}
