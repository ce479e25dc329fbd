import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'

/** Whether somebody said no before and has not thought otherwise since. */
export async function hasDeclined(db: Reader, patientId: string): Promise<boolean> {
  const { enrollmentDeclines: n } = db.t
  const [row] = await db.select({ id: n.id }).from(n).where(and(eq(n.patientId, patientId), isNull(n.endedAt))).limit(1)
  return row !== undefined
}
