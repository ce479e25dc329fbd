import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Writer } from '#db/store.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'

export type EndReason =
  | 'signed-out' | 'locked' | 'ended-by-owner' | 'ended-by-staff' | 'disabled' | 'roles-changed'
  | 'password-changed' | 'factor-changed' | 'left-for-another'

/** Ends the open sessions of a person at once (AU-11), all but `except`. Open streams close after the commit. Returns how many. */
export async function endSessionsOf(
  w: Writer, scene: AuditScene, staffId: string, reason: EndReason, except: string | null = null,
): Promise<number> {
  const { staffSessions: t } = w.t
  const ended = await w.update(t).set({ endedAt: scene.at, endReason: reason })
    .where(and(eq(t.staffId, staffId), isNull(t.endedAt), except === null ? undefined : ne(t.id, except))).returning({ id: t.id, endsAt: t.endsAt })
  const sessions = ended.filter((row) => row.endsAt > scene.at).length
  if (ended.length > 0) await noteEnd(w, scene, staffId, reason, sessions)
  return sessions
}

/** Ends one session of a person. False when it was not open. */
export async function endSession(w: Writer, scene: AuditScene, staffId: string, sessionId: string, reason: EndReason): Promise<boolean> {
  const { staffSessions: t } = w.t
  const ended = await w.update(t).set({ endedAt: scene.at, endReason: reason })
    .where(and(eq(t.id, sessionId), eq(t.staffId, staffId), isNull(t.endedAt), gt(t.endsAt, scene.at))).returning({ id: t.id })
  if (ended.length === 0) return false
  await noteEnd(w, scene, staffId, reason, 1)
  return true
}

async function noteEnd(w: Writer, scene: AuditScene, staffId: string, reason: EndReason, sessions: number): Promise<void> {
  await recordEvent(w, scene, { event: 'session.ended', objectId: staffId, detail: { reason, sessions } })
  w.announce('sessions', staffId)
}
