import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** States of an invitation that is out: one of these per patient and portal. */
const OUT = sql`state in ('queued','handed','refused','bounced','opened')`

/** Invitations to portals, their sends and codes; cases that ask for one; campaigns that send many. */
export function invitationTables(k: Kit) {
  /** An invitation is a record, not a secret: what opens it is derived when it is sent and kept nowhere (ID-04). */
  const portalInvitations = k.table('portal_invitations', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    siteId: k.text('site_id').notNull(),
    draftId: k.text('draft_id'),
    campaignId: k.text('campaign_id'),
    registrationId: k.text('registration_id'),
    /** email, or desk: the code is shown there and no mail goes out. */
    channel: k.text('channel').notNull(),
    /** Where it went: the contact on file, and its value at that time. Null at a desk. */
    contactId: k.text('contact_id'),
    address: k.text('address'),
    language: k.text('language').notNull(),
    /** queued, handed, refused, bounced, opened, accepted, expired, declined, cancelled. */
    state: k.text('state').notNull(),
    /** Since when it is in this state. */
    stateAt: k.instant('state_at').notNull(),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.instant('created_at').notNull(),
    sentAt: k.instant('sent_at').notNull(),
    /** First instant after its last local day (R3). */
    endsAt: k.instant('ends_at').notNull(),
    sends: k.int('sends').notNull().default(0),
    lastSendId: k.text('last_send_id'),
    lastMailId: k.text('last_mail_id'),
    /** What has been done on the patient's side, by our pages or as a portal reported it. */
    openedAt: k.instant('opened_at'),
    connectedAt: k.instant('connected_at'),
    termsAt: k.instant('terms_at'),
    agreementAt: k.instant('agreement_at'),
    /** Version of the words that were agreed to. */
    textsVersion: k.text('texts_version'),
    wantsNotices: k.bool('wants_notices').notNull().default(false),
    acceptedAt: k.instant('accepted_at'),
    /** our-pages, or the connector's name. */
    acceptedVia: k.text('accepted_via'),
    endedBy: k.text('ended_by'),
    endReason: k.text('end_reason'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('portal_invitations_one_out').on(t.patientId, t.portalId).where(OUT),
    k.index('portal_invitations_by_patient').on(t.patientId, t.createdAt),
    k.index('portal_invitations_by_state').on(t.state, t.stateAt, t.id),
    k.index('portal_invitations_by_age').on(t.createdAt, t.id),
    k.index('portal_invitations_by_portal').on(t.portalId, t.siteId, t.createdAt),
    k.index('portal_invitations_by_end').on(t.endsAt, t.id).where(OUT),
    k.index('portal_invitations_by_mail').on(t.lastMailId),
    k.check('portal_invitations_state', sql`state in ('queued','handed','refused','bounced','opened','accepted','expired','declined','cancelled')`),
    k.check('portal_invitations_accepted', sql`(state = 'accepted') = (accepted_at is not null)`),
  ])

  /** Every time an invitation was sent, or shown at a desk. The newest send's link works; those before are dead. */
  const invitationSends = k.table('invitation_sends', {
    id: k.text('id').primaryKey(),
    invitationId: k.text('invitation_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    number: k.int('number').notNull(),
    channel: k.text('channel').notNull(),
    mailId: k.text('mail_id'),
    address: k.text('address'),
    sentBy: k.text('sent_by').notNull(),
    sentAt: k.instant('sent_at').notNull(),
    reason: k.text('reason').notNull(),
    /** A newer send, an end or a restore made the link dead. */
    deadAt: k.instant('dead_at'),
  }, (t) => [
    k.uniqueIndex('invitation_sends_number').on(t.invitationId, t.number),
    k.index('invitation_sends_by_patient').on(t.patientId, t.sentAt),
  ])

  /** A short code that was shown or mailed. The code itself is derived from the id and never kept (ID-04). */
  const activationCodes = k.table('activation_codes', {
    id: k.text('id').primaryKey(),
    invitationId: k.text('invitation_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    /** desk or mail. */
    kind: k.text('kind').notNull(),
    /** Key that it is derived with. */
    keyId: k.text('key_id').notNull(),
    madeBy: k.text('made_by').notNull(),
    madeAt: k.instant('made_at').notNull(),
    endsAt: k.instant('ends_at').notNull(),
    /** Wrong tries. */
    tries: k.int('tries').notNull().default(0),
    /** live, connected (tied to a device), used, dead. */
    state: k.text('state').notNull(),
    /** Keyed hash of the mark of the first device that gave code and birth date. */
    deviceHash: k.text('device_hash'),
    connectedAt: k.instant('connected_at'),
    deadAt: k.instant('dead_at'),
    /** new-code, tries, ended, restored. */
    deadCause: k.text('dead_cause'),
  }, (t) => [
    k.uniqueIndex('activation_codes_one').on(t.invitationId).where(sql`state in ('live','connected')`),
    k.index('activation_codes_live').on(t.state, t.kind, t.endsAt),
    k.index('activation_codes_by_device').on(t.deviceHash, t.connectedAt),
    k.check('activation_codes_state', sql`state in ('live','connected','used','dead')`),
    k.check('activation_codes_kind', sql`kind in ('desk','mail')`),
  ])

  /** Somebody registered on a portal by themselves and no record matches: a case for people (R6). */
  const selfRegistrations = k.table('self_registrations', {
    id: k.text('id').primaryKey(),
    portalId: k.text('portal_id').notNull(),
    /** The portal's connector, and its own number for it. */
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    /** As the person typed it on the portal. */
    givenName: k.text('given_name').notNull(),
    familyName: k.text('family_name').notNull(),
    birthDate: k.text('birth_date').notNull(),
    email: k.text('email'),
    phone: k.text('phone'),
    receivedAt: k.instant('received_at').notNull(),
    /** open, matched, verified, invited, closed. */
    state: k.text('state').notNull(),
    patientId: k.text('patient_id'),
    matchedBy: k.text('matched_by'),
    matchedAt: k.instant('matched_at'),
    /** photo-id-at-desk, call-back. */
    verification: k.text('verification'),
    verifiedBy: k.text('verified_by'),
    verifiedAt: k.instant('verified_at'),
    invitationId: k.text('invitation_id'),
    closeReason: k.text('close_reason'),
    closedBy: k.text('closed_by'),
    closedAt: k.instant('closed_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('self_registrations_source').on(t.source, t.sourceId),
    k.index('self_registrations_by_state').on(t.state, t.receivedAt, t.id),
    k.check('self_registrations_state', sql`state in ('open','matched','verified','invited','closed')`),
  ])

  /** Invitations to many: a cohort, frozen when it starts, sent a few at a time. */
  const campaigns = k.table('campaigns', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** Which people: site, standing on another portal, as JSON. */
    cohort: k.text('cohort').notNull(),
    perHour: k.int('per_hour').notNull(),
    /** preparing, running, paused, done, cancelled. */
    state: k.text('state').notNull(),
    /** Id of the last patient that the preparation looked at: it goes on there. */
    preparedTo: k.text('prepared_to'),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.instant('created_at').notNull(),
    reason: k.text('reason').notNull(),
    /** When the next may go out. */
    nextAt: k.instant('next_at').notNull(),
    endedAt: k.instant('ended_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('campaigns_by_state').on(t.state, t.nextAt),
    k.index('campaigns_by_age').on(t.createdAt, t.id),
    k.check('campaigns_state', sql`state in ('preparing','running','paused','done','cancelled')`),
  ])

  /** One person of a campaign, and what became of it. */
  const campaignItems = k.table('campaign_items', {
    campaignId: k.text('campaign_id').notNull().references(() => campaigns.id),
    patientId: k.text('patient_id').notNull(),
    /** waiting, sent, left-out, cancelled. */
    state: k.text('state').notNull(),
    /** Why somebody was left out: a reason code. */
    code: k.text('code'),
    invitationId: k.text('invitation_id'),
    changedAt: k.instant('changed_at').notNull(),
  }, (t) => [
    k.primaryKey({ columns: [t.campaignId, t.patientId] }),
    k.index('campaign_items_by_state').on(t.campaignId, t.state, t.patientId),
    k.index('campaign_items_by_code').on(t.campaignId, t.code, t.patientId),
    k.index('campaign_items_by_patient').on(t.patientId, t.state),
    k.check('campaign_items_state', sql`state in ('waiting','sent','left-out','cancelled')`),
  ])

  return { portalInvitations, invitationSends, activationCodes, selfRegistrations, campaigns, campaignItems }
}
