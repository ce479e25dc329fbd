import type { Writer } from '#db/store.ts'
import { endSessionsOf } from '#server/auth/auth.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { findStaff } from '#server/staff/staff-row.ts'

/** Ends every session of a person at once; they may sign in again (AU-11). */
export async function endStaffSessions(w: Writer, act: Act, staffId: string): Promise<Outcome<{ sessionsEnded: number }>> {
  if (!(await findStaff(w, staffId))) return refuse('NOT_FOUND')
  return done({ sessionsEnded: await endSessionsOf(w, act.scene, staffId, 'ended-by-staff') })
}
