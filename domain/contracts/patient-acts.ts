import { z } from 'zod'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const reason = z.string().trim().min(3).max(500)

/** Why a chart is opened that is closed to the person. */
export const breakGlassKinds = ['patient-is-here', 'other'] as const
export type BreakGlassKind = (typeof breakGlassKinds)[number]

/**
 * Which chart, and why: by number, by whole name and birth date, or, where it may be known of but is the person's own
 * or one of the household, by its id. Everything that is given must fit.
 */
export const breakGlassBody = z.strictObject({
  patientId: id.optional(),
  mrn: z.string().trim().min(3).max(60).optional(),
  name: z.string().trim().min(2).max(200).optional(),
  birthDate: z.iso.date().optional(),
  kind: z.enum(breakGlassKinds),
  /** In the person's own words; kept in the audit. */
  reason: reason.optional(),
}).refine((body) => body.patientId !== undefined || body.mrn !== undefined || (body.name !== undefined && body.birthDate !== undefined), { path: ['mrn'] })
export type BreakGlassBody = z.infer<typeof breakGlassBody>

export const breakGlassAnswer = z.strictObject({ patientId: id, endsAt: instant })
export type BreakGlassAnswer = z.infer<typeof breakGlassAnswer>
