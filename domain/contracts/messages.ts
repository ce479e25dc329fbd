import { z } from 'zod'
import { refusalWords } from '#domain/contracts/enrollment.ts'
import {
  ageBands, audiences, callOutcomes, deliveryStates, dispositions, entryKinds, messageRecipients, messageTopics, noteCauses, presences, senderKinds,
  threadStates,
} from '#domain/messages/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const note = z.string().trim().min(3).max(1000)
const reason = z.string().trim().min(3).max(500)
const staffName = z.strictObject({ id, name: z.string() })
/** Most characters of one message; longer ones are refused, never cut. */
export const LONGEST_MESSAGE = 10_000
const messageText = z.string().trim().min(1).max(LONGEST_MESSAGE)

/** Where a thread's clock stands. Instants are null while nobody can say: paused hours, an office without business days. */
export const clockAnswer = z.strictObject({
  startedAt: instant, warnAt: instant.nullable(), targetAt: instant.nullable(), limitAt: instant.nullable(), halfAt: instant.nullable(),
  /** As of `at` of the whole answer; screens count on by the instants. */
  stage: z.enum(['running', 'warned', 'past-target', 'past-limit']),
  paused: z.boolean(),
  pausedSinceAt: instant.nullable(),
  answeredAt: instant.nullable(),
  unit: z.enum(['elapsed-hours', 'business-days']),
  target: z.int(), limit: z.int(),
})
export type ClockAnswer = z.infer<typeof clockAnswer>

const someonePresent = z.strictObject({ id, name: z.string(), doing: z.enum(presences) })

/** One row of the worklist. `patient` null: the reader is told only that it is there (an own or restricted chart). */
export const threadRow = z.strictObject({
  id, version: z.int(),
  patient: z.strictObject({ id, name: z.string(), birthDate: z.iso.date(), age: z.int(), mrnTail: z.string() }).nullable(),
  /** Whoever wrote the unanswered message, if it was not the patient. */
  writtenBy: z.string().nullable(),
  subject: z.string(),
  /** The beginning of the last message, for who may read it; null for everybody else. */
  line: z.string().nullable(),
  queueId: id, queueName: z.string(), portalId: id, portalName: z.string(), siteId: id.nullable(),
  state: z.enum(threadStates),
  /** Emergency wording that nobody has settled. */
  flagged: z.boolean(),
  clock: clockAnswer.nullable(),
  assignee: staffName.nullable(),
  mine: z.boolean(),
  /** Who holds it by a claim that has not run out. */
  heldSinceAt: instant.nullable(),
  /** Who is at it now. */
  present: z.array(someonePresent),
  lastMessageAt: instant,
  language: z.string().nullable(),
  /** Our reply is unread by the patient for longer than it should be. */
  notRead: z.boolean(),
  audience: z.enum(audiences),
})
export type ThreadRow = z.infer<typeof threadRow>

/**
 * `POST /api/message-threads/search`. Action message.worklist. Without filters: everything unresolved in the reader's own
 * queues (a manager's or privacy officer's: all), flagged first, then by the instant at which each is due, paused and answered last.
 */
export const threadSearchBody = z.strictObject({
  queueId: id.optional(),
  /** `unresolved` (default): open and waiting; or one state alone. */
  state: z.enum([...threadStates, 'unresolved']).default('unresolved'),
  /** `me`, `nobody`, or a member of staff. */
  assignee: z.union([z.enum(['me', 'nobody']), id]).optional(),
  portalId: id.optional(),
  siteId: id.optional(),
  patientId: id.optional(),
  band: z.enum(ageBands).optional(),
  flagged: z.boolean().optional(),
  notRead: z.boolean().optional(),
  /** The target falls before this instant. */
  dueBefore: instant.optional(),
  /** Cursor of the page before. */
  after: z.string().max(200).optional(),
  /** Instead of a cursor: how many rows to leave out. */
  offset: z.int().min(0).max(10_000_000).optional(),
  limit: z.int().min(1).max(100).default(25),
})
export type ThreadSearch = z.infer<typeof threadSearchBody>
export const threadSearchAnswer = z.strictObject({
  at: instant, rows: z.array(threadRow),
  /** Exact, never estimated. */
  total: z.int(),
  /** Cursor of the next page; null: this was the last. */
  next: z.string().nullable(),
})
export type ThreadSearchAnswer = z.infer<typeof threadSearchAnswer>

/** Names an answer's reader may see as reader of a thread on the portal. */
export const threadReader = z.strictObject({
  kind: z.enum(['patient', 'proxy']), id, name: z.string(),
  /** `mother` …; null for the patient. */
  relationship: z.string().nullable(),
  /** Why they may: rule id, and words for it. */
  rule: z.string(),
  mayReply: z.boolean(),
})
export const readersAnswer = z.strictObject({
  readers: z.array(threadReader),
  /** A proxy of a 12- to 17-year-old reads it: sending asks first (`readersConfirmed`). */
  ask: z.boolean(),
  /** What to send back as `readersSeen`: the reply is refused when somebody else may read by then. */
  fingerprint: z.string(),
  /** Whether an own thread for the patient alone can be opened, and why not. */
  patientOnly: refusalWords.nullable(),
})
export type ReadersAnswer = z.infer<typeof readersAnswer>
export const attachmentLine = z.strictObject({ id, name: z.string(), mediaType: z.string(), bytes: z.int(), showsAsImage: z.boolean() })

export const threadEntry = z.strictObject({
  id, kind: z.enum(entryKinds),
  sender: z.strictObject({ kind: z.enum(senderKinds), name: z.string(), relationship: z.string().nullable() }),
  text: z.string(), language: z.string().nullable(), at: instant,
  attachments: z.array(attachmentLine),
  cause: z.enum(noteCauses).nullable(),
  call: z.strictObject({ outcome: z.enum(callOutcomes), answered: z.boolean() }).nullable(),
  /** Of a reply: on its way, read when; who could read it when it was sent. */
  delivery: z.strictObject({ state: z.enum(deliveryStates), readAt: instant.nullable(), notReadSinceAt: instant.nullable(), readers: z.array(z.string()) }).nullable(),
})
export type ThreadEntry = z.infer<typeof threadEntry>

/** One day of a clock's explanation (domain/business-time/explain-clock.ts), as it is. */
export const clockDay = z.union([
  z.strictObject({ kind: z.literal('hours'), on: z.iso.date(), countedMs: z.number(), pausedMs: z.number() }),
  z.strictObject({ kind: z.enum(['arrived', 'not-closed-yet', 'paused-at-closing', 'no-hours', 'site-closed']), on: z.iso.date() }),
  z.strictObject({ kind: z.literal('business-day'), on: z.iso.date(), number: z.int() }),
  z.strictObject({ kind: z.literal('holiday'), on: z.iso.date(), name: z.string() }),
])

/** Why the reader cannot do something now; null: they can. */
const mays = z.strictObject({
  claim: refusalWords.nullable(), giveBack: refusalWords.nullable(), takeOver: refusalWords.nullable(), reassign: refusalWords.nullable(),
  reply: refusalWords.nullable(), note: refusalWords.nullable(), forward: refusalWords.nullable(), wait: refusalWords.nullable(),
  resolve: refusalWords.nullable(), reopen: refusalWords.nullable(), move: refusalWords.nullable(), call: refusalWords.nullable(),
})
export const threadDraft = z.strictObject({ text: z.string(), kind: z.enum(['reply', 'note']), seenMessageId: id.nullable(), savedAt: instant })

/** `POST /api/message-threads/:id/open` (a read; audited). Action message.open: manager and privacy officer give a reason. */
export const openThreadBody = z.strictObject({ reason: reason.optional() })
export const threadAnswer = z.strictObject({
  at: instant,
  row: threadRow,
  entries: z.array(threadEntry),
  /** The newest message of the other side: what a reply names as `seenMessageId`. */
  lastPatientMessageId: id.nullable(),
  topic: z.enum(messageTopics), recipient: z.enum(messageRecipients),
  /** Which signs, each with the patient's own words; `staff`: somebody here saw it. */
  flag: z.strictObject({ reasons: z.array(z.strictObject({ sign: z.string(), quote: z.string() })), flaggedAt: instant, settled: z.strictObject({ disposition: z.enum(dispositions), by: z.string(), at: instant }).nullable() }).nullable(),
  /** 911 or what the portal names; shown with a flag. */
  emergencyNumber: z.string(),
  resolved: z.strictObject({ disposition: z.enum(dispositions), because: z.string().nullable(), by: z.string(), at: instant }).nullable(),
  clockDays: z.array(clockDay),
  clockZone: z.string(),
  rule: z.strictObject({ id: z.string(), portalName: z.string(), waitingPauses: z.boolean() }),
  readers: readersAnswer,
  draft: threadDraft.nullable(),
  may: mays,
  /** Beside the thread: what the reader of it should know of the person. */
  context: z.strictObject({
    language: z.string().nullable(), phoneTail: z.string().nullable(),
    /** The number on file, for whoever may call from the thread now: they hold it. */
    phone: z.string().nullable(),
    /** Somebody else here may be mistaken for this person. */
    lookAlike: z.boolean(),
    portalState: z.string(), portalTakesMessages: z.boolean(),
    /** Answers on this portal are written in these languages (R54). */
    messageLanguages: z.array(z.string()),
    proxies: z.array(z.strictObject({ name: z.string(), relationship: z.string(), readsThis: z.boolean() })),
    /** How many results of the patient wait for a clinician; null for roles that are not told even that. */
    openResults: z.int().nullable(),
    earlierThreads: z.array(z.strictObject({ id, subject: z.string(), lastMessageAt: instant, state: z.enum(threadStates) })),
  }),
})
export type ThreadAnswer = z.infer<typeof threadAnswer>

/** What a command on a thread answers: enough for list and header; the thread is opened again for its text. */
export const threadActed = z.strictObject({ row: threadRow, entryId: id.nullable(), next: id.nullable() })
export type ThreadActed = z.infer<typeof threadActed>

/** `POST /api/message-threads/:id/claim`. No version: one wins, the others get 409 THREAD_HELD with `current: { by, since }`. */
export const claimBody = z.strictObject({})
/** `POST /api/message-threads/:id/heartbeat`: I am here; a claim of mine goes on. No version. Answers who else is. */
export const heartbeatBody = z.strictObject({ doing: z.enum(presences) })
export const heartbeatAnswer = z.strictObject({ leaseEndsAt: instant.nullable(), mine: z.boolean(), version: z.int(), lastPatientMessageId: id.nullable(), present: z.array(someonePresent) })
/** `POST /api/message-threads/:id/give-back`. Versioned. */
export const giveBackBody = z.strictObject({ note: note.optional() })
/** `POST /api/message-threads/:id/take-over`: from whoever holds it. Versioned. */
export const takeOverBody = z.strictObject({ note })
/** `POST /api/message-threads/:id/reassign`. Versioned. A clinician only what is theirs; a manager anything. */
export const reassignBody = z.strictObject({ to: id, note })
/**
 * `POST /api/message-threads/:id/reply`. Versioned. 409 NEW_PATIENT_MESSAGE (with `current`) when the patient has written
 * since `seenMessageId`; 409 READERS_CHANGED when others may read than `readersSeen`; 409 READERS_TO_CONFIRM until
 * `readersConfirmed` when a proxy of a 12- to 17-year-old reads it. `audience: patient-only` opens an own thread for the answer.
 */
export const replyBody = z.strictObject({
  text: messageText,
  seenMessageId: id.nullable(),
  readersSeen: z.string().max(100).optional(),
  readersConfirmed: z.boolean().default(false),
  audience: z.enum(audiences).default('all-who-may'),
  cannedReplyId: id.optional(),
  /** What becomes of the thread: closed as answered, waiting for the patient, or left open. */
  leaves: z.enum(['resolved', 'waiting', 'open']).default('open'),
  /** Asked of a flagged thread that is to be closed. */
  disposition: z.enum(dispositions).optional(),
  because: z.string().trim().max(500).optional(),
  /** Where the list stands: the answer names the next one due after this thread there. */
  nextIn: z.strictObject({ queueId: id.optional() }).optional(),
})
/** `POST /api/message-threads/:id/note`. No version: a note changes nobody's answer. */
export const noteBody = z.strictObject({ text: z.string().trim().min(1).max(LONGEST_MESSAGE) })
/** `POST /api/message-threads/:id/forward`: into another queue; the clock goes on. Versioned. */
export const forwardBody = z.strictObject({ queueId: id, note })
/** `POST /api/message-threads/:id/wait`: for the patient; pauses where the portal's policy says so. Versioned. */
export const waitBody = z.strictObject({ note: note.optional() })
/** `POST /api/message-threads/:id/resolve`. Versioned. `because` with not-emergency. */
export const resolveBody = z.strictObject({ disposition: z.enum(dispositions), because: z.string().trim().min(3).max(500).optional(), nextIn: z.strictObject({ queueId: id.optional() }).optional() })
/** `POST /api/message-threads/:id/reopen`. Versioned; the clock goes on where it stopped. */
export const reopenBody = z.strictObject({ note: note.optional() })
/** `POST /api/message-threads/:id/move`: it is about somebody else. Versioned. Action message.move (reason). */
export const moveBody = z.strictObject({ patientId: id, reason: reason.optional() })
/** `POST /api/message-threads/:id/record-call`. Versioned. `at` not before the message and not in the future. */
export const callBody = z.strictObject({ outcome: z.enum(callOutcomes), at: instant, note: z.string().trim().min(1).max(1000) })
/** `POST /api/message-threads/:id/flag`: somebody reads an emergency that no rule saw. Versioned. */
export const flagBody = z.strictObject({ note })

/** `POST /api/message-threads/:id/save-draft`: for its author only. No version; an empty text takes it away. */
export const draftBody = z.strictObject({ text: z.string().max(LONGEST_MESSAGE), kind: z.enum(['reply', 'note']).default('reply'), seenMessageId: id.nullable().default(null) })
export const draftAnswer = z.strictObject({ draft: threadDraft.nullable() })
/** `POST /api/message-threads/readers`: who reads an answer in this thread now. A read. */
export const readersBody = z.strictObject({ threadId: id, audience: z.enum(audiences).default('all-who-may') })
/** `POST /api/message-threads/next`: the next due thread nobody holds (or mine). A read. */
export const nextBody = z.strictObject({ queueId: id.optional(), afterId: id.optional() })
export const nextAnswer = z.strictObject({ row: threadRow.nullable() })
