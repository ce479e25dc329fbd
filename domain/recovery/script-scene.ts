import type { CallRelay, WayKind } from '#domain/recovery/words.ts'

/** Steps of a call, in their order. */
export const callSteps = ['find', 'prove', 'act', 'over'] as const
export type CallStep = (typeof callSteps)[number]

/** Where a proof in hand stands, as far as words depend on it. */
export type ProofMoment = 'none' | 'sent' | 'dialling' | 'words' | 'waiting' | 'failed'

/** How the case ended. */
export type CallEnd = 'done' | 'stopped' | 'refused' | 'expired'

/** All that the words of a call depend on. Before the proof nothing of it comes from the account. */
export type ScriptScene = {
  step: CallStep
  /** The way that is chosen or in hand. */
  way: WayKind
  proof: ProofMoment
  channel: 'call' | 'desk'
  relay: CallRelay
  /** The caller's. */
  language: 'en' | 'es'
  /** The portal's own name, and its own number for after hours; null where it publishes none (R43). */
  portalName: string
  afterHours: string | null
  /** False: nobody is meant to answer this portal's line now; null where its hours are not published. */
  isOpen: boolean | null
  /** Providers by which people sign in on this portal (R42). */
  socialProviders: readonly string[]
  /** What was tried as often as a case allows without locating anybody. */
  factsUsedUp: boolean
  /** No more may be sent today, or no more by this person: somebody else has to look at it first. */
  limitReached: boolean
  /** Known only after the proof: what the account is signed in to with. `null` before. */
  proven: { kind: 'password' | 'none' } | { kind: 'social'; provider: string } | null
  end: CallEnd | null
}
