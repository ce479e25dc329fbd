import { and, asc, inArray, lte } from 'drizzle-orm'
import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import { statesOut, type InvitationState } from '#domain/enrollment/words.ts'
import { HOUR } from '#domain/time.ts'
import { endInvitationRow } from '#db/enrollment-ends.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { byItself, type Doing } from '#server/invitations/doing.ts'
import type { InvitationRow } from '#server/invitations/send-invitation.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'

/** Invitations of one transaction. */
const SLICE = 200

/** Writes down that an invitation's last day is over, if it is (ID-06). True when it is expired now. */
export async function expireIfOver(w: Writer, doing: Doing, invitation: InvitationRow): Promise<boolean> {
  if (stateNow({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, doing.at) !== 'expired') return false
  if (invitation.state === 'expired') return true
  if (await endInvitationRow(w, invitation.id, { at: doing.at, by: 'system', reason: 'LAST_DAY_OVER', state: 'expired' })) {
    await recordEvent(w, doing.scene, {
      event: 'invitation.ended', patientId: invitation.patientId, objectId: invitation.id,
      detail: { invitationId: invitation.id, state: 'expired', reason: 'LAST_DAY_OVER' },
    })
  }
  return true
}

/** Writes down what has expired. It is expired to everybody from that instant; no reader waits for this job (ID-06, DU-04). */
export const expireInvitationsJob: Job = { name: 'expire-invitations', nextDueAt: every(HOUR), run: expireAll, audited: false }

async function expireAll(app: App, stop: AbortSignal): Promise<Counts> {
  let expired = 0
  for (let found = SLICE; found === SLICE && !stop.aborted;) {
    found = await app.store.tx(async (w) => {
      const doing = byItself(app)
      const { portalInvitations: i } = w.t
      const over = await w.select().from(i).where(and(inArray(i.state, [...statesOut]), lte(i.endsAt, doing.at))).orderBy(asc(i.endsAt)).limit(SLICE)
      for (const row of over) await expireIfOver(w, doing, row)
      return over.length
    })
    expired += found
  }
  return { expired }
}
