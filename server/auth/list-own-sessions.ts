import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { ownSessions } from '#domain/contracts/session.ts'
import { isoOf, MINUTE } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'

/** The person's own sessions that are open now, the latest first (AU-11). */
export async function listOwnSessions(db: Reader, act: Act): Promise<Outcome<z.infer<typeof ownSessions>>> {
  const { staffSessions: t } = db.t
  const rows = await db.select().from(t).where(and(
    eq(t.staffId, act.actor.id), isNull(t.endedAt), gt(t.endsAt, act.at), gt(t.lastActivityAt, act.at - act.app.config.idleMinutes * MINUTE),
  )).orderBy(desc(t.lastActivityAt), desc(t.id))
  return done(rows.map((row) => ({
    id: row.id, browser: row.browser, createdAt: isoOf(row.createdAt), lastActivityAt: isoOf(row.lastActivityAt), endsAt: isoOf(row.endsAt),
    current: row.id === act.actor.sessionId,
  })))
}
