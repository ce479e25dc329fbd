import type { z } from 'zod'
import type { EnrollmentAnswer, recordIdentityBody } from '#domain/contracts/enrollment.ts'
import { canTakeEvidence } from '#domain/enrollment/draft-policy.ts'
import { withoutPhoto } from '#domain/enrollment/words.ts'
import { localDateOf } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { changeDraft } from '#server/enrollment/change-draft.ts'
import { draftToActOn } from '#server/enrollment/draft-scene.ts'
import { refuseBy, type Act, type Outcome } from '#server/http/act.ts'

type Asked = { params: { id: string }; body: z.infer<typeof recordIdentityBody> }

/** Notes what was seen of somebody's identity: kind, issuer, expiry, who looked, when. Nothing of the document itself. */
export async function recordIdentity(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  const today = localDateOf(act.at, scene.portal.policy.timeZone)
  const may = canTakeEvidence({ issuer: body.issuer, expiresOn: body.expiresOn, today })
  if (!may.allowed) return refuseBy(may)
  return changeDraft(w, act, scene, {
    evidenceKind: body.kind, evidenceIssuer: body.issuer === '' ? null : body.issuer, evidenceExpiresOn: body.expiresOn,
    evidenceSeenBy: act.actor.id, evidenceSeenAt: act.at,
  }, { event: 'enrollment.identity-recorded', evidence: body.kind, detail: { withPhoto: !withoutPhoto.includes(body.kind) } })
}
