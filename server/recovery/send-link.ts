import type { z } from 'zod'
import type { CaseChanged, sendLinkBody } from '#domain/contracts/recovery.ts'
import { SENDS_A_DAY } from '#domain/recovery/limits.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { changeCase, changed } from '#server/recovery/case.ts'
import { beginProof, LINK_LIVES } from '#server/recovery/proof.ts'
import { wayToTake } from '#server/recovery/way.ts'

type Asked = { params: { id: string }; body: z.infer<typeof sendLinkBody> }

/** Sends the link that proves who reads a mailbox on file. It opens nothing but the proof; the one before is dead (ID-05). */
export async function sendLink(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<CaseChanged>> {
  const taken = await wayToTake(w, act, params.id, 'email-link', body.contactId)
  if ('refused' in taken) return taken
  const { scene, contact } = taken
  const { row, chart, portal } = scene
  if (scene.counts.sendsToday >= SENDS_A_DAY) return refuse('RECOVERY_SENDS_LIMIT')
  const id = act.app.random.id()
  const mail = await queueMail(w, act.app, {
    scene: act.scene, person: { kind: 'patient', id: chart.id }, address: contact.value, purpose: 'security-notice', language: row.language === 'es' ? 'es' : 'en',
    template: 'recovery-proof', refs: { proofId: id, contactId: contact.id, portalName: portal.name },
  })
  if (!mail.queued) return refuse(mail.code)
  await beginProof(w, act.app, {
    id, caseId: row.id, patientId: chart.id, portalId: portal.id, kind: 'email-link', state: 'sent', contactId: contact.id, mailId: mail.mailId, madeBy: act.actor.id, madeAt: act.at,
    endsAt: act.at + LINK_LIVES, confirmedAt: null, documentKind: null, documentIssuer: null, documentExpiresOn: null,
  })
  await w.insert(w.t.recoveryActs).values({
    id: act.app.random.id(), caseId: row.id, patientId: chart.id, portalId: portal.id, kind: 'send-link', proofId: id, contactId: contact.id, agentId: act.actor.id, isReset: false, isSend: true, at: act.at,
  })
  await record(w, act, { event: 'recovery.proof-begun', patientId: chart.id, objectId: row.id, detail: { proofId: id, kind: 'email-link', contactId: contact.id } })
  return changed(await changeCase(w, act, row, { state: 'open' }))
}
