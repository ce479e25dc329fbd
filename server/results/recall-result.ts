import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { recallAnswer, recallBody } from '#domain/contracts/results.ts'
import { answerAt } from '#domain/release/timeline.ts'
import { isoOf } from '#domain/time.ts'
import { resultsById } from '#db/result-facts.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { openIncident } from '#server/incidents/incidents.ts'
import { noteAct } from '#server/results/act-on-result.ts'
import { readersOf } from '#server/results/readers.ts'
import { versionToActOn } from '#server/results/result-to-act-on.ts'

/** Takes a result back that was released by mistake; says who had opened it, and opens an incident (R68). */
export async function recallResult(w: Writer, act: Act, id: string, { reason }: z.infer<typeof recallBody>): Promise<Outcome<z.infer<typeof recallAnswer>>> {
  const scene = await versionToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { known, versions } = scene
  const isOut = [{ kind: 'patient' } as const, { kind: 'representative', personId: null } as const]
    .some((recipient) => answerAt(versions, known.facts, recipient, act.at)?.state === 'visible')
  if (!isOut) return refuse('NOTHING_RELEASED')
  const viewed = (await readersOf(w, id)).map(({ viewer, name, firstAt }) => ({ viewer, name, firstAt: isoOf(firstAt) }))
  await noteAct(w, act, id, { kind: 'recall', reason, asOrdering: scene.standing.asOrdering, coversId: scene.standing.coversId })
  await w.update(w.t.results).set({ releasedAt: null }).where(eq(w.t.results.id, id))
  await settleResults(w, [id], act.at)
  const incidentId = await openIncident(w, { app: act.app, scene: act.scene, at: act.at, by: act.actor.id }, {
    kind: 'result-recalled', patientId: known.row.patientId, objectId: id, reason, facts: { viewed: viewed.length },
  })
  await record(w, act, { event: 'result.recalled', patientId: known.row.patientId, objectId: id, detail: { viewed: viewed.length, incidentId, reason } })
  const version = (await resultsById(w, [id])).get(id)?.row.version ?? 0
  return done({ id, version, viewed, incidentId }, version)
}
