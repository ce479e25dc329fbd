import type { ClockedClass } from '#domain/portals/state-clocks.ts'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import type { HoldGround } from '#domain/release/grounds.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import type { ReportStatus } from '#domain/results/report.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** What a clinician did with a result. `asOrdering`: the ordering provider, or who covers them. */
export const actKinds = ['review', 'verification', 'order', 'category', 'recall'] as const
export type ActKind = (typeof actKinds)[number]
export type ReleaseAct = { kind: ActKind; at: Instant; asOrdering: boolean }

/** One hold; from `startAt` up to `endAt`, or to `endedAt` where it was ended before. */
export type Hold = {
  id: string
  from: Recipient['kind']
  /** Of a representative: one of them; null: every one. */
  personId: string | null
  ground: HoldGround
  startAt: Instant
  endAt: Instant
  endedAt: Instant | null
}

/** Everything about a result that decides who may see it when. Nothing here is decided; it is what happened. */
export type ResultFacts = {
  categories: readonly ResultCategory[]
  /** Whether the category may be relied on; otherwise a clinician looks first. */
  categorySure: boolean
  /** Whether every value that the report names has come. */
  complete: boolean
  clockedClasses: readonly ClockedClass[]
  status: ReportStatus
  /** When the version that counts was final, by the laboratory; null: it is not. */
  finalAt: Instant | null
  /** When that version came here: what was done before it was done for another one. */
  versionAt: Instant
  orderedElsewhere: boolean
  /** Local date on which it was collected, else issued; null: not known (R25). */
  acquiredOn: PlainDate | null
  birthDate: PlainDate
  /** State of the site that looks after the patient, `US-NY`; null: not known. */
  state: string | null
  acts: readonly ReleaseAct[]
  holds: readonly Hold[]
}

/** Whether a hold keeps something from a recipient at an instant. */
export function isHeldFrom(hold: Hold, recipient: Recipient, at: Instant): boolean {
  if (hold.startAt > at || at >= endOfHold(hold) || hold.from !== recipient.kind) return false
  return recipient.kind === 'patient' || hold.personId === null || hold.personId === recipient.personId
}

/** The first instant at which a hold keeps nothing back any more. It has one, whatever happens. */
export function endOfHold(hold: Pick<Hold, 'endAt' | 'endedAt'>): Instant {
  return Math.min(hold.endAt, hold.endedAt ?? Infinity)
}
