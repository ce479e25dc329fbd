import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { enrollmentDay } from '#domain/contracts/enrollment.ts'
import { localDateOf, startOfLocalDay } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

/** What has come of the enrollments of today, by the practice's calendar. Closed charts are in no count (AZ-02). */
export async function dayOf(db: Reader, { app, at }: Act, siteIds: readonly string[]): Promise<z.infer<typeof enrollmentDay>> {
  const { enrollmentDrafts: d, patients: p } = db.t
  const zone = app.config.practiceTimeZone
  const today = startOfLocalDay(localDateOf(at, zone), zone)
  const here = and(inArray(d.siteId, [...siteIds]), inArray(d.patientId, db.select({ id: p.id }).from(p).where(and(eq(p.id, d.patientId), eq(p.restricted, false)))))
  const ended = (state: string) => and(eq(d.state, state), gte(d.endedAt, today), here)
  const [active, declined, byEmail, [took]] = await Promise.all([
    db.$count(d, ended('active')), db.$count(d, ended('declined')), db.$count(d, and(eq(d.state, 'open'), isNull(d.heldBy), eq(d.handOver, 'email'), here)),
    db.select({ ms: db.fn.percentile(sql<number>`(${d.endedAt} - ${d.startedAt})`, 0.5) }).from(d).where(and(ended('active'), eq(d.handOver, 'desk-code'))),
  ])
  const ms = took?.ms ?? null
  return { active, declined, byEmail, medianMs: ms === null ? null : Math.round(Number(ms)) }
}
