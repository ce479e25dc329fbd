import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Sessions, throttles, requests by two persons, and the memory of answered commands. */
export function sessionTables(k: Kit) {
  /** A signed-in browser. The cookie's token names the row; the row decides on every request. */
  const staffSessions = k.table('staff_sessions', {
    /** SHA-256 of the random session name in the token. */
    id: k.text('id').primaryKey(),
    staffId: k.text('staff_id').notNull(),
    createdAt: k.instant('created_at').notNull(),
    /** Last act of a person; polling and live streams do not count (AU-10). */
    lastActivityAt: k.instant('last_activity_at').notNull(),
    /** Absolute end, at most 12 hours after sign-in. */
    endsAt: k.instant('ends_at').notNull(),
    endedAt: k.instant('ended_at'),
    /** signed-out, locked, idle, ended-by-owner, ended-by-staff, disabled, roles-changed, password-changed, factor-changed, restored. */
    endReason: k.text('end_reason'),
    /** Keyed hash of the source address, and a short name of the browser, for the owner's list of sessions. */
    sourceHash: k.text('source_hash').notNull(),
    browser: k.text('browser').notNull(),
  }, (t) => [k.index('staff_sessions_open').on(t.staffId, t.endedAt)])

  /** Wrong passwords and codes, per account, per source, and per account from a source (AU-05). */
  const signInThrottles = k.table('sign_in_throttles', {
    /** `kind:` and a keyed hash: no name or address in the row. */
    id: k.text('id').primaryKey(),
    failures: k.int('failures').notNull(),
    lastFailedAt: k.instant('last_failed_at').notNull(),
    /** Until then every answer is the same, right password or not. */
    slowedUntil: k.instant('slowed_until').notNull(),
  })

  /** A fresh second factor, bound to one act (AU-12). Used once. */
  const stepUps = k.table('step_ups', {
    id: k.text('id').primaryKey(),
    sessionId: k.text('session_id').notNull(),
    action: k.text('action').notNull(),
    objectId: k.text('object_id').notNull(),
    endsAt: k.instant('ends_at').notNull(),
    usedAt: k.instant('used_at'),
  })

  /** What one person asks and another must approve (AZ-06). Dies after 24 hours. */
  const twoPersonRequests = k.table('two_person_requests', {
    id: k.text('id').primaryKey(),
    action: k.text('action').notNull(),
    objectId: k.text('object_id').notNull(),
    /** The command's input as JSON: what will be done on approval, word for word. */
    input: k.text('input').notNull(),
    /** Exactly what will happen, as JSON lines of sentence keys and values for the approver. */
    effect: k.text('effect').notNull(),
    reason: k.text('reason').notNull(),
    requestedBy: k.text('requested_by').notNull(),
    requestedAt: k.instant('requested_at').notNull(),
    endsAt: k.instant('ends_at').notNull(),
    /** open → approved | declined | withdrawn | expired | dead (the requester lost the right). */
    state: k.text('state').notNull(),
    decidedBy: k.text('decided_by'),
    decidedAt: k.instant('decided_at'),
    decisionReason: k.text('decision_reason'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('two_person_open').on(t.state, t.endsAt),
    k.uniqueIndex('two_person_one_open').on(t.action, t.objectId).where(sql`state = 'open'`),
    k.check('two_person_other', sql`decided_by is null or state in ('withdrawn') or decided_by <> requested_by`),
  ])

  /** The committed outcome of a command, so that a retry gets the same answer (CC-04). Kept 24 hours or longer. */
  const idempotencyKeys = k.table('idempotency_keys', {
    staffId: k.text('staff_id').notNull(),
    key: k.text('key').notNull(),
    /** SHA-256 of method, route and body. */
    fingerprint: k.text('fingerprint').notNull(),
    status: k.int('status').notNull(),
    /** The answer's JSON. Commands never answer with a secret. */
    answer: k.text('answer').notNull(),
    createdAt: k.instant('created_at').notNull(),
  }, (t) => [
    k.primaryKey({ columns: [t.staffId, t.key] }),
    k.index('idempotency_keys_by_age').on(t.createdAt),
  ])

  return { staffSessions, signInThrottles, stepUps, twoPersonRequests, idempotencyKeys }
}
