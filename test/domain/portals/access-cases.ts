import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { GroupCases } from '#test/domain/portals/parameter-cases.ts'
import { everywhere, onEach } from '#test/domain/portals/parameter-cases.ts'

type Proxy = PortalPolicy['proxyAccess']

const asMyPortal = { minorsUnderAge: 12, byLegalCaregiver: true, adultMustBeEnrolled: true }

/** Enrollment, invitations, recovery and proxy access, as the documents publish them. */
export const accessCases: {
  enrollment: GroupCases<'enrollment'>
  invitations: GroupCases<'invitations'>
  recovery: GroupCases<'recovery'>
  proxyAccess: GroupCases<'proxyAccess'>
} = {
  enrollment: {
    ownAccountFromAge: onEach('R10 R11 an own account starts at an age', [13, 13, 13, 18, 13]),
    youngerRegisteredBy: onEach('R11 somebody registers those who are younger', [
      null, null, null, 'parent-or-legal-caregiver', null,
    ]),
    selfSignUp: onEach('R6 R7 patients sign up by themselves, or not', [
      'open', 'none', 'contact-verified', 'record-match', 'identity-questions',
    ]),
    deskNeedsAppointment: everywhere('R1 enrolling at the desk needs no appointment', false),
    activationNeeds: onEach('R5 an account is active after these steps', [
      ['terms', 'hipaa-agreement', 'code'],
      ['terms', 'hipaa-agreement', 'code'],
      ['terms', 'contact-verified'],
      ['terms', 'hipaa-agreement', 'code'],
      ['identity-information', 'terms', 'hipaa-agreement', 'code'],
    ]),
    newAgreementOnProviderChange: everywhere('R12 a change of provider asks for no second agreement', false),
    emailSharing: everywhere('R9 an enrolled adult shares an address with minors under 12 and those cared for', asMyPortal),
    ownContactFromAge: everywhere('R10 contacts are a teen\'s own from the 12th birthday', 12),
  },
  invitations: {
    lifetimeDays: everywhere('R3 an invitation is good for 60 days', 60),
    subject: onEach('R2 the subject to look for is that portal\'s own', [
      'You’re invited to create a Patient Portal account with Optum.', null, null, null, null,
    ]),
    sender: onEach('R2 the sender to look for is that portal\'s own', ['Optum', null, 'Optum', null, null]),
    expectedArrival: onEach('R4 the invitation arrives after so many business days', [
      null, null, null, { fromBusinessDays: 1, toBusinessDays: 2 }, null,
    ]),
    resentBy: onEach('R2 somebody resends it', [
      'provider-office', 'not-published', 'not-published', 'support', 'not-published',
    ]),
    emailCodeHours: everywhere('R3 an e-mailed code lives at most 24 hours', 24),
    deskCodeMinutes: everywhere('R3 a code from the desk lives 10 minutes', 10),
  },
  recovery: {
    selfService: onEach('R40 R41 a patient gets back in alone', ['security-question', null, 'registered-email', null, null]),
    otherwise: onEach('R40 R41 the case goes on from there', [
      'helpline', 'helpline', 'registered-email-only', 'helpline', 'helpline',
    ]),
    socialProviders: onEach('R42 accounts of these providers have no password here', [
      [], [], [], [], ['Facebook', 'Google', 'Yahoo', 'LiveID'],
    ]),
  },
  proxyAccess: {
    levels: onEach('R20 R22 R23 R26 levels and the ages at which they change', [
      { full: [0, 12, 18], 'read-only': [0, 12, 18], 'trusted-representative': [0, 12, 18] },
      { full: [0], 'read-only': [0] },
      {},
      { full: [0], 'read-only': [0] },
      { full: [0], 'read-only': [0] },
    ], (levels: Proxy['levels']) => Object.fromEntries(
      levels.map(({ id, bands }) => [id, bands.map(({ fromAge }) => fromAge)]),
    )),
    parentalGrantsEndAtAge: everywhere('R23 a parent\'s grant ends at 18', 18),
    acquisitionRule: onEach('R25 what was acquired at 12 to 17 is hidden from everyone', [
      null, null, null, { fromAge: 12, untilAge: 18, hiddenFrom: 'everyone' }, null,
    ], (rule: Proxy['acquisitionRule']) => rule && {
      fromAge: rule.fromAge, untilAge: rule.untilAge, hiddenFrom: rule.hiddenFrom,
    }),
    inviteNeedsProxyEmail: onEach('R30 inviting a proxy needs the proxy\'s e-mail', [false, false, false, false, true]),
    proxyNeedsOwnAccount: everywhere('R27 a representative has an own account', true),
    phoneRequestsGoTo: onEach('R28 a request by phone goes through the helpline', [
      'helpline', 'not-published', 'not-published', 'not-published', 'not-published',
    ]),
    revokedBy: everywhere('R29 the patient revokes, and the office for one without an account', {
      withAccount: 'patient', withoutAccount: 'office',
    }),
    confidentialServiceLines: onEach('R31 care that may be marked confidential to a minor', [
      ['US-NY 10 NYCRR 23.4', 'US-NJ N.J.S.A. 9:17A-4'],
      ['US-NY 10 NYCRR 23.4', 'US-NJ N.J.S.A. 9:17A-4'],
      ['US-NY 10 NYCRR 23.4'],
      [],
      [],
    ], (lines: Proxy['confidentialServiceLines']) => lines.map(({ state, citedLaw }) => `${state} ${citedLaw}`)),
  },
}
