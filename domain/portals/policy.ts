import { z } from 'zod'
import { isTimeZone } from '#domain/time.ts'
import { contactPolicySchema } from '#domain/portals/contact-points.ts'
import {
  enrollmentPolicySchema, invitationPolicySchema, recoveryPolicySchema,
} from '#domain/portals/enrollment-policy.ts'
import {
  leavingPolicySchema, preferencePolicySchema, recordRequestPolicySchema,
} from '#domain/portals/leaving-policy.ts'
import { languagePolicySchema, messagePolicySchema } from '#domain/portals/message-policy.ts'
import { proxyPolicySchema } from '#domain/portals/proxy-policy.ts'
import { resultPolicySchema, sharingPolicySchema } from '#domain/portals/result-policy.ts'
import { servicePolicySchema } from '#domain/portals/service-policy.ts'

/** Names of the rule groups, in the order in which screens list them. */
export const ruleGroups = [
  'service', 'contacts', 'languages', 'enrollment', 'invitations', 'recovery', 'proxyAccess', 'messages',
  'results', 'sharing', 'recordRequests', 'preferences', 'leaving',
] as const
export type RuleGroup = (typeof ruleGroups)[number]

/**
 * One version of a portal's rules, complete: every parameter that may differ from portal to portal.
 * Plain JSON, so that a version is stored, compared and edited as it is; unknown keys are refused.
 */
export const portalPolicySchema = z.strictObject({
  portalId: z.string().regex(/^[a-z0-9-]+$/),
  versionNumber: z.int().min(1),
  /** First local day of the portal on which the version holds, inclusive; null: without a start (R85). */
  effectiveFromOn: z.iso.date().nullable(),
  name: z.string().min(1),
  /** IANA zone of the portal's rules: a rule's local day is a day of this zone. */
  timeZone: z.string().refine(isTimeZone, { message: 'This time zone is not known.' }),
  /** States whose law the portal answers to; empty where its document names none. */
  jurisdictions: z.array(z.string().regex(/^US-[A-Z]{2}$/)),
  service: servicePolicySchema,
  contacts: contactPolicySchema,
  languages: languagePolicySchema,
  enrollment: enrollmentPolicySchema,
  invitations: invitationPolicySchema,
  recovery: recoveryPolicySchema,
  proxyAccess: proxyPolicySchema,
  messages: messagePolicySchema,
  results: resultPolicySchema,
  sharing: sharingPolicySchema,
  recordRequests: recordRequestPolicySchema,
  preferences: preferencePolicySchema,
  leaving: leavingPolicySchema,
})
export type PortalPolicy = z.infer<typeof portalPolicySchema>

/** A portal and every version of its rules, oldest first. Versions are added, never changed. */
export const portalSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  versions: z.array(portalPolicySchema).min(1),
}).superRefine(({ id, versions }, issues) => {
  versions.forEach((version, index) => {
    const before = versions[index - 1]
    if (version.portalId !== id) issues.addIssue({ code: 'custom', message: 'A version belongs to its portal.' })
    if (!before) return
    if (version.versionNumber <= before.versionNumber) {
      issues.addIssue({ code: 'custom', message: 'Version numbers rise.' })
    }
    if (version.effectiveFromOn === null || version.effectiveFromOn <= (before.effectiveFromOn ?? '')) {
      issues.addIssue({ code: 'custom', message: 'A later version starts on a later day.' })
    }
  })
})
export type Portal = z.infer<typeof portalSchema>
