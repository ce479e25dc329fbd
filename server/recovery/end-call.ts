import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { CaseChanged, endCallBody, stopBody } from '#domain/contracts/recovery.ts'
import { outcomesThatWait } from '#domain/recovery/words.ts'
import { endRecoverySecrets } from '#db/recovery-ends.ts'
import type { Writer } from '#db/store.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { openIncident } from '#server/incidents/incidents.ts'
import { APPROVAL_ACTION } from '#server/recovery/approvals.ts'
import { caseToWork, changeCase, changed, type CaseRow } from '#server/recovery/case.ts'
import { endProofs } from '#server/recovery/proof.ts'
import { alertPrivacy } from '#server/recovery/tell.ts'
import { endRequestsAbout } from '#server/two-person/two-person.ts'

/**
 * Ends a call with what came of it. Some outcomes leave the case open for whoever takes it next, most end it: without a proof all
 * that was begun is dead; done, a link that is on its way goes on living.
 */
export async function endCall(w: Writer, act: Act, { params, body }: { params: { id: string }; body: z.infer<typeof endCallBody> }): Promise<Outcome<CaseChanged>> {
  const found = await caseToWork(w, act, params.id)
  if ('refused' in found) return found
  const { row, chart } = found
  if (body.outcome === 'done' && !(await wasAnythingDone(w, row.id))) return refuse('RECOVERY_NOTHING_DONE')
  const state = outcomesThatWait.includes(body.outcome) ? row.state : body.outcome === 'done' ? 'done' : 'refused'
  if (state === 'refused') await endAll(w, act.scene, row, 'case-over')
  if (state === 'done') await endProofs(w, row.id, act.at, 'case-over')
  const waits = state === row.state
  const after = await changeCase(w, act, row, {
    state, outcome: body.outcome, callEndedAt: row.callEndedAt ?? act.at, ...(waits ? { claimedBy: null, claimedAt: null } : { endedAt: act.at, endedBy: act.actor.id }),
  })
  if (after) await record(w, act, { event: 'recovery.call-ended', patientId: chart.id, objectId: row.id, detail: { outcome: body.outcome, state } })
  return changed(after)
}

/** Ends a call that an impostor may be making: the caller is told nothing, all that was begun is dead, the privacy officers know at once. */
export async function stopCall(w: Writer, act: Act, { params, body }: { params: { id: string }; body: z.infer<typeof stopBody> }): Promise<Outcome<CaseChanged>> {
  const found = await caseToWork(w, act, params.id)
  if ('refused' in found) return found
  const { row, chart } = found
  await endAll(w, act.scene, row, 'stopped')
  const doing = { app: act.app, scene: act.scene, at: act.at, by: act.actor.id }
  const incidentId = await openIncident(w, doing, {
    kind: 'recovery-stopped', patientId: chart.id, objectId: row.id, reason: body.note || 'stopped safely', facts: { portalId: row.portalId, calls: row.calls, shownTail: row.shownTail },
  })
  const told = await alertPrivacy(w, doing, { incidentId, kind: 'recovery-stopped', except: act.actor.id })
  const after = await changeCase(w, act, row, { state: 'stopped', outcome: null, callEndedAt: row.callEndedAt ?? act.at, endedAt: act.at, endedBy: act.actor.id })
  if (after) await record(w, act, { event: 'recovery.stopped', patientId: chart.id, objectId: row.id, detail: { note: body.note, incidentId, told } })
  return changed(after)
}

/** Makes proofs, links and requests of a case's account dead. */
export async function endAll(w: Writer, scene: AuditScene, row: CaseRow, cause: string): Promise<number> {
  const ends = await endRecoverySecrets(w, { patientId: row.patientId, portalId: row.portalId, at: scene.at, cause })
  await endRequestsAbout(w, scene, { action: APPROVAL_ACTION, objectId: row.id })
  return ends.links
}

async function wasAnythingDone(w: Writer, caseId: string): Promise<boolean> {
  const { recoveryActs: a } = w.t
  return await w.$count(a, and(eq(a.caseId, caseId), ne(a.kind, 'send-link'))) > 0
}
