import { z } from 'zod'
import {
  contactWays, declineReasons, deferReasons, draftStates, enrollmentSteps, evidenceKinds, handOvers, invitationStates, sharingRelations, waysOut,
} from '#domain/enrollment/words.ts'
import { lookAlikeReasons } from '#domain/look-alikes.ts'
import { capabilities } from '#domain/portals/capabilities.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const reason = z.string().trim().min(3).max(500)
const note = z.string().trim().max(300)
const staffName = z.strictObject({ id, name: z.string() })
export const languages = ['en', 'es'] as const

/** What a refusal says, in the reader's language. */
export const refusalWords = z.strictObject({ code: z.string(), message: z.string(), next: z.string(), rule: z.string(), say: z.string().nullable() })

/** Part of an address as typed; `counts: false` is what the rule does not look at (case, dots, plus-tag): shown struck out. */
const segment = z.strictObject({ text: z.string(), counts: z.boolean() })
const asRead = z.strictObject({ segments: z.array(segment), readAs: z.string() })

/**
 * What the rule says of one contact: usable, or not and why. `with`: who else reads it; `name` and `address` are null where
 * the reader may not know of that person. `ways`: what works, in the order in which to offer it.
 */
export const contactCheck = z.strictObject({
  kind: z.enum(['email', 'phone']),
  usable: z.boolean(),
  refusal: refusalWords.nullable(),
  /** Usable, and yet to be told: on file only since then (ID-02). */
  youngSinceAt: instant.nullable(),
  /** It is usable only because the rule lets these persons share (R9). */
  sharedByRule: z.boolean(),
  typed: asRead,
  with: z.strictObject({ relation: z.enum(sharingRelations), relationship: z.string().nullable(), name: z.string().nullable(), address: asRead.nullable() }).nullable(),
  ways: z.array(z.enum(waysOut)),
})
export type ContactCheckAnswer = z.infer<typeof contactCheck>

/** A contact on file with what the rule says of it. */
const contactOnFile = z.strictObject({ contactId: id, kind: z.enum(['email', 'phone']), use: z.string().nullable(), masked: z.string(), check: contactCheck })

/** `ok` green, `stop` in the way, `ask` to be asked, `later` on the patient's own phone. The sentence is in the reader's language. */
export const preflightLine = z.strictObject({
  key: z.enum(['alive', 'portal-open', 'age', 'no-account', 'no-invitation', 'identity', 'contact', 'language', 'declined', 'consents']),
  state: z.enum(['ok', 'stop', 'ask', 'later']),
  text: z.string(),
  refusal: refusalWords.nullable(),
})
export type PreflightLine = z.infer<typeof preflightLine>

const portalName = z.strictObject({ id, name: z.string(), timeZone: z.string(), languages: z.array(z.string()) })

/** What keeps an enrollment from going on, and the fix that Home offers. */
export const stuckness = z.strictObject({
  code: z.enum(['IDENTITY_TO_RECORD', 'CONTACT_TO_SETTLE', 'HAND_OVER_TO_CHOOSE', 'CODE_ENDED', 'CODE_SPENT', 'PHONE_SILENT', 'MAIL_REFUSED', 'MAIL_BOUNCED', 'MAIL_NOT_OPENED', 'INVITATION_ENDED', 'PATIENT_STOPPED']),
  message: z.string(),
  fix: z.enum(['continue', 'fix-address', 'resend', 'new-code']),
})

/** One of the seven live steps. `now`: this one is being done; `at` is when it was done. */
const liveStep = z.strictObject({ step: z.enum(enrollmentSteps), state: z.enum(['done', 'now', 'to-come']), at: instant.nullable() })

const patientShort = z.strictObject({
  id, name: z.string(), birthDate: date,
  /** Whole years by the portal's calendar. */
  age: z.int(), mrnTail: z.string(), language: z.string().nullable(),
  lookAlikes: z.array(z.strictObject({ id, name: z.string(), birthDate: date, how: z.enum(lookAlikeReasons) })),
})

/** What a minor's parents go on seeing by the portal's rule; they are not told of the enrollment. */
const parentsView = z.strictObject({ fromAge: z.int(), untilAge: z.int().nullable(), capabilities: z.array(z.enum(capabilities)) })

/** An enrollment as the wizard shows it. Holds no code and no secret. */
export const enrollmentAnswer = z.strictObject({
  id,
  version: z.int(),
  patient: patientShort,
  portal: portalName,
  siteId: id,
  state: z.enum(draftStates),
  step: z.enum(['identity', 'contact', 'hand-over', 'done']),
  language: z.enum(languages),
  startedAt: instant,
  startedBy: staffName,
  /** Who is at it now; null: it was left. */
  heldBy: staffName.nullable(),
  mine: z.boolean(),
  evidence: z.strictObject({
    kind: z.enum(evidenceKinds), issuer: z.string().nullable(), expiresOn: date.nullable(), withPhoto: z.boolean(), seenBy: staffName, seenAt: instant,
  }).nullable(),
  contact: z.strictObject({ way: z.enum(contactWays), masked: z.string().nullable(), settledAt: instant }).nullable(),
  onFile: z.array(contactOnFile),
  handOver: z.enum(handOvers).nullable(),
  /** Hand-overs that can be chosen, each with why not. */
  handOverChoices: z.array(z.strictObject({ handOver: z.enum(handOvers), refusal: refusalWords.nullable() })),
  /** The desk code's own state; the code itself is in the one answer of `show-code`. */
  code: z.strictObject({ id, state: z.enum(['live', 'connected', 'ended', 'spent', 'used']), madeAt: instant, endsAt: instant, triesLeft: z.int() }).nullable(),
  live: z.array(liveStep).length(enrollmentSteps.length),
  /** Of seven. */
  done: z.int(),
  stuck: stuckness.nullable(),
  preflight: z.array(preflightLine),
  parentsSee: parentsView.nullable(),
  /** `mailStatus`: what the mail server said of a mail that did not arrive. */
  invitation: z.strictObject({ id, state: z.enum(invitationStates), version: z.int(), endsAt: instant, mailStatus: z.string().nullable() }).nullable(),
  ended: z.strictObject({ reason: z.string().nullable(), note: z.string().nullable(), at: instant, by: z.string() }).nullable(),
})
export type EnrollmentAnswer = z.infer<typeof enrollmentAnswer>

/** `GET /api/patients/:id/enrollment`: what can be started for a person, and what there is already, portal by portal. */
export const patientEnrollmentAnswer = z.strictObject({
  patient: patientShort,
  portals: z.array(z.strictObject({
    portal: portalName,
    /** Why nothing can be started; null: it can. */
    refusal: refusalWords.nullable(),
    preflight: z.array(preflightLine),
    openEnrollmentId: id.nullable(),
    invitationId: id.nullable(),
    /** Whether there is something to undo: an account, an invitation, a code. */
    canUndo: z.boolean(),
  })),
  history: z.array(z.strictObject({ id, portalName: z.string(), state: z.enum(draftStates), startedAt: instant, startedBy: z.string(), endedAt: instant.nullable(), reason: z.string().nullable() })),
})
export type PatientEnrollmentAnswer = z.infer<typeof patientEnrollmentAnswer>

/** `POST /api/enrollments/search`: open ones for Home, the stuck first, then the oldest. */
export const enrollmentSearchBody = z.strictObject({ siteId: id.optional(), after: id.optional(), limit: z.int().min(1).max(100).default(25) })
export const enrollmentRow = z.strictObject({
  id, version: z.int(), patientId: id, name: z.string(), birthDate: date, age: z.int(), mrnTail: z.string(), lookAlike: z.boolean(),
  portalId: id, portalName: z.string(), siteName: z.string(), done: z.int(), of: z.int(), live: z.array(liveStep), stuck: stuckness.nullable(),
  startedAt: instant, heldBy: staffName.nullable(), mine: z.boolean(), leftAt: instant.nullable(), invitationId: id.nullable(),
  /** Of a code at the desk that still works. */
  codeEndsAt: instant.nullable(),
  /** Became active just now: it stays in sight for a quarter of an hour. */
  activeAt: instant.nullable(),
})
export type EnrollmentRow = z.infer<typeof enrollmentRow>
/** What has come of today's at the sites that were asked for; the median is of codes at the desk, from the start to the active account. */
export const enrollmentDay = z.strictObject({ active: z.int(), byEmail: z.int(), declined: z.int(), medianMs: z.int().nullable() })
export const enrollmentSearchAnswer = z.strictObject({ rows: z.array(enrollmentRow), more: z.boolean(), day: enrollmentDay })

/** `POST /api/enrollments/start`. Action patient.enroll (reason). An open one of somebody else: 409 ENROLLMENT_OPEN with `current: { enrollmentId, by, since }`. */
export const startEnrollmentBody = z.strictObject({
  patientId: id, portalId: id,
  /** Language of sheet, pages and mail; the patient's own unless said. */
  language: z.enum(languages).optional(),
  reason: reason.optional(),
})

// Every command on a draft names the version it saw (If-Match) and answers the whole draft: `enrollmentAnswer`.

/** `POST /api/enrollments/:id/record-identity`. */
export const recordIdentityBody = z.strictObject({
  kind: z.enum(evidenceKinds),
  /** Who issued it, in words; never a number. */
  issuer: z.string().trim().max(80).nullable().default(null),
  expiresOn: date.nullable().default(null),
})

/** `POST /api/enrollments/:id/check-contact`: what the rule says of something typed. A read. */
export const checkContactBody = z.strictObject({ kind: z.enum(['email', 'phone']), value: z.string().trim().min(1).max(254) })

/** `POST /api/enrollments/:id/settle-contact`: a contact on file, what the patient will type, or none. */
export const settleContactBody = z.strictObject({ way: z.enum(contactWays), contactId: id.nullable().default(null) })

/** `POST /api/enrollments/:id/add-contact`: puts a new own contact on file and settles it. Action contact.change (reason, step-up on the draft's id). */
export const addContactBody = z.strictObject({
  kind: z.enum(['email', 'phone']), value: z.string().trim().min(3).max(254),
  /** The contact that it takes the place of; null: none. */
  replaces: id.nullable().default(null),
  reason: reason.optional(),
})

/** `POST /api/enrollments/:id/choose-hand-over`. */
export const chooseHandOverBody = z.strictObject({ handOver: z.enum(handOvers), language: z.enum(languages).optional() })

/**
 * `POST /api/enrollments/:id/show-code`. Action enrollment.show-code (step-up on the draft's id). The one answer that holds a
 * desk code; a repeat with the same Idempotency-Key gives the same one, a new call kills it and makes another.
 */
export const shownCode = z.strictObject({
  enrollment: enrollmentAnswer,
  codeId: id,
  /** Eight characters, to be shown in two groups of four. */
  code: z.string().length(8),
  /** Address for the QR: the page knows the code by it. */
  url: z.url(),
  /** What to type by hand in a browser: host and path without the scheme. */
  shortUrl: z.string(),
  endsAt: instant,
})
export type ShownCode = z.infer<typeof shownCode>

/** `POST /api/enrollments/:id/send-invitation`: the e-mail hand-over. Answers the draft. */
export const sendFromDraftBody = z.strictObject({})

/** `POST /api/enrollments/:id/sheet` (a read): the printed page. `code` is the one that was shown; null: the guide without a code. */
export const sheetBody = z.strictObject({ code: z.string().max(12).nullable().default(null), language: z.enum(languages).optional() })
const sheetWords = z.strictObject({
  language: z.enum(languages), title: z.string(), name: z.string(), practiceName: z.string(), portalName: z.string(),
  steps: z.array(z.string()), code: z.string().nullable(), url: z.url().nullable(), shortUrl: z.string(), endsAtText: z.string().nullable(),
  helpline: z.string().nullable(), notes: z.array(z.string()), emergency: z.string(),
})
export const sheetAnswer = z.strictObject({
  fileName: z.string(),
  /** The PDF as base64; null where the name needs letters that the font lacks: print the view instead. */
  pdf: z.base64().nullable(),
  /** Letters that are missing, and the sentence that says so. */
  missing: z.strictObject({ letters: z.string(), sentence: z.string() }).nullable(),
  view: sheetWords,
})
export type SheetAnswer = z.infer<typeof sheetAnswer>
export type SheetWords = z.infer<typeof sheetWords>

/** `POST /api/enrollments/:id/decline`, `…/defer`. */
export const declineBodyOfDraft = z.strictObject({ because: z.enum(declineReasons), note: note.nullable().default(null) })
export const deferBodyOfDraft = z.strictObject({ because: z.enum(deferReasons), note: note.nullable().default(null) })
/** `POST /api/enrollments/:id/leave` (Next person) and `…/take-up`: nothing but the version. */
export const noBody = z.strictObject({})
