import { z } from 'zod'
import { refusalWords } from '#domain/contracts/enrollment.ts'
import { diagnosisCauses, safeActions } from '#domain/enrollment/diagnosis.ts'
import { invitationStates, registrationCloseReasons, registrationStates, registrationVerifications } from '#domain/enrollment/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const reason = z.string().trim().min(3).max(500)

/** `POST /api/invitations/search`: the worklist. `need: 'help'`: refused, bounced, expired lately. Newest change first. */
export const invitationSearchBody = z.strictObject({
  state: z.enum(invitationStates).optional(),
  need: z.enum(['help', 'all']).default('all'),
  portalId: id.optional(), siteId: id.optional(), campaignId: id.optional(),
  /** Id of the last row of the page before. */
  after: id.optional(),
  limit: z.int().min(1).max(100).default(50),
})
export const invitationRow = z.strictObject({
  id, version: z.int(), patientId: id, name: z.string(), birthDate: date, age: z.int(), mrnTail: z.string(), lookAlike: z.boolean(),
  portalId: id, portalName: z.string(), siteName: z.string(), channel: z.enum(['email', 'desk']), addressMasked: z.string().nullable(),
  state: z.enum(invitationStates), stateAt: instant, sentAt: instant, endsAt: instant, sends: z.int(),
  /** The one next safe action, as the diagnosis says. */
  next: z.enum(safeActions),
})
export type InvitationRow = z.infer<typeof invitationRow>
export const invitationSearchAnswer = z.strictObject({
  rows: z.array(invitationRow), more: z.boolean(),
  /** How many wait for help, for the menu: at most 1000 are counted. */
  needHelp: z.int(),
})

const send = z.strictObject({
  number: z.int(), channel: z.enum(['email', 'desk']), addressMasked: z.string().nullable(), sentAt: instant, sentBy: z.string(), reason: z.string(),
  /** Of the mail: queued, handed, refused, bounced, parked; null at a desk. */
  mailState: z.string().nullable(), mailStatus: z.string().nullable(), handedAt: instant.nullable(), bouncedAt: instant.nullable(),
  /** Whether the link of this send still works. */
  linkWorks: z.boolean(),
})

/** "Why didn't I get it?": one cause, one next safe action, and everything to say about it. */
export const diagnosisAnswer = z.strictObject({
  cause: z.enum(diagnosisCauses),
  message: z.string(), say: z.string(), rule: z.string(),
  next: z.strictObject({ action: z.enum(safeActions), text: z.string() }),
  /** Which address, sent when, what to look for. Null where that portal publishes none. */
  facts: z.strictObject({
    addressMasked: z.string().nullable(), sentAt: instant, endsAt: instant, lastTriedAt: instant.nullable(), mailStatus: z.string().nullable(),
    subject: z.string().nullable(), sender: z.string().nullable(), expectedByOn: date.nullable(),
    supportContact: z.string().nullable(),
  }),
})
export type DiagnosisAnswer = z.infer<typeof diagnosisAnswer>

/** `GET /api/invitations/:id`. */
export const invitationAnswer = invitationRow.extend({
  language: z.enum(['en', 'es']),
  createdAt: instant, createdBy: z.string(),
  enrollmentId: id.nullable(), campaignId: id.nullable(),
  history: z.array(send),
  steps: z.strictObject({ openedAt: instant.nullable(), connectedAt: instant.nullable(), termsAt: instant.nullable(), agreementAt: instant.nullable(), acceptedAt: instant.nullable(), acceptedVia: z.string().nullable() }),
  ended: z.strictObject({ reason: z.string().nullable(), by: z.string().nullable() }).nullable(),
  diagnosis: diagnosisAnswer,
  /** Why it may not be resent or cancelled now; null: it may. */
  mayResend: refusalWords.nullable(),
  mayCancel: refusalWords.nullable(),
})
export type InvitationAnswer = z.infer<typeof invitationAnswer>

/** `GET /api/patients/:id/invitations`: every one there was, newest first. */
export const patientInvitationsAnswer = z.strictObject({ rows: z.array(invitationAnswer.omit({ patientId: true, name: true, birthDate: true, age: true, mrnTail: true, lookAlike: true })) })

/**
 * `POST /api/invitations/:id/resend` (action invitation.resend: reason; If-Match). A new send, the old link and code dead. `contactId`:
 * the corrected address on file; without it the newest lawful one. An expired or cancelled one starts anew and answers the new id.
 */
export const resendBody = z.strictObject({ contactId: id.nullable().default(null), reason: reason.optional() })
export const resentAnswer = z.strictObject({ invitationId: id, version: z.int(), sends: z.int(), sentAt: instant, endsAt: instant, addressMasked: z.string() })
/** `POST /api/invitations/:id/cancel` and `…/decline` (the patient says so); action invitation.end: reason; If-Match. */
export const endInvitationBody = z.strictObject({ reason: reason.optional() })
export const endedInvitation = z.strictObject({ id, version: z.int(), state: z.enum(invitationStates) })

/** Self-registrations that match no record (R6). `POST /api/registrations/search`. */
export const registrationSearchBody = z.strictObject({ state: z.enum(registrationStates).optional(), after: id.optional(), limit: z.int().min(1).max(100).default(50) })
export const registrationRow = z.strictObject({
  id, version: z.int(), portalId: id, portalName: z.string(), givenName: z.string(), familyName: z.string(), birthDate: date,
  emailMasked: z.string().nullable(), phoneTail: z.string().nullable(), receivedAt: instant, state: z.enum(registrationStates), patientId: id.nullable(),
})
export type RegistrationRow = z.infer<typeof registrationRow>
export const registrationSearchAnswer = z.strictObject({ rows: z.array(registrationRow), more: z.boolean() })
/** `GET /api/registrations/:id`: with who it may be, and which facts differ. */
export const registrationAnswer = registrationRow.extend({
  candidates: z.array(z.strictObject({ patientId: id, name: z.string(), birthDate: date, mrnTail: z.string(), agrees: z.array(z.enum(['name', 'birth-date', 'email', 'phone'])), differs: z.array(z.enum(['name', 'birth-date', 'email', 'phone'])) })),
  matched: z.strictObject({ by: z.string(), at: instant }).nullable(),
  verified: z.strictObject({ how: z.enum(registrationVerifications), by: z.string(), at: instant }).nullable(),
  invitationId: id.nullable(),
  closed: z.strictObject({ reason: z.enum(registrationCloseReasons), by: z.string(), at: instant }).nullable(),
  /** Why no invitation may go out yet; null: it may. */
  mayInvite: refusalWords.nullable(),
})
export type RegistrationAnswer = z.infer<typeof registrationAnswer>
/** `POST /api/registrations/:id/match|verify|invite|close`; action registration.work (reason), If-Match. */
export const matchRegistrationBody = z.strictObject({ patientId: id, reason: reason.optional() })
export const verifyRegistrationBody = z.strictObject({ how: z.enum(registrationVerifications), reason: reason.optional() })
export const inviteRegistrationBody = z.strictObject({ contactId: id.nullable().default(null), reason: reason.optional() })
export const closeRegistrationBody = z.strictObject({ because: z.enum(registrationCloseReasons), reason: reason.optional() })
export const registrationChanged = z.strictObject({ id, version: z.int(), state: z.enum(registrationStates), invitationId: id.nullable() })
