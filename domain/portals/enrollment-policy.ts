import { z } from 'zod'
import { ruleNotesSchema } from '#domain/portals/provenance.ts'

/** Who may have an account, and how one begins (R1, R5–R12). */
export const enrollmentPolicySchema = z.strictObject({
  /** Whole years from which a patient may hold an own account (R10, R11). */
  ownAccountFromAge: z.int().min(0).max(21),
  /** Who registers a patient below that age; null: the source does not say. */
  youngerRegisteredBy: z.enum(['parent-or-legal-caregiver']).nullable(),
  /**
   * `open`: anybody, without an invitation (R7). `contact-verified`: after the e-mail or phone is proved.
   * `record-match`: matching data bring an invitation, others a support case (R6). `identity-questions`:
   * basic information verifies the person. `none`: only staff enroll.
   */
  selfSignUp: z.enum(['open', 'contact-verified', 'record-match', 'identity-questions', 'none']),
  /** R1: whether enrolling at the desk needs an appointment. */
  deskNeedsAppointment: z.boolean(),
  /** R5: everything that must be there before an account is active. */
  activationNeeds: z.array(z.enum(['terms', 'hipaa-agreement', 'code', 'contact-verified', 'identity-information'])),
  /** R12: whether a change of provider asks for a new user agreement. */
  newAgreementOnProviderChange: z.boolean(),
  /** R9: who may share an adult's e-mail address. */
  emailSharing: z.strictObject({
    /** Own minors below this age may share; 0: none may. */
    minorsUnderAge: z.int().min(0).max(18),
    byLegalCaregiver: z.boolean(),
    adultMustBeEnrolled: z.boolean(),
  }),
  /** R10: age from which contacts for an own account differ from every proxy's. */
  ownContactFromAge: z.int().min(0).max(18),
  notes: ruleNotesSchema,
})

/** How a portal invites (R2–R4). */
export const invitationPolicySchema = z.strictObject({
  /** Days an invitation lives: the local day of sending is day 0, it ends with the end of this day (R3). */
  lifetimeDays: z.int().min(1).max(365),
  /** Subject line to look for, to the letter; null: not published. */
  subject: z.string().min(1).nullable(),
  /** Whom the mail names as its sender; null: not published. */
  sender: z.string().min(1).nullable(),
  /** R4, business days from sign-up to arrival; null: not published. */
  expectedArrival: z.strictObject({ fromBusinessDays: z.int().min(0), toBusinessDays: z.int().min(0) }).nullable(),
  resentBy: z.enum(['provider-office', 'support', 'not-published']),
  /** R3, ID-04: longest life of the short code that opening an invitation sends. */
  emailCodeHours: z.int().min(1).max(24),
  /** R3, ID-04: longest life of the code handed over at the desk. */
  deskCodeMinutes: z.int().min(1).max(10),
  notes: ruleNotesSchema,
})

/** How somebody gets back in (R40–R42). */
export const recoveryPolicySchema = z.strictObject({
  /** What the portal lets a patient do alone; null: not published. */
  selfService: z.enum(['security-question', 'registered-email']).nullable(),
  /** Where the case goes when that fails or is not there. */
  otherwise: z.enum(['helpline', 'registered-email-only']),
  /** R42: accounts that sign in this way have no password here, so nothing can be reset. */
  socialProviders: z.array(z.string()),
  notes: ruleNotesSchema,
})
