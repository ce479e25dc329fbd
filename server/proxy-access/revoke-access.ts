import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { revokeBody, stateAnswer, suspendBody } from '#domain/contracts/proxy-commands.ts'
import type { GrantState } from '#domain/access/grant-states.ts'
import { accessOfOne } from '#db/access-facts.ts'
import type { Writer } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { grantToActOn } from '#server/proxy-access/chart.ts'
import { tell } from '#server/proxy-access/notify.ts'
import { suspendParental } from '#server/proxy-access/suspend-parental.ts'

type State = Outcome<z.infer<typeof stateAnswer>>

/**
 * Ends access, whatever state it is in; it holds from the next request on (PX-05). Nothing has to be said, no version,
 * no second factor. Other proxies are untouched and untold (R24); a patient with an address of their own is told (ID-07).
 */
export async function revokeAccess(w: Writer, act: Act, id: string, body: z.infer<typeof revokeBody>): Promise<State> {
  const opened = await grantToActOn(w, act, id)
  if ('refused' in opened) return opened
  const { grant } = opened
  if (grant.state === 'ended' || grant.state === 'denied') return done({ id, state: grant.state, version: grant.version }, grant.version)
  const state: GrantState = grant.state === 'requested' || grant.state === 'held' ? 'denied' : 'ended'
  const version = await changeState(w, act.app, act.scene, grant, { state, cause: 'revoked', wish: body.wish ?? 'not-said', reason: body.reason })
  if (state === 'ended') await tell(w, act.app, act.scene, { to: { kind: 'patient', id: grant.patientId }, patientId: grant.patientId, orLetter: false, template: 'proxy-notice', refs: { what: 'ended' } })
  return done({ id, state, version }, version)
}

/** Closes access until somebody reviews it. `disputed`: that of every parent and guardian, on every portal (T2). */
export async function suspendAccess(w: Writer, act: Act, id: string, body: z.infer<typeof suspendBody>): Promise<State> {
  const opened = await grantToActOn(w, act, id)
  if ('refused' in opened) return opened
  const { grant } = opened
  if (body.disputed) await suspendParental(w, act, await accessOfOne(w, grant.patientId))
  const [now] = await w.select().from(w.t.proxyGrants).where(eq(w.t.proxyGrants.id, id))
  const current = now ?? grant
  if (current.state !== 'active' && current.state !== 'pending') return done({ id, state: current.state as GrantState, version: current.version }, current.version)
  const version = await changeState(w, act.app, act.scene, current, { state: 'suspended', cause: body.disputed ? 'disputed' : 'safety', reason: body.reason })
  return done({ id, state: 'suspended', version }, version)
}
