import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Enrolling at a desk, and what it leads to: the account's own credentials and what a portal tells of its use. */
export function enrollmentTables(k: Kit) {
  /** One enrollment of one person on one portal, as it stands: held here, so that it can be left and found again. */
  const enrollmentDrafts = k.table('enrollment_drafts', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    siteId: k.text('site_id').notNull(),
    /** Language of what the patient is handed: en, es. */
    language: k.text('language').notNull(),
    /** open, active (an account came of it), declined, deferred, undone, ended (the person died, or a mistake). */
    state: k.text('state').notNull(),
    startedBy: k.text('started_by').notNull(),
    startedAt: k.instant('started_at').notNull(),
    /** Staff id of who is at it; null: it was left and waits on Home. */
    heldBy: k.text('held_by'),
    leftAt: k.instant('left_at'),
    /** Kind, issuer, expiry, who looked, when. Never a number, never a copy. */
    evidenceKind: k.text('evidence_kind'),
    evidenceIssuer: k.text('evidence_issuer'),
    evidenceExpiresOn: k.text('evidence_expires_on'),
    evidenceSeenBy: k.text('evidence_seen_by'),
    evidenceSeenAt: k.instant('evidence_seen_at'),
    /** email, mobile, typed-by-patient, no-own-contact. */
    contactWay: k.text('contact_way'),
    /** The contact on file that it is; null where the way has none. */
    contactId: k.text('contact_id'),
    contactSettledAt: k.instant('contact_settled_at'),
    /** desk-code or email. */
    handOver: k.text('hand_over'),
    handOverAt: k.instant('hand_over_at'),
    invitationId: k.text('invitation_id'),
    /** A word of the closed list for declined and deferred. */
    outcomeReason: k.text('outcome_reason'),
    outcomeNote: k.text('outcome_note'),
    endedBy: k.text('ended_by'),
    endedAt: k.instant('ended_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('enrollment_drafts_one_open').on(t.patientId, t.portalId).where(sql`state = 'open'`),
    k.index('enrollment_drafts_by_patient').on(t.patientId, t.startedAt),
    k.index('enrollment_drafts_open').on(t.state, t.siteId, t.startedAt, t.id),
    k.index('enrollment_drafts_by_end').on(t.state, t.endedAt, t.id),
    k.index('enrollment_drafts_by_invitation').on(t.invitationId),
    k.check('enrollment_drafts_state', sql`state in ('open','active','declined','deferred','undone','ended')`),
    k.check('enrollment_drafts_ended', sql`(state = 'open') = (ended_at is null)`),
  ])

  /** How a patient signs in to an account that our own pages made. Nobody of the practice ever sees more than that it is there. */
  const patientCredentials = k.table('patient_credentials', {
    id: k.text('id').primaryKey(),
    accountId: k.text('account_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    userName: k.text('user_name').notNull(),
    /** NFC, lower case: one user name on a portal. */
    userNameKey: k.key('user_name_key').notNull(),
    /** argon2id in PHC form. */
    passwordHash: k.text('password_hash').notNull(),
    createdAt: k.instant('created_at').notNull(),
    endedAt: k.instant('ended_at'),
  }, (t) => [
    k.uniqueIndex('patient_credentials_name').on(t.portalId, t.userNameKey).where(sql`ended_at is null`),
    k.uniqueIndex('patient_credentials_account').on(t.accountId).where(sql`ended_at is null`),
  ])

  /** What a portal reports of an account's use: sessions, and which kinds of things were looked at. Never what they said. */
  const portalUses = k.table('portal_uses', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** sign-in, sign-in-refused, locked, view, sign-out. */
    kind: k.text('kind').notNull(),
    /** results, messages, notes …; null for what is no look. */
    category: k.text('category'),
    /** The portal's own name for the session. */
    sessionRef: k.text('session_ref').notNull(),
    at: k.instant('at').notNull(),
    /** Of a sign-in: when its session ended, by itself or by us. */
    endedAt: k.instant('ended_at'),
    source: k.text('source').notNull(),
  }, (t) => [
    k.index('portal_uses_by_account').on(t.patientId, t.portalId, t.at),
    k.index('portal_uses_by_session').on(t.portalId, t.sessionRef, t.kind),
    k.check('portal_uses_kind', sql`kind in ('sign-in','sign-in-refused','locked','view','sign-out')`),
  ])

  /** A mailbox or mobile that two people read although the rule asks for one's own (R9, R10), now or from a birthday on. */
  const contactSharings = k.table('contact_sharings', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    contactId: k.text('contact_id').notNull(),
    otherPatientId: k.text('other_patient_id').notNull(),
    siteId: k.text('site_id').notNull(),
    /** household, proxy, guarantor, another-adult. */
    relation: k.text('relation').notNull(),
    /** R9 or R10. */
    rule: k.text('rule').notNull(),
    /** From when on it is against the rule: at once, or the local midnight of a birthday. Read, so that no job has to run. */
    arisesAt: k.instant('arises_at').notNull(),
    foundAt: k.instant('found_at').notNull(),
    endedAt: k.instant('ended_at'),
  }, (t) => [
    k.uniqueIndex('contact_sharings_one').on(t.contactId, t.otherPatientId).where(sql`ended_at is null`),
    k.index('contact_sharings_open').on(t.endedAt, t.arisesAt, t.id),
    k.index('contact_sharings_by_patient').on(t.patientId, t.endedAt),
  ])

  /** Something went wrong that a privacy officer has to look at. */
  const incidents = k.table('incidents', {
    id: k.text('id').primaryKey(),
    /** wrong-enrollment, desk-codes-on-one-device. */
    kind: k.text('kind').notNull(),
    patientId: k.text('patient_id'),
    /** The record it is about: a draft, an invitation, a code. */
    objectId: k.text('object_id').notNull(),
    /** Staff id, or `system`. */
    openedBy: k.text('opened_by').notNull(),
    openedAt: k.instant('opened_at').notNull(),
    reason: k.text('reason').notNull(),
    /** Counts and instants of what happened, as JSON; no patient data. */
    facts: k.text('facts').notNull(),
    state: k.text('state').notNull(),
    closedBy: k.text('closed_by'),
    closedAt: k.instant('closed_at'),
    closeNote: k.text('close_note'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('incidents_by_state').on(t.state, t.openedAt, t.id),
    k.index('incidents_by_patient').on(t.patientId, t.openedAt),
    k.check('incidents_state', sql`state in ('open','closed')`),
  ])

  return { enrollmentDrafts, patientCredentials, portalUses, contactSharings, incidents }
}
