import type { Writer } from '#db/store.ts'
import { makeRecoveryCodes } from '#server/auth/recovery-codes.ts'
import { done, record, type Act, type Outcome } from '#server/http/act.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'

/** New recovery codes for oneself; the old ones stop working. Gives the rows, from which the answer derives the codes. */
export async function renewRecoveryCodes(w: Writer, act: Act): Promise<Outcome<{ codeIds: string[] }>> {
  const { app, actor, at, scene } = act
  const codeIds = await makeRecoveryCodes(w, app, actor.id, at)
  await record(w, act, { event: 'staff.recovery-codes-made', objectId: actor.id, detail: { count: codeIds.length } })
  await queueMail(w, app, {
    template: 'staff-account-changed', refs: { change: 'recovery-codes' }, person: { kind: 'staff', id: actor.id }, purpose: 'security-notice', scene,
  })
  return done({ codeIds })
}
