import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'
import { birthdayTables } from '#db/schema/proxy-birthdays.ts'
import { blockTables } from '#db/schema/proxy-blocks.ts'

/** Facts about who may look into somebody else's record. What they may see is computed from these, never stored (PX-01). */
export function proxyAccessTables(k: Kit) {
  /** Somebody who acts for a patient: a person of their own, a patient here or not. */
  const proxyPersons = k.table('proxy_persons', {
    id: k.text('id').primaryKey(),
    /** Their own chart, if they are a patient here. */
    patientId: k.text('patient_id'),
    legalFamily: k.text('legal_family').notNull(),
    legalGiven: k.text('legal_given').notNull(),
    usedGiven: k.text('used_given'),
    birthDate: k.text('birth_date'),
    /** BCP 47. */
    language: k.text('language'),
    email: k.text('email'),
    phone: k.text('phone'),
    /** Keys by which two contacts are seen to be one (domain/contact-policy.ts). */
    emailKey: k.key('email_key'),
    phoneKey: k.key('phone_key'),
    familyKey: k.key('family_key').notNull(),
    givenKey: k.key('given_key').notNull(),
    createdAt: k.instant('created_at').notNull(),
    createdBy: k.text('created_by').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('proxy_persons_patient').on(t.patientId),
    k.index('proxy_persons_by_name').on(t.familyKey, t.givenKey, t.id),
    k.index('proxy_persons_by_email').on(t.emailKey),
    k.index('proxy_persons_by_phone').on(t.phoneKey),
  ])

  /** Other names that a proxy bears or bore. */
  const proxyPersonNames = k.table('proxy_person_names', {
    id: k.text('id').primaryKey(),
    personId: k.text('person_id').notNull().references(() => proxyPersons.id),
    /** alias, former. */
    use: k.text('use').notNull(),
    family: k.text('family').notNull(),
    given: k.text('given').notNull(),
    familyKey: k.key('family_key').notNull(),
    givenKey: k.key('given_key').notNull(),
  }, (t) => [
    k.index('proxy_person_names_by_person').on(t.personId),
    k.index('proxy_person_names_by_name').on(t.familyKey, t.givenKey, t.personId),
    k.check('proxy_person_names_use', sql`"use" in ('alias','former')`),
  ])

  /** One person's access to one patient's record on one portal. Several are independent of each other (R24). */
  const proxyGrants = k.table('proxy_grants', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    personId: k.text('person_id').notNull().references(() => proxyPersons.id),
    relationship: k.text('relationship').notNull(),
    /** One of domain/access/bases.ts. */
    basis: k.text('basis').notNull(),
    /** A level of the portal's policy. */
    levelId: k.text('level_id').notNull(),
    /** Of a trusted representative: area → none, view, act, as JSON; null: the level alone (R27). */
    areas: k.text('areas'),
    /** First and last local day of the portal; at least one of the two last ones is set (PX-03, R34). */
    startOn: k.text('start_on').notNull(),
    endOn: k.text('end_on'),
    /** It is good through this day, then closed until somebody has looked. */
    reviewOn: k.text('review_on'),
    /** requested, held, pending, active, suspended, ended, denied. */
    state: k.text('state').notNull(),
    /** Why it is in this state, and since when. */
    cause: k.text('cause').notNull(),
    stateAt: k.instant('state_at').notNull(),
    /** The request of a second person, while one is asked. */
    requestId: k.text('request_id'),
    /** When the proxy was last invited to confirm; null: not yet. */
    invitedAt: k.instant('invited_at'),
    /** Answers on the page that did not fit: the third denies. */
    wrongAnswers: k.int('wrong_answers').notNull().default(0),
    verifiedHow: k.text('verified_how').notNull(),
    verifiedBy: k.text('verified_by').notNull(),
    verifiedAt: k.instant('verified_at').notNull(),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('proxy_grants_one_open').on(t.patientId, t.portalId, t.personId)
      .where(sql`state in ('requested','held','pending','active','suspended')`),
    k.index('proxy_grants_by_patient').on(t.patientId, t.portalId),
    k.index('proxy_grants_by_person').on(t.personId, t.portalId),
    k.index('proxy_grants_by_state').on(t.state, t.stateAt, t.id),
    k.index('proxy_grants_by_review').on(t.reviewOn, t.id),
    k.check('proxy_grants_state', sql`state in ('requested','held','pending','active','suspended','ended','denied')`),
    k.check('proxy_grants_has_end', sql`end_on is not null or review_on is not null`),
    k.check('proxy_grants_forward', sql`end_on is null or end_on >= start_on`),
  ])

  /** How a proxy who is no patient signs in to an account that our own page made. */
  const proxyCredentials = k.table('proxy_credentials', {
    id: k.text('id').primaryKey(),
    personId: k.text('person_id').notNull().references(() => proxyPersons.id),
    portalId: k.text('portal_id').notNull(),
    userName: k.text('user_name').notNull(),
    /** NFC, lower case. */
    userNameKey: k.key('user_name_key').notNull(),
    /** argon2id in PHC form. */
    passwordHash: k.text('password_hash').notNull(),
    createdAt: k.instant('created_at').notNull(),
    endedAt: k.instant('ended_at'),
  }, (t) => [
    k.uniqueIndex('proxy_credentials_name').on(t.portalId, t.userNameKey).where(sql`ended_at is null`),
    k.uniqueIndex('proxy_credentials_person').on(t.personId, t.portalId).where(sql`ended_at is null`),
  ])

  /** Every change of a grant's state, so that any instant of the past can be answered for. Rows are added only. */
  const proxyGrantEvents = k.table('proxy_grant_events', {
    id: k.text('id').primaryKey(),
    grantId: k.text('grant_id').notNull().references(() => proxyGrants.id),
    state: k.text('state').notNull(),
    cause: k.text('cause').notNull(),
    at: k.instant('at').notNull(),
    by: k.text('by').notNull(),
    /** Order among changes of the same instant. */
    place: k.int('place').notNull(),
    /** Of an end: at whose wish. */
    wish: k.text('wish'),
  }, (t) => [k.uniqueIndex('proxy_grant_events_order').on(t.grantId, t.place)])

  /** A document that a grant's basis rests on: kind, who saw it, until when it is good. No number, no copy. */
  const proxyDocuments = k.table('proxy_documents', {
    id: k.text('id').primaryKey(),
    grantId: k.text('grant_id').notNull().references(() => proxyGrants.id),
    kind: k.text('kind').notNull(),
    /** Last local day on which it is good; null: no end. */
    expiresOn: k.text('expires_on'),
    seenBy: k.text('seen_by').notNull(),
    seenAt: k.instant('seen_at').notNull(),
    /** Taken back, or replaced by a newer one. */
    retiredAt: k.instant('retired_at'),
  }, (t) => [
    k.index('proxy_documents_by_grant').on(t.grantId, t.retiredAt),
    k.index('proxy_documents_by_expiry').on(t.expiresOn, t.id),
  ])

  /** What the law says of a patient's standing (R33). Recorded with a second person. */
  const legalStatuses = k.table('legal_statuses', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    kind: k.text('kind').notNull(),
    fromOn: k.text('from_on').notNull(),
    /** Last local day; null: no end known. */
    untilOn: k.text('until_on'),
    document: k.text('document').notNull(),
    /** Of an adoption: proxy persons and household links of the former family, as JSON. */
    formerFamily: k.text('former_family'),
    recordedBy: k.text('recorded_by').notNull(),
    approvedBy: k.text('approved_by').notNull(),
    recordedAt: k.instant('recorded_at').notNull(),
    /** Taken back as a mistake, from this instant on. */
    endedAt: k.instant('ended_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('legal_statuses_by_patient').on(t.patientId, t.fromOn),
    k.check('legal_statuses_kind', sql`kind in ('emancipated','married','minor-parent','state-custody','adopted','adult-guardianship','diminished-capacity')`),
  ])

  /** A minor lets one proxy see one confidential service line. It lifts that mark and nothing else (R31). */
  const minorConsents = k.table('minor_consents', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    personId: k.text('person_id').notNull().references(() => proxyPersons.id),
    serviceLine: k.text('service_line').notNull(),
    givenAt: k.instant('given_at').notNull(),
    recordedBy: k.text('recorded_by').notNull(),
    withdrawnAt: k.instant('withdrawn_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('minor_consents_by_patient').on(t.patientId, t.personId),
    k.uniqueIndex('minor_consents_one').on(t.patientId, t.personId, t.serviceLine).where(sql`withdrawn_at is null`),
  ])

  /** What stands in a record, as far as access is decided by it: no content. Rooms that hold the content name their rows here. */
  const recordItems = k.table('record_items', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    /** One of domain/access/items.ts. */
    category: k.text('category').notNull(),
    /** Local date on which it was collected or performed, else issued; null: not known. */
    acquiredOn: k.text('acquired_on'),
    /** Service lines that are confidential to a minor, comma separated (R31). */
    confidentialTo: k.text('confidential_to').notNull().default(''),
    /** Marked sensitive by staff, for levels that stop at such items (R22). */
    sensitive: k.bool('sensitive').notNull().default(false),
    /** Of a bill line. */
    amountCents: k.int('amount_cents'),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
  }, (t) => [
    k.uniqueIndex('record_items_source').on(t.source, t.sourceId),
    k.index('record_items_by_patient').on(t.patientId, t.category, t.acquiredOn),
  ])

  return {
    proxyPersons, proxyPersonNames, proxyGrants, proxyCredentials, proxyGrantEvents, proxyDocuments, legalStatuses, minorConsents, recordItems,
    ...blockTables(k), ...birthdayTables(k),
  }
}
