import { basisRules } from '#domain/access/bases.ts'
import type { WhyCode } from '#domain/access/answer.ts'
import type { GrantFacts, LegalStatusFacts } from '#domain/access/facts.ts'
import { startOfLocalDay, type Instant, type PlainDate, type TimeZone } from '#domain/time.ts'

/** A moment on one portal: the instant, its local day there, and the zone. */
export type Moment = { at: Instant; on: PlainDate; zone: TimeZone }

/** Whether a legal status holds: from its first local day through its last, unless it was taken back before. */
export function isInForce(status: LegalStatusFacts, { at, on }: Moment): boolean {
  return hasBegun(status, { at, on }) && (status.untilOn === null || on <= status.untilOn)
}

/** Whether somebody below 18 counts as an adult by law (R33: emancipated or married). */
export function countsAsAdult(statuses: readonly LegalStatusFacts[], moment: Moment): boolean {
  return statuses.some((status) => (status.kind === 'emancipated' || status.kind === 'married') && isInForce(status, moment))
}

/**
 * What a legal status does to one grant, or null (R33). What emancipation, marriage or an adoption ended does not come
 * back when the status ends; what state custody suspended waits for a review.
 */
export function closedByLegalStatus(grant: GrantFacts, statuses: readonly LegalStatusFacts[], moment: Moment): WhyCode | null {
  for (const status of statuses) {
    if (!hasBegun(status, moment)) continue
    const code = effectOn(grant, status, moment)
    if (code) return code
  }
  return null
}

function effectOn(grant: GrantFacts, status: LegalStatusFacts, moment: Moment): WhyCode | null {
  const isParental = basisRules[grant.basis].parental
  const wasThere = grant.startOn < status.fromOn
  switch (status.kind) {
    case 'emancipated':
      return isParental && (wasThere || isInForce(status, moment)) ? 'ENDED_BY_EMANCIPATION' : null
    case 'married':
      return isParental && (wasThere || isInForce(status, moment)) ? 'ENDED_BY_MARRIAGE' : null
    case 'state-custody':
      return isParental && (wasThere || isInForce(status, moment)) && !wasReviewedSince(grant, status, moment) ? 'SUSPENDED_BY_CUSTODY' : null
    case 'adopted':
      return isFormerFamily(grant, status) ? 'ENDED_BY_ADOPTION' : null
    case 'minor-parent':
    case 'adult-guardianship':
    case 'diminished-capacity':
      return null
  }
}

/** Whether a grant belonged to somebody of the family before an adoption: those are shown no more. */
export function isFormerFamily(grant: Pick<GrantFacts, 'personId' | 'basis' | 'startOn'>, status: LegalStatusFacts): boolean {
  if (status.kind !== 'adopted') return false
  if (status.formerPersonIds.length > 0) return status.formerPersonIds.includes(grant.personId)
  return basisRules[grant.basis].parental && grant.startOn < status.fromOn
}

function wasReviewedSince(grant: GrantFacts, status: LegalStatusFacts, { at, zone }: Moment): boolean {
  const since = startOfLocalDay(status.fromOn, zone)
  return grant.timeline.some((one) => one.cause === 'reviewed' && one.at >= since && one.at <= at)
}

function hasBegun(status: LegalStatusFacts, { at, on }: Pick<Moment, 'at' | 'on'>): boolean {
  return status.fromOn <= on && (status.endedAt === null || at < status.endedAt)
}
