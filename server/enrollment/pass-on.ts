import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { Writer } from '#db/store.ts'
import { changeDraft } from '#server/enrollment/change-draft.ts'
import { draftToActOn } from '#server/enrollment/draft-scene.ts'
import type { Act, Outcome } from '#server/http/act.ts'

type Asked = { params: { id: string } }

/** Next person: the enrollment waits on Home, everything that was recorded stays, a code goes on living to its end. */
export async function leaveDraft(w: Writer, act: Act, { params }: Asked): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  return changeDraft(w, act, scene, { heldBy: null, leftAt: act.at }, { event: 'enrollment.left', detail: {} })
}

/** Takes an enrollment up, from Home or from another desk, which then sees who has it. */
export async function takeUpDraft(w: Writer, act: Act, { params }: Asked): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id, 'anybody')
  if ('refused' in scene) return scene
  return changeDraft(w, act, scene, {}, { event: 'enrollment.taken-up', detail: { before: scene.draft.heldBy } })
}
