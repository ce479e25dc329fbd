import { isoOf } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { lastLink, mayBeResent, sendLink, type LinkPurpose } from '#server/staff/invitation.ts'
import { findStaff } from '#server/staff/staff-row.ts'

/** Mails the same link's successor to the same address; the older one stops working (ID-05). */
export async function resendInvitation(w: Writer, act: Act, staffId: string): Promise<Outcome<{ invitationId: string; endsAt: string }>> {
  const person = await findStaff(w, staffId)
  if (!person) return refuse('NOT_FOUND')
  const last = await lastLink(w, staffId)
  if (person.status === 'disabled' || !last || !mayBeResent(last, act.at)) return refuse('STAFF_NOT_INVITED')
  const { invitationId, endsAt } = await sendLink(w, act.app, act.scene, staffId, last.purpose as LinkPurpose)
  await record(w, act, { event: 'staff.invitation-resent', objectId: staffId, detail: { invitationId } })
  return done({ invitationId, endsAt: isoOf(endsAt) })
}
