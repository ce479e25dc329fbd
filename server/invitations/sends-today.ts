import { and, eq, gte } from 'drizzle-orm'
import { localDateOf, startOfLocalDay, type Instant, type TimeZone } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** Mails with an invitation to this patient on the portal's local day, over all of them (ID-08). */
export async function sendsToday(db: Reader, patientId: string, at: Instant, zone: TimeZone): Promise<number> {
  const { invitationSends: s } = db.t
  return db.$count(s, and(eq(s.patientId, patientId), eq(s.channel, 'email'), gte(s.sentAt, startOfLocalDay(localDateOf(at, zone), zone))))
}
