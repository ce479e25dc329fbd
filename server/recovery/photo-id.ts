import type { z } from 'zod'
import type { CaseChanged, photoIdBody } from '#domain/contracts/recovery.ts'
import { PROOF_HOLDS_FOR } from '#domain/recovery/acts.ts'
import { localDateOf } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { caseToWork, changeCase, changed } from '#server/recovery/case.ts'
import { beginProof } from '#server/recovery/proof.ts'
import { sceneOf } from '#server/recovery/scene.ts'

type Asked = { params: { id: string }; body: z.infer<typeof photoIdBody> }

/**
 * A front desk has seen the person with a document: kind, who gave it out, how long it is good, and who looked. Goes on with the
 * case whoever began it. It proves a face; it makes no fresh address a destination (ID-03).
 */
export async function seePhotoId(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<CaseChanged>> {
  const found = await caseToWork(w, act, params.id, 'any')
  if ('refused' in found) return found
  const scene = await sceneOf(w, found.row, found.chart, { at: act.at, agentId: act.actor.id })
  if (!scene) return refuse('NOT_FOUND')
  const { row, chart, portal } = scene
  const way = scene.ladder.ways.find((one) => one.kind === 'photo-id')
  if (!way || way.standing === 'not-possible' || way.standing === 'not-today') return refuse(way?.code ?? 'RECOVERY_NOT_THIS_WAY')
  if (body.expiresOn < localDateOf(act.at, portal.policy.timeZone)) return refuse('RECOVERY_DOCUMENT_OVER')
  const proofId = await beginProof(w, act.app, {
    caseId: row.id, patientId: chart.id, portalId: portal.id, kind: 'photo-id', state: 'confirmed', contactId: null, madeBy: act.actor.id, madeAt: act.at,
    endsAt: act.at + PROOF_HOLDS_FOR, confirmedAt: act.at, documentKind: body.kind, documentIssuer: body.issuer, documentExpiresOn: body.expiresOn,
  })
  await record(w, act, { event: 'recovery.proof-confirmed', patientId: chart.id, objectId: row.id, evidence: body.kind, detail: { proofId, kind: 'photo-id' } })
  if (row.claimedBy !== act.actor.id) await record(w, act, { event: 'recovery.taken', patientId: chart.id, objectId: row.id, detail: { before: row.claimedBy } })
  return changed(await changeCase(w, act, row, { state: 'proven', claimedBy: act.actor.id, claimedAt: act.at }))
}
