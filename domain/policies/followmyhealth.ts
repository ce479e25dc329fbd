import { office, phone } from '#domain/policies/contact-kinds.ts'
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

/** FollowMyHealth, as its questions and answers publish it (S3). */
const version1: PortalPolicy = {
  portalId: 'followmyhealth',
  versionNumber: 1,
  /** R85. Assumption: S3 is undated. */
  effectiveFromOn: '2015-01-01',
  name: 'FollowMyHealth',
  /** Assumption: Pacific time; S3 names no place, and shares its support line with MyPortal of California. */
  timeZone: 'America/Los_Angeles',
  /** S3 speaks of state law without naming a state. */
  jurisdictions: [],
  service: {
    opensOn: null,
    messagesEndOn: null,
    readOnly: null,
    retiredOn: null,
    cutOver: null,
    notes: [noteOf('R85', ['assumption'], { findings: ['SOURCE_UNDATED', 'SOURCE_NAMES_NO_STATE'] })],
  },
  contacts: {
    points: [
      /** S3: support desk for signing in. Its e-mail address is left out in the document. */
      phone(['account-recovery'], '1-877-290-2133'),
      /** S3: support line for questions and for signing up. */
      phone(['sign-up', 'invitation-missing'], '1-888-670-9775'),
      /** Assumption: the patient's own practice for what S3 names nobody for. */
      office(['proxy-request', 'proxy-revocation', 'communication-opt-out', 'result-missing']),
    ],
    notes: [noteOf('R43', ['S3', 'assumption'])],
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
    /** S3: basic information that verifies who somebody is. */
    selfSignUp: 'identity-questions',
    deskNeedsAppointment: false,
    /** S3 names the information. Assumption: terms, HIPAA agreement and code as on MyPortal (S2). */
    activationNeeds: ['identity-information', 'terms', 'hipaa-agreement', 'code'],
    /** Assumption: as MyPortal publishes (S2, R12). */
    newAgreementOnProviderChange: false,
    emailSharing: emailSharingAsMyPortal,
    ownContactFromAge: 12,
    notes: [
      noteOf('R5', ['S3', 'assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R7', ['S3']),
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
    /** S3: with these no password is stored here. */
    socialProviders: ['Facebook', 'Google', 'Yahoo', 'LiveID'],
    notes: [noteOf('R42', ['S3'])],
  },
  proxyAccess: {
    /** S3: read-only looks, full also changes; nothing changes with age (R26). */
    levels: agelessLevels(),
    ...proxyRulesEverywhere,
    acquisitionRule: null,
    /** S3: the proxy's e-mail address must be typed to send the invitation. */
    inviteNeedsProxyEmail: true,
    phoneRequestsGoTo: 'not-published',
    confidentialServiceLines: [],
    notes: [
      noteOf('R23', ['derived'], { findings: ['NO_ADOLESCENT_RULE_PUBLISHED'] }),
      noteOf('R26', ['S3']),
      noteOf('R29', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R30', ['S3']),
      noteOf('R31', ['derived'], { findings: ['SOURCE_NAMES_NO_STATE'] }),
    ],
  },
  messages: {
    /** S3: support mail "within three business days". Assumption: messages to a provider too. */
    promise: { unit: 'business-days', target: 3, limit: 3 },
    officeHours: weekdayHours,
    holidays: federalHolidays,
    waitingPauses: WAITING_PAUSES,
    recipients: ['provider'],
    /** Assumption: S3 names no emergency number; 911 as in S0. */
    emergencyNumber: '911',
    phoneWhenNeededWithinHours: null,
    notes: [
      noteOf('R50', ['S3', 'assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R52', ['assumption'], { findings: ['SOURCE_SILENT'] }),
      noteOf('R55', ['S3']),
    ],
  },
  results: {
    /** S3: posted after the doctor has seen them; pathology and radiology on the doctor's order. */
    release: releaseBy('after-review', {
      radiology: 'on-order',
      'tissue-pathology': 'on-order',
      cytology: 'on-order',
      pap: 'on-order',
      'products-of-conception': 'on-order',
      'bone-marrow': 'on-order',
      genetic: 'on-order',
    }),
    doctorMayDelay: false,
    usualDays: null,
    commentShowsAsUpdate: false,
    /** Assumption: shown like any other; only MyPortal tells them apart (R65). */
    externallyOrdered: 'shown',
    missingLabDays: null,
    /** S3: hepatitis, HIV and drug tests "may" be limited by state law; it names no state, so none is here. */
    limitedByState: [],
    longestHoldDays: LONGEST_HOLD_DAYS,
    stateClocks: shippedStateClocks,
    notes: [
      noteOf('R62', ['S3']),
      noteOf('R64', ['S3'], { findings: ['SOURCE_NAMES_NO_STATE'] }),
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
  leaving: {
    modes: [
      /** S3: the cross beside an organization; new information stops, what is there stays. */
      {
        mode: 'disconnect',
        newData: 'stops',
        oldData: 'stays',
        proxies: 'stay',
        communication: 'not-published',
        comingBack: 'not-published',
      },
      /** S3: permanent; every proxy and everyone else with permission goes with it. */
      {
        mode: 'remove-account',
        newData: 'stops',
        oldData: 'removed',
        proxies: 'all-removed',
        communication: 'not-published',
        comingBack: 'never',
      },
    ],
    notes: [noteOf('R73', ['S3'])],
  },
}

export const followMyHealth: Portal = { id: 'followmyhealth', name: 'FollowMyHealth', versions: [version1] }
