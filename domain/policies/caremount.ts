import { office } from '#domain/policies/contact-kinds.ts'
import { cutOver2025, legacyMessagesEndOn, myChartGoLiveOn } from '#domain/policies/cut-over-2025.ts'
import {
  codeLifetimes, emailSharingAsMyPortal, federalRecordRequests, holdAndClockNotes, INVITATION_LIFETIME_DAYS,
  LONGEST_HOLD_DAYS, OWN_ACCOUNT_FROM_AGE, proxyRulesEverywhere,
} from '#domain/policies/derived-rules.ts'
import { releaseBy } from '#domain/policies/release-modes.ts'
import { federalHolidays, WAITING_PAUSES, weekdayHours } from '#domain/policies/shipped-hours.ts'
import { shippedStateClocks } from '#domain/policies/shipped-state-clocks.ts'
import type { Portal, PortalPolicy } from '#domain/portals/policy.ts'
import { noteOf } from '#domain/portals/provenance.ts'

/** The former CareMount portal, retired into MyChart, as an article describes it (S1). */
const version1: PortalPolicy = {
  portalId: 'caremount',
  versionNumber: 1,
  /** Assumption: without a start; S1 is undated and R85 gives only its end. */
  effectiveFromOn: null,
  name: 'CareMount portal',
  timeZone: 'America/New_York',
  /** Assumption: New York; S1 names no state, and S0 counts these patients to the New York and New Jersey move. */
  jurisdictions: ['US-NY'],
  service: {
    opensOn: null,
    /** R80: between the two February and March dates no portal of this practice takes messages. */
    messagesEndOn: legacyMessagesEndOn,
    readOnly: null,
    /** R85: until 1 March 2025. */
    retiredOn: myChartGoLiveOn,
    cutOver: cutOver2025,
    notes: [
      noteOf('R80', ['derived'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R82', ['S0']),
      noteOf('R83', ['S0']),
      noteOf('R85', ['S0', 'assumption'], { findings: ['SOURCE_UNDATED'] }),
    ],
  },
  contacts: {
    /** Assumption: the patient's own practice, because S1 publishes no number. */
    points: [office([
      'account-recovery', 'sign-up', 'proxy-request', 'proxy-revocation', 'communication-opt-out', 'result-missing',
    ])],
    notes: [noteOf('R43', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  languages: {
    /** Assumption: English only. */
    interface: ['en'],
    clinicalContent: ['en'],
    messages: ['en'],
    notes: [noteOf('R54', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  enrollment: {
    ownAccountFromAge: OWN_ACCOUNT_FROM_AGE,
    youngerRegisteredBy: null,
    /** S1: registers on the site, then proves the e-mail address or phone number. */
    selfSignUp: 'contact-verified',
    deskNeedsAppointment: false,
    /** S1: terms, and a verification of e-mail or phone. */
    activationNeeds: ['terms', 'contact-verified'],
    /** Assumption: as MyPortal publishes (S2, R12). */
    newAgreementOnProviderChange: false,
    emailSharing: emailSharingAsMyPortal,
    ownContactFromAge: 12,
    notes: [
      noteOf('R5', ['S1']),
      noteOf('R7', ['S1']),
      noteOf('R8', ['S0']),
      noteOf('R9', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R10', ['derived', 'assumption'], { citedLaw: '15 U.S.C. 6501', findings: ['SOURCE_SILENT'] }),
    ],
  },
  invitations: {
    lifetimeDays: INVITATION_LIFETIME_DAYS,
    subject: null,
    sender: 'Optum',
    expectedArrival: null,
    resentBy: 'not-published',
    ...codeLifetimes,
    notes: [
      noteOf('R2', ['S1'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R3', ['assumption', 'derived'], { findings: ['SOURCE_SILENT'] }),
    ],
  },
  recovery: {
    /** S1: reset link and user name go to the registered e-mail. R41: nowhere else. */
    selfService: 'registered-email',
    otherwise: 'registered-email-only',
    socialProviders: [],
    notes: [noteOf('R41', ['S1'])],
  },
  proxyAccess: {
    /** Assumption: S1 publishes no proxy access, so nobody has any on this portal (R20). */
    levels: [],
    ...proxyRulesEverywhere,
    acquisitionRule: null,
    inviteNeedsProxyEmail: false,
    phoneRequestsGoTo: 'not-published',
    confidentialServiceLines: [{ id: 'sti-care', state: 'US-NY', citedLaw: '10 NYCRR 23.4' }],
    notes: [
      noteOf('R20', ['assumption'], { findings: ['SOURCE_SILENT', 'NO_ADOLESCENT_RULE_PUBLISHED'] }),
      noteOf('R23', ['derived'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R31', ['derived'], { citedLaw: '10 NYCRR 23.4' }),
    ],
  },
  messages: {
    /** Assumption: the promise that the same practice publishes for its portals (S0). */
    promise: { unit: 'elapsed-hours', target: 48, limit: 72 },
    officeHours: weekdayHours,
    holidays: federalHolidays,
    waitingPauses: WAITING_PAUSES,
    recipients: ['provider'],
    /** Assumption: 911 as in S0; S1 names no emergency number (R52). */
    emergencyNumber: '911',
    phoneWhenNeededWithinHours: null,
    notes: [
      noteOf('R50', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R52', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R55', ['S1']),
    ],
  },
  results: {
    /** S1: "within a few days or as soon as they become available". Assumption: at once (R60). */
    release: releaseBy('at-once'),
    doctorMayDelay: true,
    usualDays: null,
    commentShowsAsUpdate: false,
    /** Assumption: shown like any other; only MyPortal tells them apart (R65). */
    externallyOrdered: 'shown',
    missingLabDays: null,
    limitedByState: [],
    longestHoldDays: LONGEST_HOLD_DAYS,
    stateClocks: shippedStateClocks,
    notes: [
      noteOf('R60', ['S1', 'assumption'], { findings: ['SOURCE_WORDING_OPEN'] }),
      noteOf('R65', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      ...holdAndClockNotes,
    ],
  },
  /** Assumption: shared as on MyChart (S0, R67), since the document is silent. */
  sharing: {
    progressNotes: 'unless-author-withholds',
    diagnoses: 'unless-unshared-by-hand',
    medicationsMayBeHidden: false,
    notes: [noteOf('R67', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  recordRequests: federalRecordRequests,
  preferences: {
    /** S1: reminders and notices by e-mail or text message. */
    channels: ['portal', 'email', 'sms'],
    /** Assumption: as on MyChart (S0, R71). */
    staffSetOptOuts: true,
    patientIdleMinutes: null,
    notes: [
      noteOf('R71', ['S1', 'assumption']),
      noteOf('R74', ['assumption'], { findings: ['SOURCE_SILENT'] }),
    ],
  },
  /** Assumption: no way to leave, because no document publishes one (R72). */
  leaving: { modes: [], notes: [noteOf('R72', ['assumption'], { findings: ['SOURCE_SILENT'] })] },
}

export const caremount: Portal = { id: 'caremount', name: 'CareMount portal', versions: [version1] }
