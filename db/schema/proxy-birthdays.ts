import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** What the practice did about a coming birthday. The rule itself holds without any of it (PX-04). */
export function birthdayTables(k: Kit) {
  /** One step for one patient, portal and birthday: done once, whenever the job comes to it (DU-04). */
  const birthdaySteps = k.table('birthday_steps', {
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** 12 or 18. */
    age: k.int('age').notNull(),
    /** Days before the birthday: 90, 30, 7, 0. */
    daysBefore: k.int('days_before').notNull(),
    doneAt: k.instant('done_at').notNull(),
    /** Persons who were written to. */
    told: k.int('told').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.patientId, t.portalId, t.age, t.daysBefore] })])

  /** At 18 the adult decides: their own invitation is made ready, and waits for somebody to hand it over. */
  const preparedInvitations = k.table('prepared_invitations', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    preparedAt: k.instant('prepared_at').notNull(),
    /** open, sent, not-needed. */
    state: k.text('state').notNull(),
    settledAt: k.instant('settled_at'),
    settledBy: k.text('settled_by'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('prepared_invitations_one').on(t.patientId, t.portalId),
    k.index('prepared_invitations_by_state').on(t.state, t.preparedAt, t.id),
    k.check('prepared_invitations_state', sql`state in ('open','sent','not-needed')`),
  ])

  /** A letter for somebody who cannot be mailed: printed at the desk and sent by post. */
  const proxyLetters = k.table('proxy_letters', {
    id: k.text('id').primaryKey(),
    /** `patient` or `proxy`, and whose id. */
    toKind: k.text('to_kind').notNull(),
    toId: k.text('to_id').notNull(),
    /** Whose record it is about. */
    patientId: k.text('patient_id').notNull(),
    template: k.text('template').notNull(),
    language: k.text('language').notNull(),
    refs: k.text('refs').notNull(),
    madeAt: k.instant('made_at').notNull(),
    printedAt: k.instant('printed_at'),
    printedBy: k.text('printed_by'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('proxy_letters_waiting').on(t.printedAt, t.madeAt, t.id),
    k.index('proxy_letters_by_patient').on(t.patientId, t.madeAt),
    k.check('proxy_letters_to', sql`to_kind in ('patient','proxy')`),
  ])

  return { birthdaySteps, preparedInvitations, proxyLetters }
}
