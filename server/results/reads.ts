import { and, desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'

const MOST = 1_000

/** Results of a patient that a portal may ask about; null: no such patient. */
export async function visibleResultIds(db: Reader, patientId: string): Promise<string[] | null> {
  const { results: r, patients: p } = db.t
  const [patient] = await db.select({ id: p.id }).from(p).where(eq(p.id, patientId))
  if (!patient) return null
  return (await db.select({ id: r.id }).from(r).where(eq(r.patientId, patientId)).orderBy(desc(r.arrivedAt), desc(r.id)).limit(MOST)).map((row) => row.id)
}

type Read = { portalId: string; patientId: string; viewer: string; resultId: string; at: Instant }

/** Notes that somebody opened a result on a portal. False: there is no such result of this patient. */
export async function noteRead(w: Writer, scene: AuditScene, read: Read): Promise<boolean> {
  const { results: r, resultReads: s } = w.t
  const [result] = await w.select({ id: r.id }).from(r).where(and(eq(r.id, read.resultId), eq(r.patientId, read.patientId)))
  if (!result) return false
  const { portalId, viewer, resultId, at } = read
  await w.insert(s).values({ resultId, portalId, viewer, firstAt: at, lastAt: at }).onConflictDoUpdate({
    target: [s.resultId, s.portalId, s.viewer],
    set: { firstAt: sql`case when ${s.firstAt} < excluded.first_at then ${s.firstAt} else excluded.first_at end`, lastAt: sql`case when ${s.lastAt} > excluded.last_at then ${s.lastAt} else excluded.last_at end` },
  })
  await recordEvent(w, scene, { event: 'result.opened-on-portal', patientId: read.patientId, objectId: resultId, detail: { portalId, viewer } })
  w.announce('results', resultId)
  return true
}
