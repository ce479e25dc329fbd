import { z } from 'zod'
import { officeHoursSchema } from '#domain/portals/hours.ts'
import { ruleNotesSchema } from '#domain/portals/provenance.ts'

/** What somebody wants when they are sent to a contact point (R2, R28, R40, R43, R51, R53, R65). */
export const contactPurposes = [
  'account-recovery', 'after-hours', 'sign-up', 'invitation-missing', 'proxy-request', 'proxy-revocation',
  'profile-data-wrong', 'health-data-wrong', 'result-missing', 'urgent-care', 'communication-opt-out',
] as const
export type ContactPurpose = (typeof contactPurposes)[number]

/** One number, mailbox or office of a portal, for the purposes it is published for. */
export const contactPointSchema = z.strictObject({
  purposes: z.array(z.enum(contactPurposes)).min(1),
  /** `office`: the patient's own site or its doctor, whose number and address the site record holds. */
  kind: z.enum(['phone', 'mailbox', 'office']),
  phone: z.string().nullable(),
  tty: z.string().nullable(),
  email: z.email().nullable(),
  address: z.string().nullable(),
  /** When somebody answers or reads; null: not published. Wall clock of the portal's zone. */
  hours: officeHoursSchema.nullable(),
}).refine((point) => (point.kind === 'phone') === (point.phone !== null), {
  path: ['phone'],
  message: 'A phone contact has a number, and only a phone contact has one.',
}).refine((point) => (point.kind === 'mailbox') === (point.email !== null), {
  path: ['email'],
  message: 'A mailbox has an e-mail address, and only a mailbox has one.',
})
export type ContactPoint = z.infer<typeof contactPointSchema>

export const contactPolicySchema = z.strictObject({
  points: z.array(contactPointSchema),
  notes: ruleNotesSchema,
})
export type ContactPolicy = z.infer<typeof contactPolicySchema>

/**
 * The contact points that a portal publishes for a purpose, first choice first; empty where it publishes
 * none. Only that portal's own are ever answered (R43).
 */
export function contactPointsFor(contacts: ContactPolicy, purpose: ContactPurpose): ContactPoint[] {
  return contacts.points.filter((point) => point.purposes.includes(purpose))
}
