import type { z } from 'zod'
import { blocksAgainst } from '#domain/access/blocks.ts'
import type { decideHeldBody, stateAnswer } from '#domain/contracts/proxy-commands.ts'
import { blocksOf } from '#db/access-blocks.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { grantToActOn } from '#server/proxy-access/chart.ts'

/**
 * What the privacy officer finds about a request that a block holds. `other-person`: the block means somebody else, and
 * never this person again; the desk may ask anew. `decline`: it stays closed, with one and the same answer as ever.
 */
export async function decideHeld(w: Writer, act: Act, id: string, body: z.infer<typeof decideHeldBody>): Promise<Outcome<z.infer<typeof stateAnswer>>> {
  const opened = await grantToActOn(w, act, id)
  if ('refused' in opened) return opened
  const { grant } = opened
  if (grant.version !== act.version) return refuse('VERSION_STALE')
  const isHeld = grant.state === 'held' || (grant.state === 'suspended' && grant.cause === 'block')
  if (!isHeld) return refuse('ALREADY_DONE')
  const person = (await knownPersons(w, [grant.personId])).get(grant.personId)
  const meant = person ? blocksAgainst(person, (await blocksOf(w, [grant.patientId])).get(grant.patientId) ?? [], act.at) : []
  if (body.decision === 'other-person' && meant.length > 0) {
    await w.insert(w.t.accessBlockClearances).values(meant.map((block) => ({ blockId: block.id, personId: grant.personId, clearedBy: act.actor.id, clearedAt: act.at }))).onConflictDoNothing()
  }
  const isAccess = grant.state === 'suspended'
  const state = body.decision === 'decline' ? (isAccess ? 'ended' as const : 'denied' as const) : (isAccess ? 'active' as const : 'denied' as const)
  const version = await changeState(w, act.app, act.scene, grant, { state, cause: body.decision === 'decline' ? 'declined-by-staff' : isAccess ? 'reviewed' : 'replaced' })
  await record(w, act, { event: 'block.decided', patientId: grant.patientId, objectId: id, detail: { decision: body.decision, blocks: meant.length, reason: body.reason } })
  return done({ id, state, version }, version)
}
