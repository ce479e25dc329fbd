import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** The record of who did and saw what. Both tables are append-only: triggers refuse UPDATE and DELETE. */
export function auditTables(k: Kit) {
  const auditEvents = k.table('audit_events', {
    /** Order of writing; the gapless position is the seal's. */
    seq: k.serial('seq'),
    at: k.instant('at').notNull(),
    /** Staff id, `portal:<id>`, `patient:<id>`, or `system`. `anonymous` before sign-in. */
    actorId: k.text('actor_id').notNull(),
    /** Roles held at that moment, comma separated. */
    actorRoles: k.text('actor_roles').notNull(),
    /** A code of the closed list in domain/audit-events.ts. */
    event: k.text('event').notNull(),
    patientId: k.text('patient_id'),
    objectId: k.text('object_id'),
    /** `success`, `refused` or `failed`. */
    outcome: k.text('outcome').notNull(),
    reasonCode: k.text('reason_code'),
    /** Kind of evidence, never the evidence itself. */
    evidence: k.text('evidence'),
    /** Purpose of use, FHIR v3 PurposeOfUse: TREAT, HOPERAT, HSYSADMIN, BTG … */
    purpose: k.text('purpose').notNull(),
    requestId: k.text('request_id'),
    sourceAddress: k.text('source_address'),
    /** Canonical JSON of the event's own allow-listed fields. */
    detail: k.text('detail').notNull(),
  }, (t) => [
    k.index('audit_by_patient').on(t.patientId, t.seq),
    k.index('audit_by_actor').on(t.actorId, t.seq),
    k.index('audit_by_event').on(t.event, t.seq),
    k.index('audit_by_time').on(t.at, t.seq),
    k.check('audit_outcome', sql`outcome in ('success','refused','failed')`),
  ])

  /** The chain over the events: position, previous hash, hash (AD-05). */
  const auditSeals = k.table('audit_seals', {
    position: k.instant('position').primaryKey(),
    eventSeq: k.instant('event_seq').notNull(),
    previousHash: k.text('previous_hash').notNull(),
    hash: k.text('hash').notNull(),
    sealedAt: k.instant('sealed_at').notNull(),
  }, (t) => [k.uniqueIndex('audit_seals_event').on(t.eventSeq)])

  /** PostgreSQL's trigger notes here which events wait for the sealer; SQLite seals in the same commit. */
  const auditUnsealed = k.table('audit_unsealed', { seq: k.instant('seq').primaryKey() })

  return { auditEvents, auditSeals, auditUnsealed }
}
