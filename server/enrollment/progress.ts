import { liveSteps, stepTimes, type LiveStep } from '#domain/enrollment/live-steps.ts'
import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import { stuckOf, type Stuck } from '#domain/enrollment/stuck.ts'
import type { HandOver, InvitationState } from '#domain/enrollment/words.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Instant } from '#domain/time.ts'
import type { DraftScene } from '#server/enrollment/draft-scene.ts'

type Facts = Pick<DraftScene, 'draft' | 'invitation' | 'code' | 'portal'> & { chart: { deceased: boolean } }

/** The seven steps of an enrollment, and how many of them are done. */
export function progressOf({ draft, invitation, portal }: Facts): { live: LiveStep[]; done: number } {
  const { steps, done } = liveSteps(stepTimes({
    evidenceSeenAt: draft.evidenceSeenAt, contactSettledAt: draft.contactSettledAt, handedOverAt: invitation?.sentAt ?? null,
    connectedAt: invitation?.connectedAt ?? null, termsAt: invitation?.termsAt ?? null, agreementAt: invitation?.agreementAt ?? null,
    activeAt: draft.state === 'active' ? invitation?.acceptedAt ?? draft.endedAt : null, needs: portal.policy.enrollment.activationNeeds,
  }))
  return { live: steps, done }
}

/** What somebody has to do before it goes on; null: it runs, or has ended. */
export function stuckIn({ draft, invitation, code, chart }: Facts, now: Instant, language: Language): Stuck | null {
  if (draft.state !== 'open') return null
  return stuckOf({
    deceased: chart.deceased, evidenceSeen: draft.evidenceSeenAt !== null, contactSettled: draft.contactSettledAt !== null,
    handOver: draft.handOver as HandOver | null, left: draft.heldBy === null,
    invitation: invitation ? { state: stateNow({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, now), sentAt: invitation.sentAt, endsAt: invitation.endsAt } : null,
    code: code ? { kind: code.kind === 'desk' ? 'desk' : 'mail', endsAt: code.endsAt, tries: code.tries, isDead: code.state === 'dead', isTied: code.state === 'connected' } : null,
    lastStepAt: lastOf([code?.connectedAt, invitation?.connectedAt, invitation?.termsAt, invitation?.agreementAt]),
  }, now, language)
}

function lastOf(times: readonly (Instant | null | undefined)[]): Instant | null {
  const known = times.filter((one) => typeof one === 'number')
  return known.length > 0 ? Math.max(...known) : null
}
