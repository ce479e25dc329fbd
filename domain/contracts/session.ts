import { z } from 'zod'
import { actions, cellSigns, type Action } from '#domain/actions.ts'
import { isTimeZone } from '#domain/time.ts'
import { clinicianKinds, roles } from '#domain/roles.ts'

const instant = z.iso.datetime()
export const languageField = z.enum(['en', 'es'])
export const themeField = z.enum(['system', 'light', 'dark'])

/** As typed; the server folds it to lower case and NFC. */
export const userNameField = z.string().trim().min(1).max(100)
/** Bounded, not judged: what a password must be is domain/passwords.ts. */
export const passwordField = z.string().min(1).max(1024)
export const codeField = z.string().trim().regex(/^\d{6}$/)
const nameField = z.string().trim().min(2).max(120)

const may = z.record(z.enum(actions as [Action, ...Action[]]), z.enum(cellSigns))

/** Who sits here and what they may. */
export const session = z.object({
  staff: z.object({
    id: z.string(),
    userName: z.string(),
    name: z.string(),
    initials: z.string(),
    roles: z.array(z.enum(roles)),
    clinicianKind: z.enum(clinicianKinds).nullable(),
    siteId: z.string().nullable(),
    siteName: z.string().nullable(),
    language: languageField,
    theme: themeField,
    singleKeys: z.boolean(),
    /** Figures are shown as tables, not as charts. */
    figuresAsTables: z.boolean(),
  }),
  csrfToken: z.string(),
  idleLockAt: instant,
  endsAt: instant,
  may,
})

/** The answer of `GET /api/session`, always 200, and of every door that signs somebody in. */
export const sessionAnswer = z.object({
  practice: z.object({
    name: z.string(), timeZone: z.string(), mode: z.enum(['demo', 'test', 'real']), needsSetUp: z.boolean(),
    /** A check found damage: everything can be read and nothing changed (DU-08). */
    damaged: z.boolean(),
  }),
  now: instant,
  session: session.nullable(),
})
export type SessionAnswer = z.infer<typeof sessionAnswer>

export const signInBody = z.strictObject({ userName: userNameField, password: passwordField })
export const nextStepAnswer = z.object({ next: z.literal('second-factor') })
export const secondFactorBody = z.union([
  z.strictObject({ code: codeField }),
  z.strictObject({ recoveryCode: z.string().trim().min(10).max(60) }),
])

export const activityAnswer = z.object({ idleLockAt: instant, endsAt: instant })
export const endedAnswer = z.object({ ended: z.literal(true) })

/** The code is empty in the demo practice alone. */
export const stepUpBody = z.strictObject({
  code: z.union([z.literal(''), codeField]),
  action: z.enum(actions as [Action, ...Action[]]),
  objectId: z.string().min(1).max(100),
})
export const stepUpAnswer = z.object({ proof: z.string(), endsAt: instant })

/** A new second factor, shown once: for an authenticator app, as text and as an `otpauth:` address to be drawn as QR. */
export const totpAnswer = z.object({ totp: z.object({ secret: z.string(), uri: z.string() }) })
export const confirmBody = z.strictObject({ code: codeField })
/** Signed in, with the recovery codes, shown this once. */
export const joinedAnswer = sessionAnswer.extend({ recoveryCodes: z.array(z.string()) })

export const setUpBody = z.strictObject({
  secret: z.string().trim().min(1).max(200),
  practiceName: nameField,
  timeZone: z.string().max(60).refine(isTimeZone),
  name: nameField,
  userName: userNameField,
  email: z.email().max(200),
  password: passwordField,
})

export const demoDesk = z.object({ role: z.enum(roles), staffName: z.string(), does: z.string() })
export const demoEnterBody = z.strictObject({ role: z.enum(roles) })

/** One of a person's own open sessions. */
export const ownSession = z.object({
  id: z.string(),
  browser: z.string(),
  createdAt: instant,
  lastActivityAt: instant,
  endsAt: instant,
  /** The one that asks. */
  current: z.boolean(),
})
export const ownSessions = z.array(ownSession)

export const changePasswordBody = z.strictObject({ currentPassword: passwordField, newPassword: passwordField })
export const changePasswordAnswer = z.object({ sessionsEnded: z.number() })
export const recoveryCodesAnswer = z.object({ recoveryCodes: z.array(z.string()) })
export const preferencesBody = z.strictObject({ language: languageField, theme: themeField, singleKeys: z.boolean(), figuresAsTables: z.boolean().optional() })
