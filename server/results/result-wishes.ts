import { and, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { ResultWishes, wishBody } from '#domain/contracts/result-care.ts'
import { standingOf } from '#domain/release/who-may.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { tiesOf } from '#db/relations.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn, openChart } from '#server/patients/patients.ts'
import { staffNames } from '#server/results/staff-names.ts'

type Changed = Outcome<{ id: string; version: number }>

/** What a patient asked for before results come. */
export async function listWishes(db: Reader, act: Act, patientId: string): Promise<Outcome<ResultWishes>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const near = await isNear(db, act, patientId)
  if (near !== null) return near
  const { resultWishes: s } = db.t
  const rows = await db.select().from(s).where(eq(s.patientId, patientId)).orderBy(desc(s.recordedAt), desc(s.id)).limit(50)
  const names = await staffNames(db, rows.map((row) => row.recordedBy))
  return done({
    rows: rows.map((row) => ({
      id: row.id, version: row.version, category: row.category as ResultWishes['rows'][number]['category'], recipient: row.recipient as 'patient' | 'representative', days: row.days,
      words: row.words, recordedByName: names(row.recordedBy), recordedAt: isoOf(row.recordedAt), endedAt: isoOrNull(row.endedAt),
    })),
  })
}

/** Records that a patient wants to be told before a result shows. Each result then gets a hold of their own request, with an end (R68). */
export async function recordWish(w: Writer, act: Act, patientId: string, { category, recipient, days, reason }: z.infer<typeof wishBody>): Promise<Changed> {
  const opened = await chartToActOn(w, act, patientId)
  if ('refused' in opened) return opened
  const near = await isNear(w, act, patientId)
  if (near !== null) return near
  const id = act.app.random.id()
  await w.insert(w.t.resultWishes).values({ id, patientId, category, recipient, days, words: reason, recordedBy: act.actor.id, recordedAt: act.at })
  await record(w, act, { event: 'result-wish.recorded', patientId, objectId: id, detail: { recipient, days, reason } })
  return done({ id, version: 1 }, 1)
}

/** The wish holds no longer for what comes; holds that it made go on to their end. */
export async function endWish(w: Writer, act: Act, id: string, reason: string): Promise<Changed> {
  const { resultWishes: s } = w.t
  const [wish] = await w.select().from(s).where(eq(s.id, id))
  if (!wish) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, wish.patientId)
  if ('refused' in opened) return opened
  const near = await isNear(w, act, wish.patientId)
  if (near !== null) return near
  if (wish.endedAt !== null) return refuse('ALREADY_DONE')
  const ended = await w.update(s).set({ endedAt: act.at, version: wish.version + 1 }).where(and(eq(s.id, id), eq(s.version, act.version))).returning({ id: s.id })
  if (ended.length === 0) return refuse('VERSION_STALE', { current: { version: wish.version } })
  await record(w, act, { event: 'result-wish.ended', patientId: wish.patientId, objectId: id, detail: { reason } })
  return done({ id, version: wish.version + 1 }, wish.version + 1)
}

async function isNear(db: Reader, act: Act, patientId: string): Promise<ReturnType<typeof refuse> | null> {
  const { may } = standingOf({ id: act.actor.id, clinicianKind: 'prescriber' }, await tiesOf(db, patientId, act.at), null, act.at)
  return may.allowed ? null : refuseBy(may)
}
