import type { ReleaseAnswer } from '#domain/release/answer.ts'

/** What is asked of a clinician: look; order, one by one; nothing, because it is held; nothing, because the portal blocks it. */
export const worklistGroups = ['review', 'order', 'held', 'blocked'] as const
export type WorklistGroup = (typeof worklistGroups)[number]

/**
 * The group of a result by the answers for the patient and for a representative; null: nobody is asked. Sensitive ones
 * and those that wait for an order are looked at one by one. Blocked is what the portal never shows and a clinician has
 * to tell another way; what the laboratory took back asks for nothing.
 */
export function groupOf(patient: ReleaseAnswer, representative: ReleaseAnswer, sensitive: boolean): WorklistGroup | null {
  if (patient.state === 'blocked') return ['NEVER_ON_PORTAL', 'ACQUIRED_IN_YOUTH', 'ACQUISITION_UNKNOWN', 'ORDERED_ELSEWHERE'].includes(patient.why.code) ? 'blocked' : null
  const waits = [patient, representative].flatMap((answer) => (answer.state === 'waits' ? [answer] : []))
  if (waits.some((one) => one.for.includes('hold-end'))) return 'held'
  const asked = waits.flatMap((one) => [...one.for])
  if (asked.includes('laboratory') && !asked.includes('clinician')) return null
  if (asked.includes('order')) return 'order'
  if (asked.some((what) => what === 'review' || what === 'verification' || what === 'clinician')) return sensitive ? 'order' : 'review'
  return asked.includes('statute-end') ? 'held' : null
}
