import type { z } from 'zod'
import type { chooseHandOverBody, EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { canHandOver } from '#domain/enrollment/draft-policy.ts'
import type { Writer } from '#db/store.ts'
import { changeDraft } from '#server/enrollment/change-draft.ts'
import { draftToActOn, factsOf } from '#server/enrollment/draft-scene.ts'
import { refuseBy, type Act, type Outcome } from '#server/http/act.ts'

type Asked = { params: { id: string }; body: z.infer<typeof chooseHandOverBody> }

/** Chooses how it is handed over, and in which language. */
export async function chooseHandOver(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  const may = canHandOver(factsOf(scene), body.handOver)
  if (!may.allowed) return refuseBy(may)
  return changeDraft(w, act, scene, { handOver: body.handOver, handOverAt: act.at, language: body.language ?? scene.draft.language }, {
    event: 'enrollment.hand-over-chosen', detail: { handOver: body.handOver },
  })
}
