import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { endedInvitation, endInvitationBody } from '#domain/contracts/invitations.ts'
import { canEndInvitation } from '#domain/enrollment/invitation-policy.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import { endInvitationRow } from '#db/enrollment-ends.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { invitationScene } from '#server/invitations/scene-of.ts'

type Asked = { params: { id: string }; body: z.infer<typeof endInvitationBody> }
type Ended = Outcome<z.infer<typeof endedInvitation>>

/** Takes an invitation back: its links and codes are dead at once. */
export function cancelInvitation(w: Writer, act: Act, asked: Asked): Promise<Ended> {
  return end(w, act, asked, 'cancelled')
}

/** The patient says no to it, by phone or at a desk. */
export async function declineInvitation(w: Writer, act: Act, asked: Asked): Promise<Ended> {
  const ended = await end(w, act, asked, 'declined')
  if ('done' in ended) {
    const [row] = await w.select({ patientId: w.t.portalInvitations.patientId }).from(w.t.portalInvitations).where(eq(w.t.portalInvitations.id, asked.params.id))
    if (row) await w.insert(w.t.enrollmentDeclines).values({ id: act.app.random.id(), patientId: row.patientId, reason: asked.body.reason ?? '', notedBy: act.actor.id, notedAt: act.at })
  }
  return ended
}

async function end(w: Writer, act: Act, { params, body }: Asked, state: 'cancelled' | 'declined'): Promise<Ended> {
  const scene = await invitationScene(w, act, params.id, 'act')
  if ('refused' in scene) return scene
  const { invitation, chart } = scene
  if (invitation.version !== act.version) return refuse('VERSION_STALE', { current: { version: invitation.version } })
  const may = canEndInvitation({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, act.at)
  if (!may.allowed) return refuseBy(may)
  const reason = body.reason ?? ''
  if (!(await endInvitationRow(w, invitation.id, { at: act.at, by: act.actor.id, reason, state }))) return refuse('INVITATION_CANCELLED')
  const version = invitation.version + 1
  await w.update(w.t.portalInvitations).set({ version }).where(eq(w.t.portalInvitations.id, invitation.id))
  await record(w, act, { event: 'invitation.ended', patientId: chart.id, objectId: invitation.id, detail: { invitationId: invitation.id, state, reason } })
  w.announce('patients', chart.id)
  return done({ id: invitation.id, version, state }, version)
}
