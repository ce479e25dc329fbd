import { MINUTE } from '#domain/time.ts'
import type { z } from 'zod'
import type { resentAnswer } from '#domain/contracts/proxy-commands.ts'
import { eq } from 'drizzle-orm'
import { portalRules } from '#db/portal-rules.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { grantToActOn } from '#server/proxy-access/chart.ts'
import { inviteProxy } from '#server/proxy-access/invite-proxy.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'
import { isBlockedFor } from '#server/proxy-access/weigh-grant.ts'

/** Shortest time between two sendings (R2). */
const LEAST_APART = 2 * MINUTE

/** Sends the proxy a new page to confirm on; the earlier link no longer fits. A block stops it as it stops the first (PX-03). */
export async function resendProxyInvitation(w: Writer, act: Act, id: string): Promise<Outcome<z.infer<typeof resentAnswer>>> {
  const opened = await grantToActOn(w, act, id)
  if ('refused' in opened) return opened
  const { grant } = opened
  const rules = rulesAt(await portalRules(w), grant.portalId, act.at)
  if (grant.state !== 'pending' || !rules) return refuse('PROXY_NOTHING_TO_RESEND')
  const person = (await knownPersons(w, [grant.personId])).get(grant.personId)
  if (!person || await isBlockedFor(w, grant.patientId, person, act)) return refuse('PROXY_NEEDS_PRIVACY_OFFICER')
  if (grant.invitedAt !== null && act.at - grant.invitedAt < LEAST_APART) return refuse('PROXY_RESENT_RECENTLY')
  const invited = await inviteProxy(w, act.app, act.scene, grant, rules.policy)
  const version = grant.version + 1
  await w.update(w.t.proxyGrants).set({ version }).where(eq(w.t.proxyGrants.id, id))
  await record(w, act, { event: 'proxy.invitation-resent', patientId: grant.patientId, objectId: id, detail: { queued: invited.by === 'mail' } })
  w.announce('proxy-grants', id)
  return done({ id, version, queued: invited.by === 'mail', mailWithheld: invited.by === null ? invited.code : null }, version)
}
