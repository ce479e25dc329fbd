import { office } from '#domain/policies/contact-kinds.ts'
import { cutOver2025, legacyMessagesEndOn } from '#domain/policies/cut-over-2025.ts'
import {
  codeLifetimes, emailSharingAsMyPortal, federalRecordRequests, holdAndClockNotes, INVITATION_LIFETIME_DAYS,
  LONGEST_HOLD_DAYS, OWN_ACCOUNT_FROM_AGE, proxyRulesEverywhere,
} from '#domain/policies/derived-rules.ts'
import { agelessLevels } from '#domain/policies/proxy-levels.ts'
import { releaseBy } from '#domain/policies/release-modes.ts'
import { federalHolidays, WAITING_PAUSES, weekdayHours } from '#domain/policies/shipped-hours.ts'
import { shippedStateClocks } from '#domain/policies/shipped-state-clocks.ts'
import type { Portal, PortalPolicy } from '#domain/portals/policy.ts'
import { noteOf } from '#domain/portals/provenance.ts'

/** The NextGen portal that MyChart replaces, as the MyChart guide speaks of it (S0). */
const version1: PortalPolicy = {
  portalId: 'nextgen-legacy',
  versionNumber: 1,
  /** R85: without a start. */
  effectiveFromOn: null,
  name: 'NextGen (legacy)',
  timeZone: 'America/New_York',
  jurisdictions: ['US-NY', 'US-NJ'],
  service: {
    opensOn: null,
    messagesEndOn: legacyMessagesEndOn,
    /** S0 says read-only "beginning" and "after" 26 February; R80 reads the start of the 27th. */
    readOnly: { fromOn: legacyMessagesEndOn, keeps: ['view', 'download', 'print'] },
    /** R85: a parameter, not published. */
    retiredOn: null,
    cutOver: cutOver2025,
    notes: [
      noteOf('R80', ['S0'], { findings: ['SOURCE_WORDING_OPEN'] }),
      noteOf('R81', ['S0']),
      noteOf('R82', ['S0']),
      noteOf('R83', ['S0']),
      noteOf('R85', ['S0'], { findings: ['SOURCE_UNDATED'] }),
    ],
  },
  contacts: {
    /** Assumption: the patient's own practice, because S0 publishes no number for this portal. */
    points: [office([
      'account-recovery', 'proxy-request', 'proxy-revocation', 'invitation-missing', 'communication-opt-out',
      'result-missing',
    ])],
    notes: [noteOf('R43', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  languages: {
    /** Assumption: English only; S0 speaks of Spanish for MyChart alone. */
    interface: ['en'],
    clinicalContent: ['en'],
    messages: ['en'],
    notes: [noteOf('R54', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  enrollment: {
    ownAccountFromAge: OWN_ACCOUNT_FROM_AGE,
    youngerRegisteredBy: null,
    /** Assumption: nobody signs up alone on a portal that is being left. */
    selfSignUp: 'none',
    deskNeedsAppointment: false,
    /** Assumption: as MyPortal publishes (S2). */
    activationNeeds: ['terms', 'hipaa-agreement', 'code'],
    /** Assumption: as MyPortal publishes (S2, R12). */
    newAgreementOnProviderChange: false,
    emailSharing: emailSharingAsMyPortal,
    ownContactFromAge: 12,
    notes: [
      noteOf('R5', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R7', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R8', ['S0']),
      noteOf('R9', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R10', ['derived', 'assumption'], { citedLaw: '15 U.S.C. 6501', findings: ['SOURCE_SILENT'] }),
    ],
  },
  invitations: {
    lifetimeDays: INVITATION_LIFETIME_DAYS,
    subject: null,
    sender: null,
    expectedArrival: null,
    resentBy: 'not-published',
    ...codeLifetimes,
    notes: [
      noteOf('R2', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R3', ['assumption', 'derived'], { findings: ['SOURCE_SILENT'] }),
    ],
  },
  recovery: {
    selfService: null,
    otherwise: 'helpline',
    socialProviders: [],
    notes: [noteOf('R40', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  proxyAccess: {
    /** R23: level unchanged until 18. */
    levels: agelessLevels(),
    ...proxyRulesEverywhere,
    acquisitionRule: null,
    inviteNeedsProxyEmail: false,
    phoneRequestsGoTo: 'not-published',
    confidentialServiceLines: [
      { id: 'sti-care', state: 'US-NY', citedLaw: '10 NYCRR 23.4' },
      { id: 'sti-care', state: 'US-NJ', citedLaw: 'N.J.S.A. 9:17A-4' },
    ],
    notes: [
      noteOf('R23', ['derived'], { findings: ['NO_ADOLESCENT_RULE_PUBLISHED'] }),
      noteOf('R27', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R29', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R31', ['derived'], { citedLaw: '10 NYCRR 23.4; N.J.S.A. 9:17A-4' }),
    ],
  },
  messages: {
    /** S0's page makes the promise for the practice's portal messages, beside the NextGen sign-in. */
    promise: { unit: 'elapsed-hours', target: 48, limit: 72 },
    officeHours: weekdayHours,
    holidays: federalHolidays,
    waitingPauses: WAITING_PAUSES,
    recipients: ['provider'],
    emergencyNumber: '911',
    phoneWhenNeededWithinHours: null,
    notes: [
      noteOf('R50', ['S0', 'assumption'], { findings: ['SOURCE_WORDING_OPEN'] }),
      noteOf('R52', ['S0']),
      noteOf('R55', ['S0']),
    ],
  },
  results: {
    /** Assumption: as the same practice's MyChart; nothing new arrives once the portal is read-only. */
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
      noteOf('R60', ['assumption'], { findings: ['SOURCE_SILENT'] }),
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
    /** Assumption: e-mail and text messages, so that an opt-out can be kept. */
    channels: ['portal', 'email', 'sms'],
    /** Assumption: as on MyChart (S0, R71). */
    staffSetOptOuts: true,
    patientIdleMinutes: null,
    notes: [
      noteOf('R71', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R74', ['assumption'], { findings: ['SOURCE_SILENT'] }),
    ],
  },
  /** Assumption: no way to leave, because no document publishes one (R72). */
  leaving: { modes: [], notes: [noteOf('R72', ['assumption'], { findings: ['SOURCE_SILENT'] })] },
}

export const nextGenLegacy: Portal = { id: 'nextgen-legacy', name: 'NextGen (legacy)', versions: [version1] }
