import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import type { addContactBody, checkContactBody, ContactCheckAnswer, EnrollmentAnswer, settleContactBody } from '#domain/contracts/enrollment.ts'
import { canAddContact, canSettleContact } from '#domain/enrollment/draft-policy.ts'
import { withoutPhoto, type EvidenceKind } from '#domain/enrollment/words.ts'
import type { Reader, Writer } from '#db/store.ts'
import { checkTyped, ownContacts, shownCheck } from '#server/contacts/contacts.ts'
import { changeDraft } from '#server/enrollment/change-draft.ts'
import { draftToActOn, draftToRead, factsOf } from '#server/enrollment/draft-scene.ts'
import { done, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { putContactOnFile } from '#server/patients/patients.ts'

type To<Body> = { params: { id: string }; body: Body }

/** What the rule says of something typed, before it is settled: both addresses as the rule reads them, and what works. */
export async function checkContactOf(db: Reader, act: Act, { params, body }: To<z.infer<typeof checkContactBody>>): Promise<Outcome<ContactCheckAnswer>> {
  const scene = await draftToRead(db, act, params.id)
  if ('refused' in scene) return scene
  return done(shownCheck(await checkTyped(db, { patient: scene.chart, portal: scene.portal, at: act.at }, body.kind, body.value), act.language))
}

export function auditOfCheck(answer: ContactCheckAnswer, { params, body }: To<{ kind: 'email' | 'phone' }>): AuditFact {
  return { event: 'enrollment.contact-checked', objectId: params.id, detail: { kind: body.kind, usable: answer.usable, code: answer.refusal?.code ?? null } }
}

/** Settles where codes and notices go: a contact on file that the rule takes, what the patient will type, or none at all (R10). */
export async function settleContact(w: Writer, act: Act, { params, body }: To<z.infer<typeof settleContactBody>>): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  const may = canSettleContact(factsOf(scene))
  if (!may.allowed) return refuseBy(may)
  const { chart, portal } = scene
  const needsOne = body.way === 'email' || body.way === 'mobile'
  if (body.way === 'no-own-contact' && portal.policy.enrollment.activationNeeds.includes('contact-verified')) return refuse('CONTACT_NOT_SETTLED')
  if (needsOne) {
    const kind = body.way === 'email' ? 'email' : 'phone'
    const contact = (await ownContacts(w, { patient: chart, portal, at: act.at })).find((one) => one.row?.id === body.contactId && one.kind === kind)
    if (!contact) return refuse('CONTACT_GONE')
    if (!contact.checked.decision.allowed) {
      return { ...refuseBy(contact.checked.decision), current: { check: shownCheck(contact, act.language) } }
    }
  }
  const contactId = needsOne ? body.contactId : null
  return changeDraft(w, act, scene, { contactWay: body.way, contactId, contactSettledAt: act.at, ...keptHandOver(scene.draft.handOver, body.way) }, {
    event: 'enrollment.contact-settled', detail: { way: body.way, contactId },
  })
}

/**
 * Puts a new own contact on file, in person and with a second factor, and settles it: the same core as a change at the record,
 * so that the old contacts are told and the new one is young (ID-02, ID-03). A contact that the rule refuses is not written.
 */
export async function addContact(w: Writer, act: Act, { params, body }: To<z.infer<typeof addContactBody>>): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  const { draft, chart, portal } = scene
  const may = canAddContact(factsOf(scene))
  if (!may.allowed) return refuseBy(may)
  const checked = await checkTyped(w, { patient: chart, portal, at: act.at }, body.kind, body.value)
  if (!checked.checked.decision.allowed) {
    return { ...refuseBy(checked.checked.decision), current: { check: shownCheck(checked, act.language) } }
  }
  const put = await putContactOnFile(w, act, chart, {
    kind: body.kind, value: body.value, contactId: body.replaces, use: body.kind === 'phone' ? 'mobile' : null,
    evidence: withoutPhoto.includes(draft.evidenceKind as EvidenceKind) ? 'other-document' : 'photo-id', patientIsPresent: true, reason: body.reason,
  })
  if ('refused' in put) return put
  const [fresh] = await w.select().from(w.t.patients).where(eq(w.t.patients.id, chart.id))
  const way = body.kind === 'email' ? 'email' as const : 'mobile' as const
  return changeDraft(w, act, { ...scene, chart: fresh ?? chart }, { contactWay: way, contactId: put.done.contactId, contactSettledAt: act.at, ...keptHandOver(draft.handOver, way) }, {
    event: 'enrollment.contact-settled', detail: { way, contactId: put.done.contactId },
  })
}

/** A hand-over that the new way no longer allows is chosen again. */
function keptHandOver(handOver: string | null, way: string): { handOver?: null; handOverAt?: null } {
  return handOver === 'email' && way !== 'email' ? { handOver: null, handOverAt: null } : {}
}
