import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Patients as the practice knows them, and the people around them. */
export function patientTables(k: Kit) {
  const patients = k.table('patients', {
    id: k.text('id').primaryKey(),
    siteId: k.text('site_id').notNull(),
    /** Name on documents. */
    legalFamily: k.text('legal_family').notNull(),
    legalGiven: k.text('legal_given').notNull(),
    /** The name that is used, shown first; null: the legal one. */
    usedGiven: k.text('used_given'),
    usedFamily: k.text('used_family'),
    /** As the person gives them. */
    pronouns: k.text('pronouns'),
    /** Calendar date, `YYYY-MM-DD`. */
    birthDate: k.text('birth_date').notNull(),
    /** FHIR us-core birthsex: F, M, UNK. */
    sexAtBirth: k.text('sex_at_birth'),
    /** The gender that the person gives; where none is known FHIR's administrative one. */
    gender: k.text('gender'),
    /** BCP 47, as the feed gives it. */
    language: k.text('language'),
    interpreterNeeded: k.bool('interpreter_needed').notNull().default(false),
    /** Date of death if known; `deceased` alone when only a flag came (R13). */
    deceased: k.bool('deceased').notNull().default(false),
    deceasedOn: k.text('deceased_on'),
    /** VIP, staff or family: not found without break-glass (AZ-02). */
    restricted: k.bool('restricted').notNull().default(false),
    city: k.text('city'),
    state: k.text('state'),
    /** Folded (domain/names.ts) keys that look-up and order use. */
    familyKey: k.key('family_key').notNull(),
    givenKey: k.key('given_key').notNull(),
    /** First three letters of the family key: two fragments of a name meet in one index. */
    familyHead: k.key('family_head').notNull(),
    /** Which feed and which of its ids this row came from. */
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    /** Names of the fields that the seed made up, comma separated; empty for a real feed. */
    madeFields: k.text('made_fields').notNull().default(''),
    /** SHA-256 of the facts as last imported: an unchanged row writes nothing. */
    sourceHash: k.text('source_hash').notNull(),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('patients_source').on(t.source, t.sourceId),
    // Each holds all that a look-up asks of a person: the row itself is read only for those who are shown.
    k.index('patients_by_name').on(t.familyKey, t.givenKey, t.id, t.restricted, t.birthDate),
    k.index('patients_by_given').on(t.givenKey, t.familyKey, t.id, t.restricted, t.birthDate),
    k.index('patients_by_both').on(t.familyHead, t.givenKey, t.familyKey, t.id, t.restricted, t.birthDate),
    k.index('patients_by_birth').on(t.birthDate, t.familyKey, t.givenKey, t.id, t.restricted),
    k.index('patients_by_site').on(t.siteId, t.familyKey, t.givenKey, t.id),
    // Few: what must be left out of lists and counts for who may not know of them is found by these.
    k.index('patients_restricted').on(t.id).where(sql`restricted`),
    k.check('patients_birth_date', sql`length(birth_date) = 10`),
  ])

  /**
   * Names beside the one that is shown, and the end of each name from a later word on: who has only one name of one
   * word has no row here. Written anew with every change of the person.
   */
  const patientNames = k.table('patient_names', {
    patientId: k.text('patient_id').notNull().references(() => patients.id),
    place: k.int('place').notNull(),
    /** used, legal, former. */
    use: k.text('use').notNull(),
    /** The whole name. */
    family: k.text('family').notNull(),
    given: k.text('given').notNull(),
    familyKey: k.key('family_key').notNull(),
    givenKey: k.key('given_key').notNull(),
    familyHead: k.key('family_head').notNull(),
    birthDate: k.text('birth_date').notNull(),
  }, (t) => [
    k.primaryKey({ columns: [t.patientId, t.place] }),
    k.index('patient_names_by_family').on(t.familyKey, t.givenKey, t.patientId),
    k.index('patient_names_by_given').on(t.givenKey, t.familyKey, t.patientId),
    k.index('patient_names_by_both').on(t.familyHead, t.givenKey, t.familyKey, t.patientId),
    k.index('patient_names_by_birth').on(t.birthDate, t.familyKey, t.givenKey, t.patientId),
    k.check('patient_names_use', sql`"use" in ('used','legal','former')`),
  ])

  /**
   * Every folded family and given name in the practice, once: letters in the middle of a name and near spellings are
   * looked for here, among some ten thousand words, and never among patients. Filled by triggers (db/name-words.ts).
   */
  const nameWords = k.table('name_words', {
    id: k.serial('id'),
    word: k.key('word').notNull(),
  }, (t) => [k.uniqueIndex('name_words_one').on(t.word)])

  /** Identifiers as (assigning system, value): one person per pair. */
  const patientIdentifiers = k.table('patient_identifiers', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull().references(() => patients.id),
    /** `mrn` or the HL7 v2-0203 code. Social security, licence and passport numbers are not kept. */
    kind: k.text('kind').notNull(),
    system: k.text('system').notNull(),
    value: k.text('value').notNull(),
    /** Letters and digits, lower case, reversed: whole numbers and tails are found by one range. */
    searchKey: k.key('search_key').notNull(),
  }, (t) => [
    k.uniqueIndex('patient_identifiers_one').on(t.system, t.value),
    k.index('patient_identifiers_by_patient').on(t.patientId, t.kind, t.value),
    k.index('patient_identifiers_by_key').on(t.kind, t.searchKey, t.patientId),
  ])

  /** Phone numbers and e-mail addresses with their age (ID-02). A change retires the old row. */
  const patientContacts = k.table('patient_contacts', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull().references(() => patients.id),
    /** `phone` or `email`. */
    kind: k.text('kind').notNull(),
    /** home, mobile, work … as the feed says. */
    use: k.text('use'),
    value: k.text('value').notNull(),
    /** Phone: digits reversed, so that a tail is a prefix. E-mail: lower case, NFC. */
    searchKey: k.key('search_key').notNull(),
    /** Earliest proof that it is theirs: period start, last update, first use, or first seen here. */
    sinceAt: k.instant('since_at').notNull(),
    /** period-start, last-updated, first-use, before-go-live, first-seen, made. */
    sinceProof: k.text('since_proof').notNull(),
    retiredAt: k.instant('retired_at'),
    /** The mailbox or line that it reaches (domain/reach.ts), however it is written; empty: not yet worked out. */
    reachKey: k.key('reach_key').notNull().default(''),
  }, (t) => [
    k.index('patient_contacts_by_reach').on(t.reachKey, t.retiredAt, t.patientId),
    k.index('patient_contacts_by_patient').on(t.patientId, t.kind, t.retiredAt, t.searchKey),
    k.index('patient_contacts_by_key').on(t.kind, t.searchKey, t.retiredAt, t.patientId),
  ])

  /** Who is family or caregiver of whom, as a feed says. Not yet access: that needs a grant. */
  const householdLinks = k.table('household_links', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull().references(() => patients.id),
    /** The related person's own chart, if they are a patient here. */
    relatedPatientId: k.text('related_patient_id').references(() => patients.id),
    relatedName: k.text('related_name').notNull(),
    /** mother, father, guardian, spouse … */
    relationship: k.text('relationship').notNull(),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
  }, (t) => [
    k.uniqueIndex('household_links_source').on(t.source, t.sourceId),
    k.index('household_links_by_patient').on(t.patientId),
    k.index('household_links_by_related').on(t.relatedPatientId),
  ])

  /** A person's standing in one portal, as facts. */
  const portalAccounts = k.table('portal_accounts', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull().references(() => patients.id),
    portalId: k.text('portal_id').notNull(),
    /** active, legacy-only, invited, suspended, ended. */
    state: k.text('state').notNull(),
    sinceAt: k.instant('since_at').notNull(),
    lastSignInAt: k.instant('last_sign_in_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('portal_accounts_one').on(t.patientId, t.portalId),
    k.check('portal_accounts_state', sql`state in ('active','legacy-only','invited','suspended','ended')`),
  ])

  const practitioners = k.table('practitioners', {
    id: k.text('id').primaryKey(),
    npi: k.text('npi'),
    name: k.text('name').notNull(),
    nameKey: k.key('name_key').notNull(),
    specialty: k.text('specialty'),
    siteId: k.text('site_id'),
    /** The staff member who is this practitioner, matched by NPI or by hand. */
    staffId: k.text('staff_id'),
    /** How that came: by npi, by hand; `apart`: a person said that nobody here is this practitioner; null: not yet known. */
    matchedHow: k.text('matched_how'),
    /** Staff id, or `system` for a match by NPI. */
    matchedBy: k.text('matched_by'),
    matchedAt: k.instant('matched_at'),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    /** Of the match: what a feed changes leaves it. */
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('practitioners_source').on(t.source, t.sourceId),
    k.index('practitioners_by_name').on(t.nameKey, t.id),
    k.index('practitioners_by_npi').on(t.npi, t.source),
    k.index('practitioners_by_staff').on(t.staffId),
    k.check('practitioners_matched_how', sql`matched_how is null or matched_how in ('npi','hand','apart')`),
    k.check('practitioners_matched', sql`(staff_id is null) = (matched_how is null or matched_how = 'apart')`),
  ])

  return {
    patients, patientNames, nameWords, patientIdentifiers, patientContacts, householdLinks, portalAccounts, practitioners,
  }
}
