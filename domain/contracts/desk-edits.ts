import { z } from 'zod'
import { deskFields, patientRow } from '#domain/contracts/patients.ts'

const instant = z.iso.datetime()

/** Takes the desk's value for good, or the feed's. Contacts are taken through their own command, which tells the old one. */
export const settleDifferenceBody = z.strictObject({
  field: z.enum(deskFields),
  take: z.enum(['desk', 'feed']),
  reason: z.string().trim().min(3).max(500).optional(),
})
export type SettleDifference = z.infer<typeof settleDifferenceBody>

/** Patients of whom a feed says something other than a desk, the longest waiting first. */
export const differencesAnswer = z.strictObject({
  rows: z.array(z.strictObject({ patient: patientRow, fields: z.array(z.enum(deskFields)), sinceAt: instant })),
  more: z.boolean(),
})
export type DifferencesAnswer = z.infer<typeof differencesAnswer>
