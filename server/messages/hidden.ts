import { and, eq, gt, ne, notInArray, or, isNull, sql, type Placeholder, type SQL } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** Whose look and when; placeholders in a hot statement. */
export type Whose = { actorId: string | Placeholder; at: Instant | Placeholder }
type Tables = Pick<Reader, 't' | 'select'>

/**
 * Ids of threads that leave no trace for this person (AZ-02): those about a restricted chart that they do not hold open, unless the
 * thread is theirs to answer now. Restricted charts are few, so this is read whole and beside every list and count.
 */
export function hiddenThreads(db: Tables, { actorId, at }: Whose) {
  const { patients: p, messageThreads: h, breakGlass: b } = db.t
  const held = db.select({ id: b.patientId }).from(b).where(and(eq(b.staffId, actorId), gt(b.endsAt, at)))
  return db.select({ id: h.id }).from(p).innerJoin(h, eq(h.patientId, p.id))
    .where(and(sql`${p.restricted}`, notInArray(p.id, held), or(isNull(h.assigneeId), ne(h.assigneeId, actorId), eq(h.state, 'resolved'))))
}

/** Whether a thread is not one of the hidden ones. */
export function notHidden(db: Tables, whose: Whose): SQL {
  return notInArray(db.t.messageThreads.id, hiddenThreads(db, whose))
}
