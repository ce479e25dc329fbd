/** Who opened a case: the portal by itself, or somebody of the practice (R40). */
export const caseSources = ['portal-failed-questions', 'portal-locked', 'call', 'desk'] as const
export type CaseSource = (typeof caseSources)[number]

/** `open` and `proven` are under way: one such case per account. `stopped`: an impostor was suspected, the caller was told nothing. */
export const caseStates = ['open', 'proven', 'done', 'stopped', 'refused', 'expired'] as const
export type CaseState = (typeof caseStates)[number]
export const statesUnderWay = ['open', 'proven'] as const satisfies readonly CaseState[]

/** What a portal reports: the questions were answered wrongly, or the account is locked. Never the questions, never the answers (ID-01). */
export const attemptKinds = ['failed-questions', 'locked'] as const
export type AttemptKind = (typeof attemptKinds)[number]

export const callChannels = ['call', 'desk'] as const
export const callRelays = ['none', 'tty', 'relay', 'interpreter'] as const
export type CallRelay = (typeof callRelays)[number]

/** What a caller may be asked to find the person. None of it opens anything (R44, ID-01). */
export const factKinds = ['name', 'birth-date', 'city', 'phone-tail', 'last-visit', 'mrn'] as const
export type FactKind = (typeof factKinds)[number]

/** Ways to prove who it is, the strongest hold on a thing or a face first. */
export const wayKinds = ['email-link', 'call-back', 'photo-id', 'second-person'] as const
export type WayKind = (typeof wayKinds)[number]
export const wayStandings = ['suffices', 'with-second-person', 'not-today', 'not-possible'] as const
export type WayStanding = (typeof wayStandings)[number]

/** How far a proof is. `confirmed`: it proves. `waiting-approval`: two persons decide, within a day. */
export const proofStates = ['sent', 'dialling', 'ringing', 'confirmed', 'waiting-approval', 'failed', 'expired', 'ended'] as const
export type ProofState = (typeof proofStates)[number]

/** What is done once it is proven; each a command of its own (`POST /api/recovery/:id/<act>`). */
export const actKinds = ['send-user-name', 'unlock', 'send-reset-link', 'end-portal-sessions', 'restart-enrollment', 'remove-second-factor', 'social-guidance'] as const
export type ActKind = (typeof actKinds)[number]

/** How somebody signs in. `portal-kept`: the portal holds the password, we only ask it to act. */
export const signInKinds = ['password', 'portal-kept', 'social', 'none'] as const
export type SignInKind = (typeof signInKinds)[number]

/** How a call ends when nothing more is done on it. */
export const callOutcomes = ['done', 'waits-for-mail', 'comes-to-desk', 'calls-again', 'waits-for-approval', 'could-not-prove', 'hung-up', 'wrong-person'] as const
export type CallOutcome = (typeof callOutcomes)[number]
/** Those after which the case stays open for whoever takes it next. */
export const outcomesThatWait: readonly CallOutcome[] = ['waits-for-mail', 'comes-to-desk', 'calls-again', 'waits-for-approval']

/** What points to somebody else than the patient; for the agent's eyes alone. */
export const signKinds = [
  'contact-changed', 'contact-changed-lately', 'repeated-call', 'many-agents', 'wrong-facts', 'failed-proof', 'stopped-before', 'not-me-before', 'dispute', 'flagged', 'limit',
] as const
export type SignKind = (typeof signKinds)[number]

/** Documents with a photo that a front desk looks at. The kind, who gave it out and how long it is good: never a number or a copy. */
export const photoDocuments = [
  'driver-licence', 'state-id', 'passport', 'passport-card', 'school-photo-id', 'military-id', 'tribal-id', 'permanent-resident-card', 'consular-id', 'other-photo-id',
] as const
