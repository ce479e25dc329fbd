import type { z } from 'zod'
import type { actBody, CaseChanged } from '#domain/contracts/recovery.ts'
import type { Decision } from '#domain/decision.ts'
import { actsThatReset, actsThatSend, mayAct } from '#domain/recovery/acts.ts'
import { limitPassed } from '#domain/recovery/limits.ts'
import type { ActKind } from '#domain/recovery/words.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { caseToWork, changeCase, changed } from '#server/recovery/case.ts'
import { carryOutAct } from '#server/recovery/carry-out.ts'
import { actFactsOf, sceneOf, type Scene } from '#server/recovery/scene.ts'

type Asked = { params: { id: string }; body: z.infer<typeof actBody> }

/**
 * One act on a case, as its own command: the proof, the address and the limits are looked at here, inside the transaction, as
 * they are now. Nothing that the agent sends says where it goes or what proves it.
 */
export function actOf(kind: ActKind): (w: Writer, act: Act, asked: Asked) => Promise<Outcome<CaseChanged>> {
  return async (w, act, { params, body }) => {
    const found = await caseToWork(w, act, params.id)
    if ('refused' in found) return found
    const scene = await sceneOf(w, found.row, found.chart, { at: act.at, agentId: act.actor.id })
    if (!scene) return refuse('NOT_FOUND')
    const decision = mayDoAlone(kind, scene, act)
    if (!decision.allowed) return refused(w, act, scene, kind, decision)
    const made = await carryOutAct(w, { app: act.app, scene: act.scene, at: act.at, by: act.actor.id }, scene, {
      kind, agentId: act.actor.id, approvedBy: null, proofId: scene.proof?.state === 'confirmed' ? scene.proof.id : null, reason: body.reason ?? '',
    })
    if ('code' in made) return refuse(made.code)
    return changed(await changeCase(w, act, scene.row, {}))
  }
}

function mayDoAlone(kind: ActKind, scene: Scene, act: Act): Decision {
  const { decision, second } = mayAct(kind, actFactsOf(scene, { at: act.at, roles: act.actor.roles }), act.at)
  if (!decision.allowed) return decision
  const limit = limitPassed(scene.counts, { resets: actsThatReset.includes(kind), sends: actsThatSend.includes(kind), ends: kind === 'end-portal-sessions' })
  if (limit) return { allowed: false, code: limit }
  return second ? { allowed: false, code: 'RECOVERY_NEEDS_SECOND' } : decision
}

async function refused(w: Writer, act: Act, { chart, row }: Scene, kind: ActKind, decision: Extract<Decision, { allowed: false }>): Promise<ReturnType<typeof refuse>> {
  await record(w, act, { event: 'recovery.act-refused', outcome: 'refused', reasonCode: decision.code, patientId: chart.id, objectId: row.id, detail: { act: kind } })
  return refuseBy(decision)
}
