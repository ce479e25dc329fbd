import { basisRules } from '#domain/access/bases.ts'
import type { WhyCode } from '#domain/access/answer.ts'
import type { AccessFacts, GrantFacts } from '#domain/access/facts.ts'
import type { GrantState } from '#domain/access/grant-states.ts'
import { closedByLegalStatus, countsAsAdult, type Moment } from '#domain/access/legal.ts'
import { birthdayOn } from '#domain/birthdays.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'

/** Whether a grant opens anything at a moment; if not, the fact that closes it. */
export type Standing = { open: true } | { open: false; code: WhyCode }

const open: Standing = { open: true }
const closed = (code: WhyCode): Standing => ({ open: false, code })

const closedStates: Record<Exclude<GrantState, 'active'>, WhyCode> = {
  requested: 'GRANT_REQUESTED', held: 'GRANT_HELD', pending: 'GRANT_PENDING', suspended: 'GRANT_SUSPENDED', ended: 'GRANT_REVOKED', denied: 'GRANT_DENIED',
}

/**
 * Whether one grant opens anything at a moment, by its facts alone: what was done with it, its dates, its documents,
 * the patient's age, death and legal status. Age bands and single items are not asked here.
 */
export function standingOf(grant: GrantFacts, facts: AccessFacts, policy: PortalPolicy, moment: Moment): Standing {
  const state = stateAt(grant, moment)
  if (state === null) return closed('NO_GRANT')
  if (state !== 'active') return closed(closedStates[state])
  if (moment.on < grant.startOn) return closed('GRANT_NOT_BEGUN')
  if (grant.endOn !== null && moment.on > grant.endOn) return closed('GRANT_RAN_OUT')
  const byLaw = closedByLegalStatus(grant, facts.legalStatuses, moment)
  if (byLaw) return closed(byLaw)
  const byAge = closedByMajority(grant, facts, policy, moment)
  if (byAge) return closed(byAge)
  const byDeath = closedByDeath(grant, facts, moment)
  if (byDeath) return closed(byDeath)
  if (!isCarried(grant, moment)) return closed('BASIS_EXPIRED')
  if (grant.reviewOn !== null && moment.on > grant.reviewOn) return closed('REVIEW_OVERDUE')
  return open
}

/** The state that a grant was in at an instant; null: it was not there yet. */
export function stateAt(grant: GrantFacts, { at }: Pick<Moment, 'at'>): GrantState | null {
  return grant.timeline.findLast((one) => one.at <= at)?.state ?? null
}

/**
 * The grant of a person that counts at a moment: one that is open, else the one that was changed last. None: null.
 */
export function grantOf(personId: string, facts: AccessFacts, policy: PortalPolicy, moment: Moment): { grant: GrantFacts; standing: Standing } | null {
  const theirs = facts.grants.filter((grant) => grant.personId === personId && stateAt(grant, moment) !== null)
    .map((grant) => ({ grant, standing: standingOf(grant, facts, policy, moment) }))
  return theirs.find(({ standing }) => standing.open) ?? theirs.toSorted((a, b) => changedAt(b.grant, moment) - changedAt(a.grant, moment))[0] ?? null
}

function changedAt(grant: GrantFacts, { at }: Moment): number {
  return grant.timeline.findLast((one) => one.at <= at)?.at ?? 0
}

/** R23, R33: the end of childhood; and a basis for adults opens nothing while the patient is a minor who counts as one. */
function closedByMajority(grant: GrantFacts, facts: AccessFacts, policy: PortalPolicy, moment: Moment): WhyCode | null {
  const majorityOn = birthdayOn(facts.birthDate, policy.proxyAccess.parentalGrantsEndAtAge)
  const { lasts, about } = basisRules[grant.basis]
  if (moment.on < majorityOn) return about === 'adult' && !countsAsAdult(facts.legalStatuses, moment) ? 'GRANT_NOT_BEGUN' : null
  if (lasts === 'majority') return 'MAJORITY_REACHED'
  return lasts === 'majority-if-begun-before' && grant.startOn < majorityOn ? 'MAJORITY_REACHED' : null
}

/** R13: after a death only the personal representative sees; before it there is none. */
function closedByDeath(grant: GrantFacts, { death }: AccessFacts, { at }: Moment): WhyCode | null {
  const isDead = death !== null && death.fromAt <= at
  if (basisRules[grant.basis].about === 'deceased') return isDead ? null : 'PATIENT_LIVES'
  return isDead ? 'PATIENT_DIED' : null
}

/** Whether a document that carries the basis is on file and good on that day. */
function isCarried(grant: GrantFacts, { at, on }: Moment): boolean {
  return grant.documents.some((one) => basisRules[grant.basis].documents.includes(one.kind)
    && one.seenAt <= at && (one.retiredAt === null || at < one.retiredAt) && (one.expiresOn === null || on <= one.expiresOn))
}
