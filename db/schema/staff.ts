import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Staff members, what they may do, how they sign in. */
export function staffTables(k: Kit) {
  /** The one practice of this data folder. */
  const practice = k.table('practice', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    /** Default zone of a new site; rules use the portal's zone, clocks the site's. */
    timeZone: k.text('time_zone').notNull(),
    /** `demo`, `test` or `real`: a folder made in one mode is never opened in another. */
    mode: k.text('mode').notNull(),
    /** Made by a seed relative to this instant; null in a real practice. */
    seededAt: k.instant('seeded_at'),
    createdAt: k.instant('created_at').notNull(),
  })

  /** A place where patients are seen. Its clock is its own zone. */
  const sites = k.table('sites', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    timeZone: k.text('time_zone').notNull(),
    /** Two-letter state: which law and which portal a new patient meets first. */
    jurisdiction: k.text('jurisdiction').notNull(),
    phone: k.text('phone'),
    /** Where the row came from: a feed's id, or `console`. */
    source: k.text('source').notNull(),
    retiredAt: k.instant('retired_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.uniqueIndex('sites_name').on(t.name)])

  const staff = k.table('staff', {
    id: k.text('id').primaryKey(),
    /** Lower case, NFC. */
    userName: k.text('user_name').notNull(),
    name: k.text('name').notNull(),
    email: k.text('email'),
    /** National provider identifier, ten digits, of a clinician. */
    npi: k.text('npi'),
    /** `prescriber` or `clinical-staff` for clinicians, else null. */
    clinicianKind: k.text('clinician_kind'),
    /** invited → active ⇄ disabled. */
    status: k.text('status').notNull(),
    /** argon2id in PHC form; null until the invitation is redeemed. */
    passwordHash: k.text('password_hash'),
    /** TOTP secret, sealed with a key that is not in the database. */
    totpSealed: k.text('totp_sealed'),
    /** The last 30-second step whose code was used: a code works once (AU-02). */
    totpLastStep: k.int('totp_last_step'),
    /** The staff member's own chart here, if they are a patient: nobody acts on it as staff. */
    patientId: k.text('patient_id'),
    language: k.text('language').notNull().default('en'),
    theme: k.text('theme').notNull().default('system'),
    /** Whether single-letter keys are on (WCAG 2.1.4). */
    singleKeys: k.bool('single_keys').notNull().default(true),
    /** Figures are shown as tables, not as charts. */
    figuresAsTables: k.bool('figures_as_tables').notNull().default(false),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('staff_user_name').on(t.userName),
    k.uniqueIndex('staff_npi').on(t.npi),
    k.index('staff_by_name').on(t.name, t.id),
    k.check('staff_status', sql`status in ('invited','active','disabled')`),
    k.check('staff_clinician_kind', sql`clinician_kind is null or clinician_kind in ('prescriber','clinical-staff')`),
  ])

  const staffRoles = k.table('staff_roles', {
    staffId: k.text('staff_id').notNull().references(() => staff.id),
    role: k.text('role').notNull(),
  }, (t) => [
    k.primaryKey({ columns: [t.staffId, t.role] }),
    k.index('staff_roles_by_role').on(t.role, t.staffId),
  ])

  const staffSites = k.table('staff_sites', {
    staffId: k.text('staff_id').notNull().references(() => staff.id),
    siteId: k.text('site_id').notNull().references(() => sites.id),
    /** The site whose worklists open first. */
    home: k.bool('home').notNull().default(false),
  }, (t) => [k.primaryKey({ columns: [t.staffId, t.siteId] })])

  /** Single-use codes for a lost second factor; only hashes are kept. */
  const recoveryCodes = k.table('recovery_codes', {
    id: k.text('id').primaryKey(),
    staffId: k.text('staff_id').notNull().references(() => staff.id),
    codeHash: k.text('code_hash').notNull(),
    usedAt: k.instant('used_at'),
    /** Set when a new set replaced this one. */
    retiredAt: k.instant('retired_at'),
  }, (t) => [k.index('recovery_codes_by_staff').on(t.staffId)])

  /** An invitation to a staff member. The link's token is derived when the mail is sent, never stored (ID-04). */
  const staffInvitations = k.table('staff_invitations', {
    id: k.text('id').primaryKey(),
    staffId: k.text('staff_id').notNull().references(() => staff.id),
    /** `join`, or `second-factor` after a two-person reset of a lost factor. */
    purpose: k.text('purpose').notNull(),
    createdAt: k.instant('created_at').notNull(),
    endsAt: k.instant('ends_at').notNull(),
    tries: k.int('tries').notNull().default(0),
    redeemedAt: k.instant('redeemed_at'),
    /** Set when a newer one took its place, or it was cancelled. */
    endedAt: k.instant('ended_at'),
  }, (t) => [k.index('staff_invitations_by_staff').on(t.staffId)])

  return { practice, sites, staff, staffRoles, staffSites, recoveryCodes, staffInvitations }
}
