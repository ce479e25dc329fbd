import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { ActAnswer, releaseBody, releaseManyAnswer, releaseManyBody } from '#domain/contracts/results.ts'
import { canRelease, canReleaseInBulk } from '#domain/release/who-may.ts'
import { resultsById } from '#db/result-facts.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { noteAct, settled } from '#server/results/act-on-result.ts'
import { resultToActOn, versionToActOn, type ResultScene } from '#server/results/result-to-act-on.ts'
import { tellOfUpdate } from '#server/results/tell.ts'

type Body = z.infer<typeof releaseBody>

/** Releases one result that is not sensitive: an order by hand, one event, one notice to each who sees it (RL-01). */
export async function releaseResult(w: Writer, act: Act, id: string, body: Body): Promise<Outcome<ActAnswer>> {
  const scene = await versionToActOn(w, act, id)
  if ('refused' in scene) return scene
  if (scene.known.row.sensitive) return refuse('SENSITIVE_NEEDS_STEP_UP')
  return release(w, act, scene, body)
}

/** Releases one sensitive result; the route asks for a fresh second factor bound to it (AU-12). */
export async function releaseSensitiveResult(w: Writer, act: Act, id: string, body: Body): Promise<Outcome<ActAnswer>> {
  const scene = await versionToActOn(w, act, id)
  return 'refused' in scene ? scene : release(w, act, scene, body)
}

async function release(w: Writer, act: Act, scene: ResultScene, { comment, reason }: Body): Promise<Outcome<ActAnswer>> {
  const { known, policy, standing } = scene
  const may = canRelease(policy, { facts: known.facts, isCritical: known.row.critical }, standing.asOrdering, act.at)
  if (!may.allowed) return refuseBy(may)
  await endHolds(w, act, known.row.id)
  await order(w, act, scene, reason)
  if (comment !== null) await noteAct(w, act, known.row.id, { kind: 'comment', text: comment })
  await settleResults(w, [known.row.id], act.at)
  const told = await tellOfUpdate(w, act.app, act.scene, [known.row.id])
  await record(w, act, {
    event: 'result.released', patientId: known.row.patientId, objectId: known.row.id,
    detail: { category: known.row.category, withComment: comment !== null, asOrdering: standing.asOrdering, coversId: standing.coversId, told, reason },
  })
  return settled(w, act, scene, told)
}

async function order(w: Writer, act: Act, { known, standing }: ResultScene, reason: string): Promise<void> {
  await noteAct(w, act, known.row.id, { kind: 'order', asOrdering: standing.asOrdering, coversId: standing.coversId, reason })
  await w.update(w.t.results).set({ releasedAt: act.at, releasedBy: act.actor.id }).where(eq(w.t.results.id, known.row.id))
}

/** A release ends every hold that still runs. */
async function endHolds(w: Writer, act: Act, resultId: string): Promise<void> {
  const { resultHolds: h } = w.t
  await w.update(h).set({ endedAt: act.at, endedBy: act.actor.id, overAt: act.at }).where(and(eq(h.resultId, resultId), isNull(h.overAt), isNull(h.endedAt)))
}

/** Releases ordinary results together: all of them or none, each looked at like a single one (RL-01). */
export async function releaseMany(w: Writer, act: Act, { results, reason }: z.infer<typeof releaseManyBody>): Promise<Outcome<z.infer<typeof releaseManyAnswer>>> {
  const scenes: ResultScene[] = []
  for (const { id, version } of results) {
    const scene = await resultToActOn(w, act, id)
    if ('refused' in scene) return scene
    if (scenes.some((one) => one.known.row.id === id)) continue
    if (scene.known.row.version !== version) return refuse('VERSION_STALE', { current: { id, version: scene.known.row.version } })
    const may = canReleaseInBulk(scene.policy, { facts: scene.known.facts, isCritical: scene.known.row.critical }, scene.standing.asOrdering, act.at)
    if (!may.allowed || scene.known.row.sensitive) return may.allowed ? refuse('SENSITIVE_ONE_BY_ONE', { current: { id } }) : { ...refuseBy(may), current: { id } }
    scenes.push(scene)
  }
  for (const scene of scenes) await order(w, act, scene, reason)
  const ids = scenes.map((scene) => scene.known.row.id)
  await settleResults(w, ids, act.at)
  const told = await tellOfUpdate(w, act.app, act.scene, ids)
  await record(w, act, { event: 'result.released-many', detail: { ids, told, reason } })
  for (const scene of scenes) {
    await record(w, act, {
      event: 'result.released', patientId: scene.known.row.patientId, objectId: scene.known.row.id,
      detail: { category: scene.known.row.category, withComment: false, asOrdering: scene.standing.asOrdering, coversId: scene.standing.coversId, told: 0, reason },
    })
  }
  const now = await resultsById(w, ids)
  return done({ released: ids.map((id) => ({ id, version: now.get(id)?.row.version ?? 0 })), told })
}
