import { z } from 'zod'
import { bases, documentKinds, relationships } from '#domain/access/bases.ts'
import { grantCauses, grantStates } from '#domain/access/grant-states.ts'
import { capabilities } from '#domain/portals/capabilities.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()
const text = z.string()

/** The worklist of what waits. */
export const waitingKinds = ['second-person', 'privacy-officer', 'proxy', 'review', 'review-due'] as const
export const waitingLine = z.strictObject({
  id, grantId: id, version: z.int(), patientId: id, patientName: text, birthDate: date, personName: text, relationship: z.enum(relationships), portalName: text,
  waitsFor: z.enum(waitingKinds), state: z.enum(grantStates), cause: z.enum(grantCauses), sinceAt: instant, endsAt: instant.nullable(), requestId: id.nullable(),
})
export const waitingLines = z.array(waitingLine)

/** Documents that end soon, or have ended, oldest end first. */
export const documentReviewLine = z.strictObject({
  id, grantId: id, version: z.int(), patientId: id, patientName: text, birthDate: date, personName: text, portalName: text, basis: z.enum(bases), kind: z.enum(documentKinds), expiresOn: date,
  daysLeft: z.int(), expired: z.boolean(),
})
export const documentReviewLines = z.array(documentReviewLine)

/** `age` 12 or 18 (both unless said), `within` days from today; `passed` days back. Next page from `after`. */
export const birthdaysQuery = z.strictObject({
  age: z.enum(['12', '18']).optional(), within: z.coerce.number().int().min(1).max(365).default(90), passed: z.coerce.number().int().min(0).max(90).default(7),
  after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(100).default(25), reason: z.string().trim().min(3).max(500).optional(),
})
export const birthdayLine = z.strictObject({
  /** For the next page. */
  key: text,
  patientId: id, patientName: text, birthDate: date, age: z.union([z.literal(12), z.literal(18)]), on: date, at: instant, daysLeft: z.int(), portalId: id, portalName: text,
  step: z.enum(['90', '30', '7', 'passed', 'later']),
  proxies: z.array(z.strictObject({ personId: id, name: text, relationship: z.enum(relationships), before: z.int(), after: z.int(), loses: z.array(z.strictObject({ capability: z.enum(capabilities), name: text })) })),
  hasOwnAccount: z.boolean(),
  /** From that day nobody can read results. */
  gap: z.boolean(),
  /** Persons told so far. */
  told: z.int(),
  preparedInvitationId: id.nullable(),
})
export const birthdaysAnswer = z.strictObject({ rows: z.array(birthdayLine), more: z.boolean(), counts: z.strictObject({ within7: z.int(), within30: z.int(), within90: z.int() }) })

/** Letters to print, and one letter's words. */
export const letterLine = z.strictObject({ id, version: z.int(), toName: text, patientId: id, template: text, language: z.enum(['en', 'es']), madeAt: instant, printedAt: instant.nullable() })
export const letterLines = z.array(letterLine)
export const letterAnswer = letterLine.extend({ subject: text, paragraphs: z.array(text) })
