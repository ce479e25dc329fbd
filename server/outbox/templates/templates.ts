import type { z } from 'zod'
import type { Language } from '#domain/reasons/text.ts'
import { breakGlassOpened, breakGlassRefs } from '#server/outbox/templates/oversight.ts'
import { portalAccountActive, portalCode, portalCodeRefs, portalCodeShown, portalInvitation, portalInvitationRefs, portalNameRefs } from '#server/outbox/templates/enrollment.ts'
import { contactChanged, contactChangedRefs } from '#server/outbox/templates/patients.ts'
import {
  birthdayRefs, patientBirthday, proxyBirthday, proxyHeld, proxyHeldRefs, proxyInvitation, proxyInvitationRefs, proxyNotice, proxyNoticeRefs,
} from '#server/outbox/templates/proxies.ts'
import {
  alertRefs, noticeRefs, proofRefs, recoveryAlert, recoveryNotice, recoveryProof, recoveryReset, recoveryUserName, resetRefs, userNameRefs,
} from '#server/outbox/templates/recovery.ts'
import { holdEnds, holdEndsRefs, portalUpdate, portalUpdateRefs } from '#server/outbox/templates/results.ts'
import { accountChangedRefs, invitationRefs, staffAccountChanged, staffInvitation, staffPasswordReset, staffSecondFactorReset } from '#server/outbox/templates/staff.ts'
import type { MailText } from '#server/outbox/templates/text.ts'

/** What every template may name. `link` makes a page's address with the derived token as its last segment. */
export type TemplateScene = {
  practiceName: string
  personName: string
  link: (page: string, purpose: string, id: string) => string
  /** The short code of a record, as the patient types it. */
  code: (purpose: string, id: string) => string
}

type Template<Refs> = {
  refs: z.ZodType<Refs>
  write: (scene: TemplateScene, refs: unknown, language: Language) => MailText
}

function template<Refs>(
  refs: z.ZodType<Refs>, write: (scene: TemplateScene, refs: Refs) => Record<Language, MailText>,
): Template<Refs> {
  return { refs, write: (scene, given, language) => write(scene, refs.parse(given))[language] }
}

/** Every mail that can be sent. Refs hold ids and words of closed lists: rows keep them, secrets are derived (ID-04). */
const templates = {
  'staff-invitation': template(invitationRefs, staffInvitation),
  'staff-second-factor-reset': template(invitationRefs, staffSecondFactorReset),
  'staff-password-reset': template(invitationRefs, staffPasswordReset),
  'staff-account-changed': template(accountChangedRefs, staffAccountChanged),
  'break-glass-opened': template(breakGlassRefs, breakGlassOpened),
  'contact-changed': template(contactChangedRefs, contactChanged),
  'proxy-invitation': template(proxyInvitationRefs, proxyInvitation),
  'proxy-notice': template(proxyNoticeRefs, proxyNotice),
  'proxy-held': template(proxyHeldRefs, proxyHeld),
  'proxy-birthday': template(birthdayRefs, proxyBirthday),
  'patient-birthday': template(birthdayRefs, patientBirthday),
  'portal-invitation': template(portalInvitationRefs, portalInvitation),
  'portal-code': template(portalCodeRefs, portalCode),
  'portal-code-shown': template(portalNameRefs, portalCodeShown),
  'recovery-proof': template(proofRefs, recoveryProof),
  'recovery-reset': template(resetRefs, recoveryReset),
  'recovery-user-name': template(userNameRefs, recoveryUserName),
  'recovery-notice': template(noticeRefs, recoveryNotice),
  'recovery-alert': template(alertRefs, recoveryAlert),
  'hold-ends': template(holdEndsRefs, holdEnds),
  'portal-update': template(portalUpdateRefs, portalUpdate),
  'portal-account-active': template(portalNameRefs, portalAccountActive),
} as const

export type TemplateName = keyof typeof templates
export type TemplateRefs = { [Name in TemplateName]: z.infer<(typeof templates)[Name]['refs']> }

/** A template and its refs, as one; refs of another template do not compile. */
export type TemplateUse = { [Name in TemplateName]: { template: Name; refs: TemplateRefs[Name] } }[TemplateName]

/** The words of a queued mail. Throws when the template is unknown or its refs do not fit: such a mail is parked. */
export function writeMail(name: string, refs: unknown, language: Language, scene: TemplateScene): MailText {
  if (!isTemplateName(name)) throw new Error('no such template')
  return templates[name].write(scene, refs, language)
}

function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(templates, name)
}
