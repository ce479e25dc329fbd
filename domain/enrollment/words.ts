/** What was seen of a person's identity. With a photo: it shows the face of who stands there (ID-04). Never a number or a copy. */
export const evidenceKinds = [
  'driver-licence', 'state-id', 'passport', 'passport-card', 'school-photo-id', 'military-id', 'tribal-id', 'permanent-resident-card',
  'consular-id', 'other-photo-id', 'two-documents', 'vouched-by-guardian',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Kinds without a photo: enough to record a contact and to mail an invitation, not to show a code at a desk. */
export const withoutPhoto: readonly EvidenceKind[] = ['two-documents', 'vouched-by-guardian']

/** The steps that a desk sees live, in their order; the account is active with the last. */
export const enrollmentSteps = ['identity', 'contact', 'code', 'connected', 'terms', 'agreement', 'sign-in'] as const
export type EnrollmentStep = (typeof enrollmentSteps)[number]

/** Where codes and notices go: an address on file, an own mobile on file, what the patient types on the own phone, nowhere. */
export const contactWays = ['email', 'mobile', 'typed-by-patient', 'no-own-contact'] as const
export type ContactWay = (typeof contactWays)[number]

/** What works when a contact does not: a way, or coming back another day. */
export const waysOut = [...contactWays, 'not-today'] as const
export type WayOut = (typeof waysOut)[number]

/** A code that is shown at the desk, or a link by e-mail. */
export const handOvers = ['desk-code', 'email'] as const
export type HandOver = (typeof handOvers)[number]

/** Why somebody says no. */
export const declineReasons = [
  'no-interest', 'no-device', 'no-internet', 'privacy-worry', 'language', 'somebody-else-does-it', 'terms-refused', 'prefers-paper-or-phone', 'not-said',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Why it is put off. */
export const deferReasons = ['no-time', 'no-phone-here', 'no-own-contact-yet', 'wants-to-read-first', 'no-photo-id', 'feels-unwell', 'portal-unreachable'] as const
export type DeferReason = (typeof deferReasons)[number]

/** What an enrollment can end as. `open`: it goes on. */
export const draftStates = ['open', 'active', 'declined', 'deferred', 'undone', 'ended'] as const
export type DraftState = (typeof draftStates)[number]

/** What can be known of an invitation; nothing is called delivered. */
export const invitationStates = ['queued', 'handed', 'refused', 'bounced', 'opened', 'accepted', 'expired', 'declined', 'cancelled'] as const
export type InvitationState = (typeof invitationStates)[number]
/** Those that are out: at most one per patient and portal. */
export const statesOut = ['queued', 'handed', 'refused', 'bounced', 'opened'] as const satisfies readonly InvitationState[]

/** How a self-registration that matched no record was verified (R6): presence or possession, never facts alone (R44). */
export const registrationVerifications = ['photo-id-at-desk', 'call-back-to-number-on-file'] as const
export const registrationStates = ['open', 'matched', 'verified', 'invited', 'closed'] as const
export const registrationCloseReasons = ['not-a-patient', 'duplicate', 'could-not-verify', 'withdrawn'] as const

export const campaignStates = ['preparing', 'running', 'paused', 'done', 'cancelled'] as const
export type CampaignState = (typeof campaignStates)[number]
export const campaignItemStates = ['waiting', 'sent', 'left-out', 'cancelled'] as const

export const incidentKinds = ['wrong-enrollment', 'desk-codes-on-one-device', 'result-recalled', 'not-me', 'recovery-stopped', 'reset-by-two', 'agent-contained'] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** How two people who share a contact stand to each other. */
export const sharingRelations = ['household', 'proxy', 'guarantor', 'another-adult'] as const
export type SharingRelation = (typeof sharingRelations)[number]

/** Kinds of things that a portal reports as looked at. */
export const viewCategories = ['results', 'messages', 'notes', 'medications', 'appointments', 'bills', 'immunizations', 'letters', 'demographics', 'other'] as const

/** Why the one that was wrongly enrolled was. */
export const wrongEnrollmentCauses = ['look-alike', 'wrong-record-open', 'wrong-portal', 'not-the-patient', 'other'] as const
