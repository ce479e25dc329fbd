import { z } from 'zod'
import { clinicianKinds, roles } from '#domain/roles.ts'
import { confirmBody, languageField, passwordField, userNameField } from '#domain/contracts/session.ts'

const instant = z.iso.datetime()
const id = z.string().min(1).max(100)
export const staffStates = ['invited', 'active', 'disabled'] as const

/** A member of staff as the staff screens show them. */
export const staffLine = z.object({
  id: z.string(),
  userName: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  npi: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  clinicianKind: z.enum(clinicianKinds).nullable(),
  status: z.enum(staffStates),
  siteIds: z.array(z.string()),
  /** The site whose worklists open first. */
  homeSiteId: z.string().nullable(),
  createdAt: instant,
  version: z.number(),
})
export type StaffLine = z.infer<typeof staffLine>
export const staffLines = z.array(staffLine)

/** One member of staff, with what only the record shows. */
export const staffRecord = staffLine.extend({
  siteNames: z.array(z.string()),
  hasSecondFactor: z.boolean(),
  recoveryCodesLeft: z.number(),
  openSessions: z.number(),
  lastSignedInAt: instant.nullable(),
  /** The open link that was mailed to them, if any. */
  invitation: z.object({ purpose: z.enum(['join', 'second-factor', 'password']), createdAt: instant, endsAt: instant }).nullable(),
})
export type StaffRecord = z.infer<typeof staffRecord>

const roleSet = z.array(z.enum(roles)).min(1).max(roles.length).refine((given) => new Set(given).size === given.length)
const siteIds = z.array(id).max(200).refine((given) => new Set(given).size === given.length)
const reason = z.string().trim().min(3).max(500)

export const inviteBody = z.strictObject({
  userName: userNameField.regex(/^[\p{L}\p{N}._-]+$/u).min(3).max(60),
  name: z.string().trim().min(2).max(120),
  email: z.email().max(200),
  roles: roleSet,
  /** Needed with the role clinician, and only then. */
  clinicianKind: z.enum(clinicianKinds).nullish(),
  npi: z.string().regex(/^\d{10}$/).nullish(),
  siteIds: siteIds.default([]),
  homeSiteId: id.nullish(),
  language: languageField.default('en'),
  reason,
})

export const changeRolesBody = z.strictObject({ roles: roleSet, clinicianKind: z.enum(clinicianKinds).nullish(), reason })
export const changeSitesBody = z.strictObject({ siteIds, homeSiteId: id.nullish() })
/** Asked for where the table says R; the pipeline refuses without it. */
export const disableBody = z.strictObject({ reason: reason.optional() })
export const reasonBody = z.strictObject({ reason })
/** `alsoSecondFactor`: both are lost; the person sets up both anew. */
export const resetPasswordBody = z.strictObject({ reason, alsoSecondFactor: z.boolean().default(false) })

/** What an act that takes two persons answers: asked, not done. */
export const askedAnswer = z.object({ requestId: z.string(), state: z.literal('open'), endsAt: instant })
/** The very first privacy officer is invited without a second person; then there is no request. */
export const invitedAnswer = z.union([askedAnswer, z.object({ requestId: z.null(), state: z.literal('done'), staffId: z.string() })])
export const sessionsEndedAnswer = z.object({ sessionsEnded: z.number() })
export const changedAnswer = z.object({ id: z.string(), version: z.number() })
export const resentAnswer = z.object({ invitationId: z.string(), endsAt: instant })

/** What the page behind a mailed link needs to know before it asks for anything. */
export const openLinkBody = z.strictObject({ token: z.string().min(10).max(300) })
export const openLinkAnswer = z.object({
  practiceName: z.string(),
  name: z.string(),
  userName: z.string(),
  purpose: z.enum(['join', 'second-factor', 'password']),
  endsAt: instant,
})

/**
 * First step behind the link. join: the new password. second-factor: the password they have. password: the new one,
 * with a code of the second factor they have. Answers with a new second factor, or signed in when none is made.
 */
export const redeemBody = z.strictObject({
  token: z.string().min(10).max(300),
  password: passwordField,
  code: confirmBody.shape.code.optional(),
})
export const redeemedAnswer = z.object({ next: z.literal('sign-in') })
