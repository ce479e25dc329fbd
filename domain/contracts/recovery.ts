import { z } from 'zod'
import { refusalWords } from '#domain/contracts/enrollment.ts'
import {
  actKinds, attemptKinds, callChannels, callOutcomes, callRelays, caseSources, caseStates, factKinds, photoDocuments, proofStates, signInKinds, signKinds, wayKinds, wayStandings,
} from '#domain/recovery/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const reason = z.string().trim().min(3).max(500)

/** `POST /api/recovery/search`: the queue. `waiting`: nobody has it, the oldest first; `mine`: held by who asks; `ended`: the newest first. */
export const recoverySearchBody = z.strictObject({
  group: z.enum(['waiting', 'mine', 'ended']).default('waiting'), portalId: id.optional(),
  /** Id of the last row of the page before. */
  after: id.optional(), limit: z.int().min(1).max(100).default(50),
})
export const recoveryRow = z.strictObject({
  id, version: z.int(), patientId: id, name: z.string(), birthDate: date, mrnTail: z.string(), portalId: id, portalName: z.string(),
  state: z.enum(caseStates), source: z.enum(caseSources), openedAt: instant, ageMinutes: z.int(),
  /** Reports and calls that joined it, the first among them. */
  attempts: z.int(), lastAttemptAt: instant, claimedBy: z.string().nullable(), isMine: z.boolean(), outcome: z.enum(callOutcomes).nullable(), endedAt: instant.nullable(),
})
export type RecoveryRow = z.infer<typeof recoveryRow>
/** `waiting`: how many wait for somebody, for the menu; at most 1000 are counted. */
export const recoverySearchAnswer = z.strictObject({ rows: z.array(recoveryRow), more: z.boolean(), waiting: z.int() })
export type RecoverySearchAnswer = z.infer<typeof recoverySearchAnswer>

/** `POST /api/recovery/calls`: a call or a person at the desk; joins the case that is under way for the account. Of a shown number only the end is kept. */
export const callBody = z.strictObject({
  patientId: id, portalId: id, channel: z.enum(callChannels), relay: z.enum(callRelays).default('none'), language: z.enum(['en', 'es']).default('en'),
  shownNumber: z.string().max(40).nullable().default(null),
})
export const caseChanged = z.strictObject({ id, version: z.int(), state: z.enum(caseStates) })
export type CaseChanged = z.infer<typeof caseChanged>

/** A way to prove who it is; `from`: the instant from which it counts by itself. */
export const wayShown = z.strictObject({
  kind: z.enum(wayKinds), contactId: id.nullable(), masked: z.string().nullable(), sinceAt: instant.nullable(), standing: z.enum(wayStandings),
  sentence: z.string(), next: z.string(), say: z.string().nullable(), rule: z.string(), fromAt: instant.nullable(),
})
/** The proof in hand. `dial` is there only while the number is to be dialled, `words` only after its end was read back. */
export const proofShown = z.strictObject({
  id, kind: z.enum(wayKinds), state: z.enum(proofStates), contactId: id.nullable(), masked: z.string().nullable(), madeAt: instant, confirmedAt: instant.nullable(), endsAt: instant,
  triesLeft: z.int(), dial: z.string().nullable(), words: z.string().nullable(),
})
/** An act: its command is `POST /api/recovery/:id/<kind>`; where `needsSecondPerson`, `ask-approval` instead. */
export const actShown = z.strictObject({
  kind: z.enum(actKinds), refusal: refusalWords.nullable(), needsSecondPerson: z.boolean(),
  /** Why it may not even be asked of two persons; null: it may, or need not be. */
  askRefusal: refusalWords.nullable(), goesTo: z.string().nullable(), doneAt: instant.nullable(),
})

/** `GET /api/recovery/:id`: the call desk. */
export const callDesk = z.strictObject({
  id, version: z.int(), state: z.enum(caseStates), source: z.enum(caseSources), openedAt: instant, attempts: z.int(), lastAttemptAt: instant,
  claimedBy: z.string().nullable(), isMine: z.boolean(),
  step: z.enum(['find', 'prove', 'act', 'over']), outcome: z.enum(callOutcomes).nullable(), endedAt: instant.nullable(),
  person: z.strictObject({ patientId: id, name: z.string(), birthDate: date, age: z.int(), mrnTail: z.string(), language: z.string().nullable(), interpreterNeeded: z.boolean(), deceased: z.boolean(), siteName: z.string() }),
  account: z.strictObject({
    state: z.enum(['active', 'legacy-only', 'invited', 'suspended', 'ended', 'none']), isLocked: z.boolean(), lockedAt: instant.nullable(), lockedWhy: z.enum(attemptKinds).nullable(),
    wrongAnswers: z.int(), signIn: z.enum(signInKinds), provider: z.string().nullable(), lastSignInAt: instant.nullable(),
  }),
  resetsToday: z.strictObject({ used: z.int(), limit: z.int() }), sendsToday: z.strictObject({ used: z.int(), limit: z.int() }), agentResets: z.strictObject({ used: z.int(), limit: z.int() }),
  portal: z.strictObject({
    id, name: z.string(), timeZone: z.string(), number: z.string().nullable(), tty: z.string().nullable(), afterHours: z.string().nullable(),
    /** Weekdays with opening times on the portal's wall clock; null: not published. */
    hours: z.array(z.strictObject({ day: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), opens: z.string(), closes: z.string() })).nullable(),
    openNow: z.boolean().nullable(), socialProviders: z.array(z.string()),
  }),
  call: z.strictObject({
    startedAt: instant, channel: z.enum(callChannels), relay: z.enum(callRelays), language: z.enum(['en', 'es']), shownTail: z.string().nullable(), calls: z.int(), endedAt: instant.nullable(),
  }).nullable(),
  facts: z.array(z.strictObject({ kind: z.enum(factKinds), fits: z.boolean(), at: instant })), wrongFacts: z.int(), factsRefusal: refusalWords.nullable(), located: z.boolean(),
  ways: z.array(wayShown), proof: proofShown.nullable(), acts: z.array(actShown),
  /** What points to an impostor; never for the caller's ears. */
  signs: z.array(z.strictObject({ kind: z.enum(signKinds), text: z.string(), at: instant.nullable() })),
  approvals: z.array(z.strictObject({
    requestId: id, act: z.enum(actKinds), state: z.enum(['open', 'approved', 'declined', 'withdrawn', 'expired', 'dead']), askedAt: instant, endsAt: instant, askedBy: z.string(), isOwn: z.boolean(),
    effect: z.array(z.string()), deciders: z.array(z.string()),
  })),
  earlier: z.array(z.strictObject({ id, state: z.enum(caseStates), source: z.enum(caseSources), openedAt: instant, endedAt: instant.nullable(), outcome: z.enum(callOutcomes).nullable(), claimedBy: z.string().nullable() })),
  /** Desks to which one may come with a photo ID, the patient's own first. */
  desks: z.array(z.strictObject({ siteId: id, name: z.string() })),
})
export type CallDesk = z.infer<typeof callDesk>

/** Commands of a case: all with If-Match, all answer `caseChanged` (facts adds what fits); read the desk again after each. */
export const takeBody = z.strictObject({})
/** What the caller said, as said; only the kind and whether it fits are kept. */
export const factsBody = z.strictObject({ said: z.array(z.strictObject({ kind: z.enum(factKinds), text: z.string().trim().min(1).max(200) })).min(1).max(6) })
export const factsAnswer = caseChanged.extend({ fits: z.array(z.enum(factKinds)), located: z.boolean() })
export const sendLinkBody = z.strictObject({ contactId: id })
export const callBackBody = z.strictObject({ contactId: id })
/** The last two digits on the phone's own display. */
export const confirmNumberBody = z.strictObject({ lastTwo: z.string().regex(/^\d{2}$/) })
export const repeatWordsBody = z.strictObject({ heard: z.string().trim().min(1).max(80) })
export const photoIdBody = z.strictObject({ kind: z.enum(photoDocuments), issuer: z.string().trim().min(2).max(60), expiresOn: date, faceMatches: z.literal(true) })
export const askApprovalBody = z.strictObject({ act: z.enum(actKinds), reason })
export const actBody = z.strictObject({ reason: reason.optional() })
export const stopBody = z.strictObject({ note: z.string().trim().max(300).default('') })
export const endCallBody = z.strictObject({ outcome: z.enum(callOutcomes) })

/** `POST /api/recovery/supervision`. Days are the practice's. */
export const supervisionBody = z.strictObject({ from: date, to: date })
const person = z.strictObject({ id, name: z.string() })
export const supervisionAnswer = z.strictObject({
  totals: z.strictObject({ cases: z.int(), proven: z.int(), refused: z.int(), stopped: z.int(), limitHits: z.int(), approvals: z.int() }),
  /** Per agent and day. */
  agents: z.array(z.strictObject({ agent: person, day: date, calls: z.int(), acts: z.int(), resets: z.int(), refusals: z.int(), stops: z.int(), limitHits: z.int(), wrongFacts: z.int() })),
  /** The newest first: refusals, stops and limits, with the sentence. */
  events: z.array(z.strictObject({ at: instant, kind: z.enum(['refused', 'stopped', 'limit', 'proof-failed']), agent: person.nullable(), caseId: id.nullable(), patientName: z.string().nullable(), sentence: z.string(), rule: z.string() })),
  /** One chart, several agents, within 48 hours. */
  pressure: z.array(z.strictObject({ caseId: id, patientName: z.string(), portalName: z.string(), agents: z.array(person), calls: z.int(), firstAt: instant, lastAt: instant })),
})
export type SupervisionAnswer = z.infer<typeof supervisionAnswer>

/** `POST /api/incidents/agent` (privacy officer, OP-09): what one person did since a moment. */
export const agentIncidentBody = z.strictObject({ staffId: id, since: instant })
export const agentActKinds = ['recovery', 'grant', 'enrollment', 'contact', 'release'] as const
export const agentIncidentAnswer = z.strictObject({
  agent: z.strictObject({ id, name: z.string(), status: z.string(), version: z.int() }), since: instant,
  acts: z.array(z.strictObject({ at: instant, kind: z.enum(agentActKinds), event: z.string(), what: z.string(), patientId: id.nullable(), patientName: z.string(), portalName: z.string().nullable() })),
  /** Everybody concerned, once, with accounts that can be suspended. */
  patients: z.array(z.strictObject({ patientId: id, name: z.string(), mrnTail: z.string(), acts: z.int(), activeAccounts: z.int(), isSuspended: z.boolean(), notified: z.boolean() })),
})
export type AgentIncidentAnswer = z.infer<typeof agentIncidentAnswer>
/** `POST /api/incidents/agent/suspend` and `…/notify`: reason and second factor (object `staffId`); `patientIds` of the list above. */
export const agentIncidentAct = z.strictObject({ staffId: id, since: instant, patientIds: z.array(id).min(1).max(500), reason: reason.optional() })
export const agentIncidentDone = z.strictObject({ incidentId: id, patients: z.int(), accounts: z.int(), links: z.int(), told: z.int() })

