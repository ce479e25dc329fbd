import type { GrantBody } from '#domain/contracts/proxy-access.ts'
import { ageOn } from '#domain/birthdays.ts'
import type { GrantCause, GrantState } from '#domain/access/grant-states.ts'
import type { GrantRow } from '#db/access-facts.ts'
import type { KnownPerson } from '#db/proxy-persons.ts'
import type { Writer } from '#db/store.ts'
import { record, type Act } from '#server/http/act.ts'
import { announceGrant, changeState, noteState } from '#server/proxy-access/change-state.ts'
import { activeStaff, tell } from '#server/proxy-access/notify.ts'
import type { Weighed } from '#server/proxy-access/weigh-grant.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'

/** Writes a grant with its documents and first state; a predecessor that is over by its own facts is closed before. */
export async function writeGrant(
  w: Writer, act: Act, { patientId, person, body, weighed, state, cause }: { patientId: string; person: KnownPerson; body: GrantBody; weighed: Weighed; state: GrantState; cause: GrantCause },
): Promise<GrantRow> {
  if (weighed.outlived) await changeState(w, act.app, act.scene, weighed.outlived, { state: 'ended', cause: 'replaced' })
  const id = act.app.random.id()
  const [grant] = await w.insert(w.t.proxyGrants).values({
    id, patientId, portalId: body.portalId, personId: person.row.id, relationship: body.relationship, basis: body.basis, levelId: body.levelId,
    areas: body.areas === null ? null : JSON.stringify(body.areas), startOn: body.startOn ?? weighed.moment.on, endOn: body.endOn, reviewOn: body.reviewOn,
    state, cause, stateAt: act.at, verifiedHow: body.verifiedHow, verifiedBy: act.actor.id, verifiedAt: act.at, createdBy: act.actor.id, createdAt: act.at,
  }).returning()
  if (!grant) throw new Error('the grant was not written')
  await w.insert(w.t.proxyDocuments).values(body.documents.map((one) => ({
    id: act.app.random.id(), grantId: id, kind: one.kind, expiresOn: one.expiresOn, seenBy: act.actor.id, seenAt: act.at,
  })))
  await noteState(w, act.app, act.scene, { grantId: id, state, cause, wish: null })
  announceGrant(w, grant)
  return grant
}

/** Puts a request for a blocked person before the privacy officer, once. Nothing of it reaches the person (PX-03). */
export async function holdGrant(w: Writer, act: Act, request: { patientId: string; person: KnownPerson; body: GrantBody; weighed: Weighed }): Promise<string> {
  const { weighed, patientId, person, body } = request
  if (weighed.held) return weighed.held.id
  const open = weighed.record.grants.find((grant) => grant.portalId === body.portalId && grant.personId === person.row.id
    && ['requested', 'pending', 'active', 'suspended'].includes(grant.state))
  const grantId = open && !weighed.outlived ? open.id : (await writeGrant(w, act, { ...request, state: 'held', cause: 'held' })).id
  const officers = await activeStaff(w, 'privacy-officer')
  for (const id of officers) {
    await queueMail(w, act.app, { scene: act.scene, person: { kind: 'staff', id }, purpose: 'oversight-notice', template: 'proxy-held', refs: { grantId } })
    w.announce('proxy-held', id)
  }
  await record(w, act, { event: 'proxy.held', patientId, objectId: grantId, outcome: 'refused', reasonCode: 'PROXY_NEEDS_PRIVACY_OFFICER', detail: { portalId: body.portalId, personId: person.row.id, told: officers.length } })
  return grantId
}

/** Everybody else who sees the record, and the patient from 12 on, is told that somebody new may (T2). Returns how many. */
export async function tellOfNewGrant(w: Writer, act: Act, { patientId, personId, weighed }: { patientId: string; personId: string; weighed: Weighed }): Promise<number> {
  const { record: access, policy, moment } = weighed
  const others = [...new Set(access.grants.filter((one) => one.state === 'active' && one.portalId === policy.portalId && one.personId !== personId).map((one) => one.personId))]
  const facts = access.factsOf(policy.portalId)
  let told = 0
  for (const id of others) {
    if (facts.blocked.some((one) => one.personId === id && (one.liftedAt === null || act.at < one.liftedAt))) continue
    const answer = await tell(w, act.app, act.scene, { to: { kind: 'proxy', id }, patientId, orLetter: false, template: 'proxy-notice', refs: { what: 'granted' } })
    if (answer.by) told += 1
  }
  if (isOldEnough(access.chart.birthDate, moment.on, policy.enrollment.ownContactFromAge)) {
    const answer = await tell(w, act.app, act.scene, { to: { kind: 'patient', id: patientId }, patientId, orLetter: false, template: 'proxy-notice', refs: { what: 'granted' } })
    if (answer.by) told += 1
  }
  return told
}

function isOldEnough(birthDate: string, on: string, age: number): boolean {
  return ageOn(birthDate, on) >= age
}
