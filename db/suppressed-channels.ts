import { eq } from 'drizzle-orm'
import { contactKeyFor, type SuppressedWay } from '#domain/contact-policy.ts'
import { blocksOf } from '#db/access-blocks.ts'
import type { Reader } from '#db/store.ts'

/** Every way by which a patient must not be reached: what staff closed, and the addresses and numbers of whoever is blocked. */
export async function suppressedOf(db: Reader, patientId: string): Promise<SuppressedWay[]> {
  const { suppressedChannels: s } = db.t
  const rows = await db.select().from(s).where(eq(s.patientId, patientId))
  const blocks = (await blocksOf(db, [patientId])).get(patientId) ?? []
  return [
    ...rows.map((row) => ({ channel: row.channel as SuppressedWay['channel'], contactKey: row.contactKey, fromAt: row.setAt, endedAt: row.endedAt })),
    ...blocks.flatMap(({ marks, fromAt, liftedAt }) => marks.flatMap((mark): SuppressedWay[] => {
      if (mark.kind === 'email') return [{ channel: 'email', contactKey: contactKeyFor('email', mark.value), fromAt, endedAt: liftedAt }]
      return mark.kind === 'phone' ? (['sms', 'phone'] as const).map((channel) => ({ channel, contactKey: contactKeyFor('phone', mark.value), fromAt, endedAt: liftedAt })) : []
    })),
  ]
}
