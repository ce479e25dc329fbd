import { and, eq, inArray, isNull } from 'drizzle-orm'
import { reachKey } from '#domain/reach.ts'
import type { Reader } from '#db/store.ts'

/**
 * What must not be used to reach this patient: contacts of somebody whom a block keeps away (PX-03), and addresses or
 * whole ways that were suppressed for their safety. Answers a question rather than a list: nobody learns what is barred.
 */
export async function barredFor(db: Reader, patientId: string): Promise<(kind: 'email' | 'phone', value: string) => boolean> {
  const { accessBlocks: b, accessBlockMarks: m, suppressedChannels: s } = db.t
  const marks = await db.select({ kind: m.kind, value: m.value }).from(m).innerJoin(b, eq(b.id, m.blockId))
    .where(and(eq(b.patientId, patientId), isNull(b.liftedAt), inArray(m.kind, ['email', 'phone'])))
  const suppressed = await db.select({ channel: s.channel, contactKey: s.contactKey }).from(s)
    .where(and(eq(s.patientId, patientId), isNull(s.endedAt)))
  const keys = new Set(marks.map((mark) => reachKey(mark.kind === 'email' ? 'email' : 'phone', mark.value)))
  return (kind, value) => {
    const key = reachKey(kind, value)
    return keys.has(key) || suppressed.some((one) =>
      (kind === 'email' ? one.channel === 'email' : one.channel === 'phone' || one.channel === 'sms') && (one.contactKey === null || one.contactKey === key))
  }
}
