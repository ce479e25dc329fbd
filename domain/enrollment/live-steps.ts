import { enrollmentSteps, type EnrollmentStep } from '#domain/enrollment/words.ts'
import type { Instant } from '#domain/time.ts'

/** When each step was done; null: not yet. */
export type StepTimes = Record<EnrollmentStep, Instant | null>
export type LiveStep = { step: EnrollmentStep; state: 'done' | 'now' | 'to-come'; at: Instant | null }

/**
 * The seven steps as a desk sees them. The first that is not done is being done now; what a portal does not ask for
 * (R5: some ask for no agreement) is done with the step before it.
 */
export function liveSteps(times: StepTimes): { steps: LiveStep[]; done: number } {
  let isNowTaken = false
  const steps = enrollmentSteps.map((step): LiveStep => {
    const at = times[step]
    if (at !== null) return { step, state: 'done', at }
    const state = isNowTaken ? 'to-come' : 'now'
    isNowTaken = true
    return { step, state, at: null }
  })
  return { steps, done: steps.filter((one) => one.state === 'done').length }
}

export type ProgressFacts = {
  evidenceSeenAt: Instant | null
  contactSettledAt: Instant | null
  /** The code was shown, or the invitation sent. */
  handedOverAt: Instant | null
  connectedAt: Instant | null
  termsAt: Instant | null
  agreementAt: Instant | null
  activeAt: Instant | null
  /** What the portal asks for before an account is active. */
  needs: readonly string[]
}

/** The times of an enrollment from its record and its invitation's. An active account has every step behind it. */
export function stepTimes(facts: ProgressFacts): StepTimes {
  const { activeAt, needs } = facts
  const connected = facts.connectedAt ?? activeAt
  const terms = needs.includes('terms') ? facts.termsAt ?? activeAt : connected
  return {
    identity: facts.evidenceSeenAt, contact: facts.contactSettledAt, code: facts.handedOverAt, connected, terms,
    agreement: needs.includes('hipaa-agreement') ? facts.agreementAt ?? activeAt : terms, 'sign-in': activeAt,
  }
}
