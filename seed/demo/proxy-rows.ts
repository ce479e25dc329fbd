import type { Areas } from '#domain/access/facts.ts'
import { basisRules, type Basis, type DocumentKind, type Relationship } from '#domain/access/bases.ts'
import type { GrantCause, GrantState } from '#domain/access/grant-states.ts'
import { contactKeyFor } from '#domain/contact-policy.ts'
import { foldName } from '#domain/names.ts'
import { DAY, localDateOf, type Instant, type PlainDate } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { stableId, stablePick } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

export type DemoPerson = {
  patientId: string | null
  family: string
  given: string
  birthDate: string | null
  language?: string | null
  email: string | null
  phone: string | null
}

export type DemoGrant = {
  patientId: string
  portalId: string
  person: DemoPerson
  relationship: Relationship
  basis: Basis
  levelId?: string
  areas?: Areas
  /** Days before the seed's instant. */
  grantedBefore: number
  /** Days from the seed's instant. */
  endIn?: number
  reviewIn?: number
  documentEndsIn?: number
  state?: { state: GrantState; cause: GrantCause; before: number }
  requestId?: string
}

/** The id of a demo proxy: by chart where there is one, else by name. */
export function personIdOf(person: DemoPerson): string {
  return stableId('proxy-person', person.patientId ?? `${person.given} ${person.family}`)
}

/** The id of a demo grant. */
export function grantIdOf(grant: Pick<DemoGrant, 'patientId' | 'portalId' | 'person'>): string {
  return stableId('proxy-grant', grant.patientId, grant.portalId, personIdOf(grant.person))
}

const verifiers = ['rosa.delgado', 'tom.whitfield', 'grace.kim', 'priya.nair'] as const

/** The portal's local day so many days from the seed's instant. */
function dayOf({ portalId }: Pick<DemoGrant, 'portalId'>, at: Instant, days: number): PlainDate {
  return localDateOf(at + days * DAY, portalId === 'myportal-ca' || portalId === 'followmyhealth' ? 'America/Los_Angeles' : 'America/New_York')
}

/** First day of a demo grant. */
export function startOf(grant: DemoGrant, at: Instant): PlainDate {
  return dayOf(grant, at, -grant.grantedBefore)
}

/** Writes a person and the grant, with its paper and every state that it was in. */
export async function writeDemoGrant(w: Writer, grant: DemoGrant, at: Instant): Promise<void> {
  const { proxyPersons, proxyGrants, proxyGrantEvents, proxyDocuments } = w.t
  const { person } = grant
  const personId = personIdOf(person)
  const id = grantIdOf(grant)
  const by = staffIdOf(stablePick(verifiers, 'verifier', id))
  const on = (days: number | undefined) => days === undefined ? null : dayOf(grant, at, days)
  const grantedAt = at - grant.grantedBefore * DAY
  await w.insert(proxyPersons).values({
    id: personId, patientId: person.patientId, legalFamily: person.family, legalGiven: person.given, birthDate: person.birthDate, language: person.language ?? null,
    email: person.email, phone: person.phone, emailKey: person.email === null ? null : contactKeyFor('email', person.email),
    phoneKey: person.phone === null ? null : contactKeyFor('phone', person.phone), familyKey: foldName(person.family), givenKey: foldName(person.given), createdAt: grantedAt, createdBy: by,
  }).onConflictDoNothing()
  const steps = stepsOf(grant, at)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return
  await w.insert(proxyGrants).values({
    id, patientId: grant.patientId, portalId: grant.portalId, personId, relationship: grant.relationship, basis: grant.basis, levelId: grant.levelId ?? 'full',
    areas: grant.areas === undefined ? null : JSON.stringify(grant.areas), startOn: startOf(grant, at), endOn: on(grant.endIn),
    reviewOn: on(grant.endIn === undefined ? grant.reviewIn ?? 500 : grant.reviewIn), state: last.state, cause: last.cause, stateAt: last.at, requestId: grant.requestId ?? null,
    invitedAt: first.state === 'pending' ? grantedAt : null, verifiedHow: 'photo-id', verifiedBy: by, verifiedAt: grantedAt, createdBy: by, createdAt: grantedAt,
  })
  await w.insert(proxyGrantEvents).values(steps.map((step, place) => (
    { id: stableId('grant-event', id, String(place)), grantId: id, ...step, by: step.cause === 'confirmed' ? 'patient' : by, place: place + 1, wish: null })))
  const kind: DocumentKind = basisRules[grant.basis].documents[0] ?? 'birth-certificate'
  await w.insert(proxyDocuments).values({ id: stableId('grant-document', id), grantId: id, kind, expiresOn: on(grant.documentEndsIn), seenBy: by, seenAt: grantedAt })
}

/** From the request to where it stands: most were granted, confirmed after two days, and stayed. */
function stepsOf({ state, grantedBefore }: DemoGrant, at: Instant): { state: GrantState; cause: GrantCause; at: Instant }[] {
  const grantedAt = at - grantedBefore * DAY
  if (state?.state === 'requested' || state?.state === 'held' || state?.state === 'pending') return [{ state: state.state, cause: state.cause, at: grantedAt }]
  const open = [{ state: 'pending' as const, cause: 'granted' as const, at: grantedAt }, { state: 'active' as const, cause: 'confirmed' as const, at: grantedAt + 2 * DAY }]
  return state ? [...open, { state: state.state, cause: state.cause, at: at - state.before * DAY }] : open
}
