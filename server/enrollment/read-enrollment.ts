import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { Reader } from '#db/store.ts'
import { draftToRead } from '#server/enrollment/draft-scene.ts'
import { shownDraft } from '#server/enrollment/show-draft.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'

/** One enrollment with its live steps, pre-flight and contacts; open or ended. */
export async function readEnrollment(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToRead(db, act, params.id)
  return 'refused' in scene ? scene : done(await shownDraft(db, act, scene), scene.draft.version)
}
