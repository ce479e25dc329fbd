import { mailbox, office, phone } from '#domain/policies/contact-kinds.ts'
import {
  codeLifetimes, emailSharingAsMyPortal, federalRecordRequests, holdAndClockNotes, INVITATION_LIFETIME_DAYS,
  LONGEST_HOLD_DAYS, proxyRulesEverywhere,
} from '#domain/policies/derived-rules.ts'
import { agelessLevels } from '#domain/policies/proxy-levels.ts'
import { releaseBy } from '#domain/policies/release-modes.ts'
import { federalHolidays, WAITING_PAUSES, weekdayHours } from '#domain/policies/shipped-hours.ts'
import { shippedStateClocks } from '#domain/policies/shipped-state-clocks.ts'
import type { Portal, PortalPolicy } from '#domain/portals/policy.ts'
import { noteOf } from '#domain/portals/provenance.ts'
import { clinicalKinds } from '#domain/portals/proxy-policy.ts'

/** MyPortal in California, as its questions and answers publish it (S2). */
const version1: PortalPolicy = {
  portalId: 'myportal-ca',
  versionNumber: 1,
  /** R85. Assumption: S2 is undated. */
  effectiveFromOn: '2015-01-01',
  name: 'MyPortal',
  timeZone: 'America/Los_Angeles',
  jurisdictions: ['US-CA'],
  service: {
    opensOn: null,
    messagesEndOn: null,
    readOnly: null,
    retiredOn: null,
    cutOver: null,
    notes: [noteOf('R85', ['assumption'], { findings: ['SOURCE_UNDATED'] })],
  },
  contacts: {
    points: [
      /** S2: the patient support centre verifies and walks through the steps. Assumption: recovery too (R43). */
      phone(['sign-up', 'account-recovery'], '1-866-917-1690'),
      /** S2: connecting after hours, and trouble with registering. */
      phone(['after-hours', 'sign-up'], '1-877-290-2133'),
      mailbox(
        ['invitation-missing', 'profile-data-wrong', 'result-missing'],
        'myportal@optum.optumcare.com',
        weekdayHours,
      ),
      office(['health-data-wrong', 'urgent-care', 'proxy-request', 'proxy-revocation', 'communication-opt-out']),
    ],
    notes: [
      noteOf('R43', ['S2', 'assumption']),
      noteOf('R51', ['S2', 'derived']),
      noteOf('R53', ['S2']),
    ],
  },
  languages: {
    /** Assumption: English only. */
    interface: ['en'],
    clinicalContent: ['en'],
    messages: ['en'],
    notes: [noteOf('R54', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  enrollment: {
    /** S2: adults of 18 and older sign up for themselves. */
    ownAccountFromAge: 18,
    youngerRegisteredBy: 'parent-or-legal-caregiver',
    selfSignUp: 'record-match',
    deskNeedsAppointment: false,
    /** S2: terms, HIPAA agreement, invitation code. */
    activationNeeds: ['terms', 'hipaa-agreement', 'code'],
    newAgreementOnProviderChange: false,
    emailSharing: emailSharingAsMyPortal,
    ownContactFromAge: 12,
    notes: [
      noteOf('R5', ['S2']),
      noteOf('R6', ['S2']),
      noteOf('R9', ['S2']),
      noteOf('R10', ['derived']),
      noteOf('R11', ['S2']),
      noteOf('R12', ['S2']),
    ],
  },
  invitations: {
    lifetimeDays: INVITATION_LIFETIME_DAYS,
    subject: null,
    sender: null,
    /** S2: "1-2 business days after sign up". */
    expectedArrival: { fromBusinessDays: 1, toBusinessDays: 2 },
    resentBy: 'support',
    ...codeLifetimes,
    notes: [
      noteOf('R2', ['S2'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R3', ['S2', 'derived']),
      noteOf('R4', ['S2']),
    ],
  },
  recovery: {
    selfService: null,
    otherwise: 'helpline',
    socialProviders: [],
    notes: [noteOf('R40', ['assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  proxyAccess: {
    /**
     * What closes at 12 is decided by the item, not by the viewer (R25). S2 names no levels. Assumption: those
     * of FollowMyHealth, which runs this portal (R26).
     */
    levels: agelessLevels(),
    ...proxyRulesEverywhere,
    /** S2: data acquired at 12 to 17 "will not be available on the portal"; read as from everyone, for ever. */
    acquisitionRule: { fromAge: 12, untilAge: 18, hiddenFrom: 'everyone', kinds: [...clinicalKinds] },
    inviteNeedsProxyEmail: false,
    phoneRequestsGoTo: 'not-published',
    confidentialServiceLines: [],
    notes: [
      noteOf('R23', ['derived']),
      noteOf('R25', ['S2'], { findings: ['SOURCE_SILENT_ON_ADULTHOOD'] }),
      noteOf('R26', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R29', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R31', ['derived'], { findings: ['NEEDS_LEGAL_REVIEW'] }),
    ],
  },
  messages: {
    /** S2: "within 1-3 business days". */
    promise: { unit: 'business-days', target: 1, limit: 3 },
    officeHours: weekdayHours,
    holidays: federalHolidays,
    waitingPauses: WAITING_PAUSES,
    /** S2: the provider, or the billing and administrative support teams. */
    recipients: ['provider', 'billing', 'administrative-support'],
    /** Assumption: S2 names no emergency number; 911 as in S0. */
    emergencyNumber: '911',
    /** S2: needed within 24 to 48 hours means the phone. */
    phoneWhenNeededWithinHours: 48,
    notes: [noteOf('R50', ['S2', 'assumption']), noteOf('R52', ['S2', 'assumption']), noteOf('R55', ['S2'])],
  },
  results: {
    /** S2's list of what never crosses over, whoever ordered; radiology comes from the doctor's office. */
    release: releaseBy('after-verification', {
      radiology: 'on-order',
      'hiv-htlv': 'never',
      hepatitis: 'never',
      toxicology: 'never',
      'tissue-pathology': 'never',
      pap: 'never',
      'products-of-conception': 'never',
      'bone-marrow': 'never',
      genetic: 'never',
    }),
    doctorMayDelay: false,
    usualDays: null,
    commentShowsAsUpdate: false,
    externallyOrdered: 'never',
    /** S2: labs that do not appear after a week. */
    missingLabDays: 7,
    limitedByState: [],
    longestHoldDays: LONGEST_HOLD_DAYS,
    stateClocks: shippedStateClocks,
    notes: [
      noteOf('R62', ['S2']),
      noteOf('R63', ['S2'], {
        citedLaw: 'Cal. Health & Safety Code 123148',
        stricterThanCitedLaw: true,
        findings: ['LAW_CHANGED_SINCE'],
      }),
      noteOf('R65', ['S2']),
      noteOf('R66', ['S2', 'assumption'], { findings: ['SOURCE_WORDING_OPEN'] }),
      ...holdAndClockNotes,
    ],
  },
  sharing: {
    /** S2 lists problems, medications, vitals and allergies, no notes. Assumption: so none are shown (R67). */
    progressNotes: 'not-on-portal',
    diagnoses: 'unless-unshared-by-hand',
    medicationsMayBeHidden: false,
    notes: [noteOf('R67', ['S2', 'assumption'], { findings: ['SOURCE_SILENT'] })],
  },
  recordRequests: federalRecordRequests,
  preferences: {
    /** S2: no text messages. */
    channels: ['portal', 'email'],
    /** Assumption: as on MyChart (S0, R71). */
    staffSetOptOuts: true,
    /** S2: signed out after 10 minutes of inactivity. */
    patientIdleMinutes: 10,
    notes: [noteOf('R71', ['S2', 'assumption']), noteOf('R74', ['S2'])],
  },
  leaving: {
    /** S2: the connection is removed, communication stops; coming back is signing up again. */
    modes: [{
      mode: 'dis-enroll',
      newData: 'stops',
      oldData: 'not-published',
      proxies: 'not-published',
      communication: 'stops',
      comingBack: 'by-sign-up',
    }],
    notes: [noteOf('R72', ['S2'], { findings: ['SOURCE_SILENT'] })],
  },
}

export const myPortalCa: Portal = { id: 'myportal-ca', name: 'MyPortal', versions: [version1] }
