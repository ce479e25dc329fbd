import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { declineBodyOfDraft, deferBodyOfDraft, EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { endInvitationRow } from '#db/enrollment-ends.ts'
import type { Writer } from '#db/store.ts'
import { changeDraft } from '#server/enrollment/change-draft.ts'
import { draftToActOn, type DraftScene } from '#server/enrollment/draft-scene.ts'
import { record, type Act, type Outcome } from '#server/http/act.ts'

type To<Body> = { params: { id: string }; body: Body }

/** The patient says no. An outcome with its reason; whatever was handed over is dead, and nobody asks again by rote (R1). */
export async function declineDraft(w: Writer, act: Act, { params, body }: To<z.infer<typeof declineBodyOfDraft>>): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  await w.insert(w.t.enrollmentDeclines).values({
    id: act.app.random.id(), patientId: scene.chart.id, reason: body.because, notedBy: act.actor.id, notedAt: act.at,
  })
  await endWhatIsOut(w, act, scene, 'declined')
  w.announce('patients', scene.chart.id)
  return end(w, act, scene, 'declined', body)
}

/** Not today: an outcome with its reason. The patient can come to any desk, any day; what was handed over is dead. */
export async function deferDraft(w: Writer, act: Act, { params, body }: To<z.infer<typeof deferBodyOfDraft>>): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  await endWhatIsOut(w, act, scene, 'cancelled')
  return end(w, act, scene, 'deferred', body)
}

function end(w: Writer, act: Act, scene: DraftScene, state: 'declined' | 'deferred', { because, note }: { because: string; note: string | null }) {
  return changeDraft(w, act, scene, {
    state, endedAt: act.at, endedBy: act.actor.id, outcomeReason: because, outcomeNote: note === '' ? null : note, heldBy: null,
  }, { event: 'enrollment.ended', detail: { state, reason: because, note: note === '' ? null : note } })
}

/** Ends this enrollment's own invitation. One that was out before it, from elsewhere, stays only if the patient did not say no. */
async function endWhatIsOut(w: Writer, act: Act, { draft, chart, invitation }: DraftScene, state: 'declined' | 'cancelled'): Promise<void> {
  const { portalInvitations: i } = w.t
  const all = invitation ? [invitation] : state === 'cancelled' ? [] : await w.select().from(i).where(eq(i.patientId, chart.id))
  for (const one of all.filter((each) => each.portalId === draft.portalId)) {
    if (!(await endInvitationRow(w, one.id, { at: act.at, by: act.actor.id, reason: 'at the desk', state }))) continue
    await record(w, act, { event: 'invitation.ended', patientId: chart.id, objectId: one.id, detail: { invitationId: one.id, state, reason: 'at the desk' } })
  }
}
