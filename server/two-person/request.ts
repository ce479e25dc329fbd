import { and, eq } from 'drizzle-orm'
import { actions, cellFor, mayApprove, type Action } from '#domain/actions.ts'
import { roles, type Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import type { StaffActor } from '#server/http/act.ts'

export type RequestRow = Reader['t']['twoPersonRequests']['$inferSelect']
export type Closed = 'approved' | 'declined' | 'withdrawn' | 'expired' | 'dead'

/** Whether its day is over. */
export function isOver(row: Pick<RequestRow, 'endsAt'>, at: Instant): boolean {
  return at >= row.endsAt
}

export async function findRequest(db: Reader, id: string): Promise<RequestRow | null> {
  const [row] = await db.select().from(db.t.twoPersonRequests).where(eq(db.t.twoPersonRequests.id, id))
  return row ?? null
}

/** The acts whose requests this person may approve by role. */
export function approvableBy(held: readonly Role[]): Action[] {
  return actions.filter((action) => mayApprove(action, held))
}

/** Whether the person may know of the request: their own, or one that their role decides. Otherwise it does not exist (AZ-02). */
export function maySee(row: RequestRow, actor: Pick<StaffActor, 'id' | 'roles'>): boolean {
  return row.requestedBy === actor.id || mayApprove(row.action as Action, actor.roles)
}

/** Whether whoever asked is still active and may still ask for this (AZ-06). */
export async function mayStillAsk(db: Reader, row: Pick<RequestRow, 'requestedBy' | 'action'>): Promise<boolean> {
  const { staff, staffRoles } = db.t
  const held = await db.select({ role: staffRoles.role }).from(staffRoles).innerJoin(staff, eq(staff.id, staffRoles.staffId))
    .where(and(eq(staff.id, row.requestedBy), eq(staff.status, 'active')))
  const cell = cellFor(row.action as Action, roles.filter((role) => held.some((one) => one.role === role)))
  return cell === '2' || cell === '2S'
}

/** Ends an open request; false when another has ended it meanwhile, so that it is decided once. */
export async function closeRequest(w: Writer, scene: AuditScene, row: RequestRow, state: Closed, reason?: string): Promise<boolean> {
  const { twoPersonRequests: t } = w.t
  const byPerson = state === 'approved' || state === 'declined' || state === 'withdrawn'
  const closed = await w.update(t).set({
    state, decidedAt: scene.at, decidedBy: byPerson ? scene.actor.id : null, decisionReason: reason ?? null, version: row.version + 1,
  }).where(and(eq(t.id, row.id), eq(t.state, 'open'))).returning({ id: t.id })
  if (closed.length === 0) return false
  await recordEvent(w, scene, {
    event: 'two-person.decided', objectId: row.id,
    detail: { action: row.action, decision: state, requestedBy: row.requestedBy, ...(reason ? { reason } : {}) },
  })
  w.announce('two-person-requests', row.id)
  return true
}
