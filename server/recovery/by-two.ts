import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { askApprovalBody } from '#domain/contracts/recovery.ts'
import { displayName } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { actsThatSend, mayAct, mayAskForApproval } from '#domain/recovery/acts.ts'
import { actKinds, type ActKind } from '#domain/recovery/words.ts'
import { effectLine, type EffectLine } from '#domain/two-person-effects.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { openIncident } from '#server/incidents/incidents.ts'
import { mayMail } from '#server/outbox/may-mail.ts'
import { isNearTo, maskedContact, mrnTailOf } from '#server/patients/patients.ts'
import { APPROVAL_ACTION } from '#server/recovery/approvals.ts'
import { caseToWork, changeCase, findCase } from '#server/recovery/case.ts'
import { carryOutAct } from '#server/recovery/carry-out.ts'
import { actFactsOf, sceneOf, type Scene } from '#server/recovery/scene.ts'
import { alertPrivacy } from '#server/recovery/tell.ts'
import { askSecondPerson, forInbox, twoPersonAct, type AnyTwoPersonAct, type Asked } from '#server/two-person/two-person.ts'

/** What is stored of a request: which act, to which contact on file, on which proof. It is carried out word for word or not at all. */
const stored = z.object({ caseId: z.string(), act: z.enum(actKinds), contactId: z.string().nullable(), proofId: z.string().nullable(), askedBy: z.string() })
type Stored = z.infer<typeof stored>

/** An act on an account that two persons decide: after a contact change, beyond a limit, without another proof, or for a lost factor. */
const actByTwo = twoPersonAct<Stored>({
  action: APPROVAL_ACTION,
  input: stored,
  subjectOf: () => null,
  mayNotDecide: async (db, actor, { caseId }) => {
    const row = await findCase(db, caseId)
    return row && await isNearTo(db, actor, row.patientId) ? 'OWN_OR_HOUSEHOLD_CHART' : null
  },
  against: async (db, input, at) => {
    const scene = await sceneFor(db, input, at)
    return against(scene, input, at) ?? (scene && await mailAgainst(db, scene, input.act, at))
  },
  effectOf,
  carryOut,
})

export const recoveryTwoPersonActs: readonly AnyTwoPersonAct[] = [forInbox(actByTwo)]

/** Asks a second person about an act of this case. */
export async function askApproval(w: Writer, act: Act, { params, body }: { params: { id: string }; body: z.infer<typeof askApprovalBody> }): Promise<Outcome<Asked>> {
  const found = await caseToWork(w, act, params.id)
  if ('refused' in found) return found
  const scene = await sceneOf(w, found.row, found.chart, { at: act.at, agentId: act.actor.id })
  if (!scene) return refuse('NOT_FOUND')
  const facts = actFactsOf(scene, { at: act.at, roles: act.actor.roles })
  const { decision, second } = mayAct(body.act, facts, act.at)
  if (decision.allowed && !second && !scene.facts.overLimit) return refuse('RECOVERY_NEEDS_NO_APPROVAL')
  const may = mayAskForApproval(body.act, facts, act.at)
  if (!may.allowed) return refuseBy(may)
  const input: Stored = {
    caseId: scene.row.id, act: body.act, contactId: actsThatSend.includes(body.act) ? scene.destination?.contact.id ?? null : null,
    proofId: facts.proof === null ? null : scene.proof?.id ?? null, askedBy: act.actor.id,
  }
  const asked = await askSecondPerson(w, act, actByTwo, { objectId: scene.row.id, input, reason: body.reason })
  if ('done' in asked) await changeCase(w, act, scene.row, {})
  return asked
}

async function sceneFor(db: Reader, { caseId, askedBy }: Stored, at: Instant): Promise<Scene | null> {
  const row = await findCase(db, caseId)
  const [chart] = row ? await db.select().from(db.t.patients).where(eq(db.t.patients.id, row.patientId)) : []
  return row && chart ? sceneOf(db, row, chart, { at, agentId: askedBy }) : null
}

/** What speaks against it as things are now: the case is over, the address is not what it was, the proof is dead, the account has gone. */
function against(scene: Scene | null, input: Stored, at: Instant): ReasonCode | null {
  if (!scene) return 'REQUEST_OVERTAKEN'
  if (actsThatSend.includes(input.act) && scene.destination?.contact.id !== input.contactId) return 'REQUEST_OVERTAKEN'
  if (input.act === 'restart-enrollment' && !scene.portal.takesAccounts) return 'PORTAL_TAKES_NO_ACCOUNTS'
  const facts = actFactsOf(scene, { at, roles: ['helpline', 'front-desk'] })
  if (input.proofId === null) {
    const may = mayAskForApproval(input.act, { ...facts, proof: null }, at)
    return may.allowed ? null : may.code
  }
  // The proof was fresh when it was asked on; that two persons take a day to decide does not make it old. It must still be the one in hand.
  if (facts.proof === null || scene.proof?.id !== input.proofId) return 'REQUEST_OVERTAKEN'
  const { decision } = mayAct(input.act, { ...facts, proof: { ...facts.proof, confirmedAt: at } }, at)
  return decision.allowed ? null : decision.code
}

/** What speaks against the mail that carries it: nobody approves what could not leave. Where the portal sends, it decides. */
async function mailAgainst(db: Reader, { chart, portal, account, destination }: Scene, act: ActKind, at: Instant): Promise<ReasonCode | null> {
  const isInvitation = act === 'restart-enrollment'
  if (!destination || !actsThatSend.includes(act) || (!isInvitation && account.signIn !== 'password')) return null
  const may = await mayMail(db, {
    person: { kind: 'patient', id: chart.id }, address: destination.contact.value, ...(isInvitation ? { purpose: 'portal-invitation', portalId: portal.id } : { purpose: 'security-notice' }),
  }, at)
  return may.allowed ? null : may.code
}

async function effectOf(db: Reader, input: Stored, at: Instant): Promise<EffectLine[]> {
  const row = await findCase(db, input.caseId)
  const [request] = row ? await db.select().from(db.t.patients).where(eq(db.t.patients.id, row.patientId)) : []
  if (!row || !request) return []
  const { patientContacts: c, recoveryProofs: p, portals: o } = db.t
  const [contact] = input.contactId === null ? [] : await db.select().from(c).where(eq(c.id, input.contactId))
  const [proof] = input.proofId === null ? [] : await db.select().from(p).where(eq(p.id, input.proofId))
  const [portal] = await db.select({ name: o.name }).from(o).where(eq(o.id, row.portalId))
  const scene = await sceneOf(db, row, request, { at, agentId: input.askedBy })
  const [why] = scene?.ladder.because ?? []
  return [
    // Who decides may not know of a restricted chart: its number's end tells it apart, and no more.
    effectLine('recovery.what', { codeRecovery: input.act, name: request.restricted ? '–' : displayName(request), mrn: await mrnTailOf(db, request.id), portal: portal?.name ?? '' }),
    ...(contact ? [effectLine('recovery.goes-to', { address: maskedContact('email', contact.value), since: localDateOf(contact.sinceAt, scene?.portal.policy.timeZone ?? 'UTC') })] : []),
    proof ? effectLine('recovery.proof', { codeProof: proof.kind }) : effectLine('recovery.no-proof', {}),
    effectLine('recovery.why-two', { reasonWhy: why ?? (input.act === 'remove-second-factor' ? 'RECOVERY_FACTOR_NEEDS_MORE' : contact ? 'RECOVERY_NEEDS_SECOND' : 'RECOVERY_SECOND_PERSON') }),
    effectLine('recovery.told', {}),
  ]
}

/** Approved: done in this transaction, told to the patient, and seen by every privacy officer at once. */
async function carryOut(w: Writer, act: Act, input: Stored): Promise<void> {
  const scene = await sceneFor(w, input, act.at)
  if (!scene) return
  const doing = { app: act.app, scene: act.scene, at: act.at, by: act.actor.id }
  const made = await carryOutAct(w, doing, scene, { kind: input.act, agentId: input.askedBy, approvedBy: act.actor.id, proofId: input.proofId, reason: '' })
  if ('code' in made) return
  const incidentId = await openIncident(w, doing, {
    kind: 'reset-by-two', patientId: scene.chart.id, objectId: scene.row.id, reason: `${input.act}: decided by two persons`, facts: { portalId: scene.portal.id, askedBy: input.askedBy, approvedBy: act.actor.id },
  })
  await alertPrivacy(w, doing, { incidentId, kind: 'reset-by-two', except: act.actor.id })
  await changeCase(w, act, scene.row, scene.row.callEndedAt === null ? {} : { state: 'done', outcome: 'done', endedAt: act.at, endedBy: act.actor.id })
}
