import { office, phone } from '#domain/policies/contact-kinds.ts'
import { cutOver2025, myChartGoLiveOn } from '#domain/policies/cut-over-2025.ts'
import {
  codeLifetimes, emailSharingAsMyPortal, federalRecordRequests, holdAndClockNotes, INVITATION_LIFETIME_DAYS,
  LONGEST_HOLD_DAYS, OWN_ACCOUNT_FROM_AGE, proxyRulesEverywhere,
} from '#domain/policies/derived-rules.ts'
import { levelsNarrowedBetween } from '#domain/policies/proxy-levels.ts'
import { releaseBy } from '#domain/policies/release-modes.ts'
import { federalHolidays, WAITING_PAUSES, weekdayHours } from '#domain/policies/shipped-hours.ts'
import { shippedStateClocks } from '#domain/policies/shipped-state-clocks.ts'
import type { Portal, PortalPolicy } from '#domain/portals/policy.ts'
import { noteOf } from '#domain/portals/provenance.ts'

/** MyChart of Optum Medical Care in New York and New Jersey, as its guide publishes it (S0). */
const version1: PortalPolicy = {
  portalId: 'mychart-ny-nj',
  versionNumber: 1,
  effectiveFromOn: myChartGoLiveOn,
  name: 'MyChart NY/NJ',
  timeZone: 'America/New_York',
  jurisdictions: ['US-NY', 'US-NJ'],
  service: {
    opensOn: myChartGoLiveOn,
    messagesEndOn: null,
    readOnly: null,
    retiredOn: null,
    cutOver: cutOver2025,
    notes: [
      noteOf('R80', ['S0'], { findings: ['SOURCE_WORDING_OPEN'] }),
      noteOf('R82', ['S0']),
      noteOf('R83', ['S0']),
      noteOf('R84', ['S0', 'assumption']),
      noteOf('R85', ['S0']),
    ],
  },
  contacts: {
    points: [
      /** S0: helpline for a forgotten security answer and for proxy access, with TTY. */
      phone(['account-recovery', 'proxy-request'], '1-833-678-8687', '711'),
      /** S0: the provider's office resends, revokes for patients without account, sets opt-outs. */
      office(['sign-up', 'invitation-missing', 'proxy-revocation', 'communication-opt-out', 'result-missing']),
    ],
    notes: [noteOf('R28', ['S0']), noteOf('R43', ['S0'])],
  },
  languages: {
    interface: ['en', 'es'],
    clinicalContent: ['en'],
    messages: ['en'],
    notes: [noteOf('R54', ['S0'])],
  },
  enrollment: {
    ownAccountFromAge: OWN_ACCOUNT_FROM_AGE,
    youngerRegisteredBy: null,
    selfSignUp: 'open',
    deskNeedsAppointment: false,
    /** Assumption: what MyPortal publishes (S2) is asked here too; S0 names no steps (R5). */
    activationNeeds: ['terms', 'hipaa-agreement', 'code'],
    /** Assumption: as MyPortal publishes (S2, R12). */
    newAgreementOnProviderChange: false,
    emailSharing: emailSharingAsMyPortal,
    ownContactFromAge: 12,
    notes: [
      noteOf('R1', ['S0']),
      noteOf('R5', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R7', ['S0']),
      noteOf('R8', ['S0']),
      noteOf('R9', ['S0', 'assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R10', ['derived', 'assumption'], { citedLaw: '15 U.S.C. 6501', findings: ['SOURCE_SILENT'] }),
      noteOf('R12', ['assumption'], { findings: ['SOURCE_SILENT'] }),
    ],
  },
  invitations: {
    lifetimeDays: INVITATION_LIFETIME_DAYS,
    /** S0, to the letter, typographic apostrophe and final full stop included. */
    subject: 'You’re invited to create a Patient Portal account with Optum.',
    sender: 'Optum',
    expectedArrival: null,
    resentBy: 'provider-office',
    ...codeLifetimes,
    notes: [
      noteOf('R2', ['S0', 'derived']),
      noteOf('R3', ['assumption', 'derived'], { findings: ['SOURCE_SILENT'] }),
    ],
  },
  recovery: {
    selfService: 'security-question',
    otherwise: 'helpline',
    socialProviders: [],
    notes: [noteOf('R40', ['S0'])],
  },
  proxyAccess: {
    /** R22: the union of both passages and nothing else, from the 12th birthday to the 18th. */
    levels: levelsNarrowedBetween(12, 18, [
      'see-bills', 'pay-bills', 'see-immunizations',
      'see-insurance', 'see-demographics', 'update-demographics', 'see-letters',
      'see-end-of-life', 'update-end-of-life',
    ]),
    ...proxyRulesEverywhere,
    acquisitionRule: null,
    inviteNeedsProxyEmail: false,
    phoneRequestsGoTo: 'helpline',
    confidentialServiceLines: [
      { id: 'sti-care', state: 'US-NY', citedLaw: '10 NYCRR 23.4' },
      { id: 'sti-care', state: 'US-NJ', citedLaw: 'N.J.S.A. 9:17A-4' },
    ],
    notes: [
      noteOf('R20', ['S0']),
      noteOf('R21', ['S0'], { findings: ['SOURCE_NAMES_NO_STATE'] }),
      noteOf('R22', ['S0'], { findings: ['SOURCE_CONTRADICTS_ITSELF'] }),
      noteOf('R23', ['S0']),
      noteOf('R27', ['S0', 'assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R29', ['S0']),
      noteOf('R31', ['derived'], { citedLaw: '10 NYCRR 23.4; N.J.S.A. 9:17A-4' }),
    ],
  },
  messages: {
    /** S0: "within 48-72 hours". */
    promise: { unit: 'elapsed-hours', target: 48, limit: 72 },
    officeHours: weekdayHours,
    holidays: federalHolidays,
    waitingPauses: WAITING_PAUSES,
    recipients: ['provider'],
    emergencyNumber: '911',
    phoneWhenNeededWithinHours: null,
    notes: [noteOf('R50', ['S0', 'assumption']), noteOf('R52', ['S0']), noteOf('R55', ['S0'])],
  },
  results: {
    release: releaseBy('at-once'),
    doctorMayDelay: true,
    /** S0: typically one to seven days after the appointment. */
    usualDays: { from: 1, to: 7 },
    commentShowsAsUpdate: true,
    /** Assumption: shown like any other; only MyPortal tells them apart (R65). */
    externallyOrdered: 'shown',
    missingLabDays: null,
    limitedByState: [],
    longestHoldDays: LONGEST_HOLD_DAYS,
    stateClocks: shippedStateClocks,
    notes: [
      noteOf('R60', ['S0']),
      noteOf('R61', ['S0']),
      noteOf('R65', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R66', ['S0']),
      ...holdAndClockNotes,
    ],
  },
  sharing: {
    progressNotes: 'unless-author-withholds',
    diagnoses: 'unless-unshared-by-hand',
    medicationsMayBeHidden: false,
    notes: [noteOf('R67', ['S0'])],
  },
  recordRequests: federalRecordRequests,
  preferences: {
    /** S0 names e-mail alerts and the app. Assumption: text messages too, so that an opt-out can be kept. */
    channels: ['portal', 'email', 'sms', 'app'],
    staffSetOptOuts: true,
    patientIdleMinutes: null,
    notes: [
      noteOf('R71', ['S0', 'assumption']),
      noteOf('R74', ['assumption'], { findings: ['SOURCE_SILENT'] }),
    ],
  },
  /** Assumption: no way to leave, because no document publishes one (R72). */
  leaving: { modes: [], notes: [noteOf('R72', ['assumption'], { findings: ['SOURCE_SILENT'] })] },
}

export const myChartNyNj: Portal = { id: 'mychart-ny-nj', name: 'MyChart NY/NJ', versions: [version1] }
