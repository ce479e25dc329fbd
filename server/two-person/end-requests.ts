import { and, eq } from 'drizzle-orm'
import type { Writer } from '#db/store.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { closeRequest, mayStillAsk } from '#server/two-person/request.ts'

/** A person was disabled or lost a role: what they may no longer ask for is dead (AZ-06). Returns how many. */
export async function endRequestsOf(w: Writer, scene: AuditScene, staffId: string): Promise<number> {
  const { twoPersonRequests: t } = w.t
  let ended = 0
  for (const row of await w.select().from(t).where(and(eq(t.requestedBy, staffId), eq(t.state, 'open')))) {
    if (!(await mayStillAsk(w, row)) && await closeRequest(w, scene, row, 'dead')) ended += 1
  }
  return ended
}

/** What a request was about is over: nobody can approve it any more. Returns how many. */
export async function endRequestsAbout(w: Writer, scene: AuditScene, { action, objectId }: { action: string; objectId: string }): Promise<number> {
  const { twoPersonRequests: t } = w.t
  let ended = 0
  for (const row of await w.select().from(t).where(and(eq(t.action, action), eq(t.objectId, objectId), eq(t.state, 'open')))) {
    if (await closeRequest(w, scene, row, 'dead')) ended += 1
  }
  return ended
}
