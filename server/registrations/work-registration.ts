import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type {
  closeRegistrationBody, inviteRegistrationBody, matchRegistrationBody, registrationChanged, verifyRegistrationBody,
} from '#domain/contracts/invitations.ts'
import { canStartEnrollment } from '#domain/enrollment/draft-policy.ts'
import { canInviteRegistration, canMatchRegistration, canVerifyRegistration, type RegistrationFacts } from '#domain/enrollment/registration-policy.ts'
import type { Writer } from '#db/store.ts'
import { ownContacts, portalNow } from '#server/contacts/contacts.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { sendInvitation, startFacts } from '#server/invitations/invitations.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { registrationToActOn, type RegistrationRecord } from '#server/registrations/registration-scene.ts'

type To<Body> = { params: { id: string }; body: Body }
type Changed = Outcome<z.infer<typeof registrationChanged>>

/** Chooses the record that it is about. What was verified before was verified of somebody else and does not count. */
export async function matchRegistration(w: Writer, act: Act, { params, body }: To<z.infer<typeof matchRegistrationBody>>): Promise<Changed> {
  const row = await registrationToActOn(w, act, params.id)
  if ('refused' in row) return row
  const may = canMatchRegistration(factsOf(row))
  if (!may.allowed) return refuseBy(may)
  const opened = await chartToActOn(w, act, body.patientId)
  if ('refused' in opened) return opened
  return change(w, act, row, {
    state: 'matched', patientId: opened.chart.id, matchedBy: act.actor.id, matchedAt: act.at, verification: null, verifiedBy: null, verifiedAt: null,
  }, body.reason)
}

/** Records how it was verified: a photo ID at the desk, or a call back to a number that has long been on file (R6, R44). */
export async function verifyRegistration(w: Writer, act: Act, { params, body }: To<z.infer<typeof verifyRegistrationBody>>): Promise<Changed> {
  const row = await registrationToActOn(w, act, params.id)
  if ('refused' in row) return row
  const { patientContacts: c } = w.t
  const numbers = row.patientId === null ? [] : await w.select({ sinceAt: c.sinceAt }).from(c).where(and(eq(c.patientId, row.patientId), eq(c.kind, 'phone'), isNull(c.retiredAt)))
  const may = canVerifyRegistration(factsOf(row), body.how, numbers, act.at)
  if (!may.allowed) return refuseBy(may)
  return change(w, act, row, { state: 'verified', verification: body.how, verifiedBy: act.actor.id, verifiedAt: act.at }, body.reason, body.how)
}

/** Sends the invitation that the verification allows, to an address on file, never to the one that was typed on the portal. */
export async function inviteRegistration(w: Writer, act: Act, { params, body }: To<z.infer<typeof inviteRegistrationBody>>): Promise<Changed> {
  const row = await registrationToActOn(w, act, params.id)
  if ('refused' in row) return row
  const may = canInviteRegistration(factsOf(row))
  if (!may.allowed) return refuseBy(may)
  const opened = await chartToActOn(w, act, row.patientId ?? '')
  if ('refused' in opened) return opened
  const { chart } = opened
  const portal = await portalNow(w, row.portalId, act.at)
  if (!portal) return refuse('NOT_FOUND')
  const start = canStartEnrollment(await startFacts(w, act, chart, portal))
  if (!start.allowed) return refuseBy(start)
  const addresses = (await ownContacts(w, { patient: chart, portal, at: act.at })).filter((one) => one.kind === 'email')
  // A call proves the number that was rung; an address that is younger than it takes somebody at a desk (ID-02).
  const isYoung = (one: (typeof addresses)[number]) => one.checked.youngSinceAt !== null && row.verification !== 'photo-id-at-desk'
  const lawful = addresses.filter((one) => one.checked.decision.allowed)
  const contact = body.contactId === null ? lawful.find((one) => !isYoung(one)) ?? lawful[0] : addresses.find((one) => one.row?.id === body.contactId)
  if (!contact?.row) return refuse('INVITATION_NO_LAWFUL_ADDRESS')
  if (!contact.checked.decision.allowed) return refuseBy(contact.checked.decision)
  if (isYoung(contact)) return refuse('CONTACT_YOUNG')
  const sent = await sendInvitation(w, { app: act.app, scene: act.scene, at: act.at, by: act.actor.id }, {
    patient: chart, portal, channel: 'email', contact: contact.row, language: /^es\b/i.test(chart.language ?? '') ? 'es' : 'en', reason: body.reason ?? '', registrationId: row.id,
  })
  if ('allowed' in sent) return refuseBy(sent)
  return change(w, act, row, { state: 'invited', invitationId: sent.id }, body.reason)
}

/** Ends a case without an invitation. */
export async function closeRegistration(w: Writer, act: Act, { params, body }: To<z.infer<typeof closeRegistrationBody>>): Promise<Changed> {
  const row = await registrationToActOn(w, act, params.id)
  if ('refused' in row) return row
  const may = canMatchRegistration(factsOf(row))
  if (!may.allowed) return refuseBy(may)
  return change(w, act, row, { state: 'closed', closeReason: body.because, closedBy: act.actor.id, closedAt: act.at }, body.reason)
}

function factsOf({ state, patientId, verification }: RegistrationRecord): RegistrationFacts {
  return { state: state as RegistrationFacts['state'], patientId, verification }
}

async function change(w: Writer, act: Act, row: RegistrationRecord, to: Partial<RegistrationRecord>, reason: string | undefined, how: string | null = null): Promise<Changed> {
  const { selfRegistrations: r } = w.t
  const [changed] = await w.update(r).set({ ...to, version: row.version + 1 }).where(and(eq(r.id, row.id), eq(r.version, row.version))).returning()
  if (!changed) return refuse('VERSION_STALE')
  await record(w, act, {
    event: 'registration.changed', patientId: changed.patientId, objectId: row.id, evidence: how, detail: { state: changed.state, how, reason: reason ?? '' },
  })
  w.announce('registrations', row.id)
  return done({ id: row.id, version: changed.version, state: changed.state as 'open', invitationId: changed.invitationId }, changed.version)
}
