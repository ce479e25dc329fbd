import { basisRules } from '#domain/access/bases.ts'
import { canRunUntil } from '#domain/access/grant-rules.ts'
import { standingOf } from '#domain/access/grant-standing.ts'
import type { ReviewBody, stateAnswer } from '#domain/contracts/proxy-commands.ts'
import type { z } from 'zod'
import { accessOfOne, type GrantRow } from '#db/access-facts.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { grantToActOn } from '#server/proxy-access/chart.ts'
import { extendGrant } from '#server/proxy-access/extend-grant.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'
import { grantDisputedAct } from '#server/proxy-access/two-person-grant.ts'
import { isBlockedFor } from '#server/proxy-access/weigh-grant.ts'
import { askSecondPerson } from '#server/two-person/two-person.ts'

type Dates = Pick<ReviewBody, 'endOn' | 'reviewOn' | 'document'>

/** Somebody has looked: the access goes on until a new end or review date. What took two persons to open takes two again. */
export async function reviewAccess(w: Writer, act: Act, id: string, body: ReviewBody): Promise<Outcome<z.infer<typeof stateAnswer>>> {
  const weighed = await weighReview(w, act, id, body)
  if ('refused' in weighed) return weighed
  const { grant, secondPerson } = weighed
  if (grant.version !== act.version) return refuse('VERSION_STALE')
  if (secondPerson) return refuse('PROXY_NEEDS_SECOND_PERSON')
  const { state, version } = await extendGrant(w, act, grant, { ...body, document: body.document === null ? null : { ...body.document, seenBy: act.actor.id } }, body.reason)
  return done({ id, state, version }, version)
}

/** Asks a second person to let it go on. */
export async function askToResume(w: Writer, act: Act, id: string, body: ReviewBody): Promise<Outcome<{ requestId: string; state: 'open'; endsAt: string }>> {
  const weighed = await weighReview(w, act, id, body)
  if ('refused' in weighed) return weighed
  return askSecondPerson(w, act, grantDisputedAct, {
    objectId: id, input: { what: 'resume', grantId: id, endOn: body.endOn, reviewOn: body.reviewOn, document: body.document, seenBy: act.actor.id }, reason: body.reason ?? '',
  })
}

async function weighReview(w: Writer, act: Act, id: string, body: Dates): Promise<{ grant: GrantRow; secondPerson: boolean } | ReturnType<typeof refuse>> {
  const opened = await grantToActOn(w, act, id)
  if ('refused' in opened) return opened
  const { grant, chart } = opened
  if (grant.state === 'ended' || grant.state === 'denied') return refuse('PROXY_OVER')
  if (grant.state !== 'active' && grant.state !== 'suspended') return refuse('PROXY_NOT_CONFIRMED')
  const rule = basisRules[grant.basis as keyof typeof basisRules]
  if (chart.deceased && rule.about !== 'deceased') return refuse('PROXY_PATIENT_DIED')
  const access = await accessOfOne(w, grant.patientId)
  const rules = rulesAt(access.portals, grant.portalId, act.at)
  if (!rules) return refuse('PROXY_PORTAL_CLOSED')
  const facts = access.factsOf(grant.portalId)
  const theirs = facts.grants.find((one) => one.id === id)
  if (!theirs) return refuse('NOT_FOUND')
  const standing = standingOf({ ...theirs, ...body, timeline: [...theirs.timeline, { at: act.at, state: 'active', cause: 'reviewed' }] }, facts, rules.policy, rules.moment)
  if (!standing.open && ['MAJORITY_REACHED', 'ENDED_BY_EMANCIPATION', 'ENDED_BY_MARRIAGE', 'ENDED_BY_ADOPTION'].includes(standing.code)) return refuse('PROXY_OVER')
  const may = canRunUntil({ birthDate: chart.birthDate, policy: rules.policy, startOn: grant.startOn, endOn: body.endOn, reviewOn: body.reviewOn }, rules.moment)
  if (may && !may.allowed) return refuseBy(may)
  if (body.document && !rule.documents.includes(body.document.kind)) return refuse('PROXY_DOCUMENT_DOES_NOT_CARRY', { facts: { documents: rule.documents.join(', ') } })
  const isCarried = body.document ? body.document.expiresOn === null || body.document.expiresOn >= rules.moment.on : standing.open || standing.code !== 'BASIS_EXPIRED'
  if (!isCarried) return refuse('PROXY_DOCUMENT_EXPIRED')
  const person = (await knownPersons(w, [grant.personId])).get(grant.personId)
  if (!person || await isBlockedFor(w, grant.patientId, person, act)) return refuse('PROXY_NEEDS_PRIVACY_OFFICER')
  const now = standingOf(theirs, facts, rules.policy, rules.moment)
  const byLaw = !now.open && now.code === 'SUSPENDED_BY_CUSTODY'
  return { grant, secondPerson: rule.secondPerson || byLaw || grant.cause === 'disputed' || grant.cause === 'block' || grant.cause === 'restored' }
}
