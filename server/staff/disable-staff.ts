import { and, eq, ne } from 'drizzle-orm'
import { canDisable } from '#domain/staff.ts'
import type { Writer } from '#db/store.ts'
import { endSessionsOf } from '#server/auth/auth.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { endLinks } from '#server/staff/invitation.ts'
import { findStaff, otherHolders } from '#server/staff/staff-row.ts'
import { endRequestsOf } from '#server/two-person/two-person.ts'

/**
 * Takes a person's access away at once: sessions, links, open requests (AU-11, decision 0006). One person suffices and
 * no version is asked for: taking away must not wait. Giving it back takes two.
 */
export async function disableStaff(w: Writer, act: Act, staffId: string, reason: string): Promise<Outcome<{ sessionsEnded: number }>> {
  const { staff } = w.t
  const person = await findStaff(w, staffId)
  if (!person) return refuse('NOT_FOUND')
  const decision = canDisable(act.actor.id, person, await otherHolders(w, staffId))
  if (!decision.allowed) return refuseBy(decision)
  const disabled = await w.update(staff).set({ status: 'disabled', version: person.version + 1 })
    .where(and(eq(staff.id, staffId), ne(staff.status, 'disabled'))).returning({ id: staff.id })
  if (disabled.length === 0) return refuse('ALREADY_DONE')
  const sessionsEnded = await endSessionsOf(w, act.scene, staffId, 'disabled')
  await endLinks(w, staffId, act.at)
  await endRequestsOf(w, act.scene, staffId)
  await record(w, act, { event: 'staff.disabled', objectId: staffId, detail: { reason, sessionsEnded } })
  w.announce('staff', staffId)
  return done({ sessionsEnded }, person.version + 1)
}
