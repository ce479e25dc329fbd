import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { callBackBody, CaseChanged, confirmNumberBody, repeatWordsBody } from '#domain/contracts/recovery.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { heardRightly } from '#domain/recovery/word-pair.ts'
import type { ProofState } from '#domain/recovery/words.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { phoneTail } from '#server/patients/patients.ts'
import { caseToWork, changeCase, changed, type CaseToWork } from '#server/recovery/case.ts'
import { beginProof, CALL_BACK_LIVES, proofInHand, proofStateAt, WORD_TRIES, wordsOf, type ProofRow } from '#server/recovery/proof.ts'
import { wayToTake } from '#server/recovery/way.ts'

type Params = { params: { id: string } }

/** Begins a call back to a number on file. From now on the desk shows what to dial; nobody can type it (R44, ID-02). */
export async function beginCallBack(w: Writer, act: Act, { params, body }: Params & { body: z.infer<typeof callBackBody> }): Promise<Outcome<CaseChanged>> {
  const taken = await wayToTake(w, act, params.id, 'call-back', body.contactId)
  if ('refused' in taken) return taken
  const { row, chart, portal } = taken.scene
  const proofId = await beginProof(w, act.app, {
    caseId: row.id, patientId: chart.id, portalId: portal.id, kind: 'call-back', state: 'dialling', contactId: body.contactId, madeBy: act.actor.id, madeAt: act.at,
    endsAt: act.at + CALL_BACK_LIVES, confirmedAt: null, documentKind: null, documentIssuer: null, documentExpiresOn: null,
  })
  await record(w, act, { event: 'recovery.proof-begun', patientId: chart.id, objectId: row.id, detail: { proofId, kind: 'call-back', contactId: body.contactId } })
  return changed(await changeCase(w, act, row, { state: 'open' }))
}

/** The end of the number as the phone's own display shows it. Only then are the two words made. */
export async function confirmNumber(w: Writer, act: Act, { params, body }: Params & { body: z.infer<typeof confirmNumberBody> }): Promise<Outcome<CaseChanged>> {
  const found = await underWay(w, act, params.id, 'dialling')
  if ('refused' in found) return found
  const { row, chart, proof } = found
  const { patientContacts: c, recoveryProofs: p } = w.t
  const [contact] = await w.select({ value: c.value, retiredAt: c.retiredAt }).from(c).where(eq(c.id, proof.contactId ?? ''))
  if (!contact || contact.retiredAt !== null) return failed(w, act, found, 'gone', 'RECOVERY_NO_PROOF_UNDER_WAY')
  if (phoneTail(contact.value) !== body.lastTwo) return wrong(w, act, found, 'number', 'RECOVERY_NUMBER_DIFFERS')
  await w.update(p).set({ state: 'ringing', tries: 0 }).where(and(eq(p.id, proof.id), eq(p.state, 'dialling')))
  await record(w, act, { event: 'recovery.number-dialled', patientId: chart.id, objectId: row.id, detail: { proofId: proof.id } })
  return changed(await changeCase(w, act, row, {}))
}

/** What the agent heard the callee say. Right: proven. Twice wrong: the call-back has failed, which the ladder remembers. */
export async function repeatWords(w: Writer, act: Act, { params, body }: Params & { body: z.infer<typeof repeatWordsBody> }): Promise<Outcome<CaseChanged>> {
  const found = await underWay(w, act, params.id, 'ringing')
  if ('refused' in found) return found
  const { row, chart, proof } = found
  if (!heardRightly(body.heard, wordsOf(act.app, proof, row.language === 'es' ? 'es' : 'en'))) return wrong(w, act, found, 'words', 'RECOVERY_WORDS_DIFFER')
  const { recoveryProofs: p } = w.t
  await w.update(p).set({ state: 'confirmed', confirmedAt: act.at }).where(and(eq(p.id, proof.id), eq(p.state, 'ringing')))
  await record(w, act, { event: 'recovery.proof-confirmed', patientId: chart.id, objectId: row.id, detail: { proofId: proof.id, kind: 'call-back' } })
  return changed(await changeCase(w, act, row, { state: 'proven' }))
}

type Found = CaseToWork & { proof: ProofRow }

async function underWay(w: Writer, act: Act, id: string, state: ProofState): Promise<Found | ReturnType<typeof refuse>> {
  const found = await caseToWork(w, act, id)
  if ('refused' in found) return found
  const proof = await proofInHand(w, id)
  if (!proof || proof.kind !== 'call-back' || proofStateAt(proof, act.at) !== state) return refuse('RECOVERY_NO_PROOF_UNDER_WAY')
  return { ...found, proof }
}

async function wrong(w: Writer, act: Act, found: Found, cause: string, code: ReasonCode): Promise<ReturnType<typeof refuse>> {
  const { recoveryProofs: p } = w.t
  const tries = found.proof.tries + 1
  if (tries >= WORD_TRIES) return failed(w, act, found, cause, code)
  await w.update(p).set({ tries }).where(eq(p.id, found.proof.id))
  w.announce('recovery', found.row.id)
  return refuse(code)
}

async function failed(w: Writer, act: Act, { row, chart, proof }: Found, cause: string, code: ReasonCode): Promise<ReturnType<typeof refuse>> {
  const { recoveryProofs: p } = w.t
  await w.update(p).set({ state: 'failed', tries: WORD_TRIES, endedAt: act.at, endCause: cause }).where(eq(p.id, proof.id))
  await record(w, act, { event: 'recovery.proof-failed', outcome: 'refused', reasonCode: code, patientId: chart.id, objectId: row.id, detail: { proofId: proof.id, kind: 'call-back', cause } })
  w.announce('recovery', row.id)
  return refuse(code)
}
