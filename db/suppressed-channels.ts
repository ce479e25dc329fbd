import { eq } from 'drizzle-orm'
import { meansEverybody, type BlockFacts } from '#domain/access/blocks.ts'
import { contactKeyFor, type SuppressedWay } from '#domain/contact-policy.ts'
import { contactBlocksOf } from '#db/access-blocks.ts'
import type { Reader } from '#db/store.ts'

/** Every way by which a patient must not be reached: what staff closed, and the addresses and numbers of whoever is blocked (PX-03). */
export async function suppressedOf(db: Reader, patientId: string): Promise<SuppressedWay[]> {
  const { suppressedChannels: s } = db.t
  const rows = await db.select().from(s).where(eq(s.patientId, patientId))
  return [
    ...rows.map((row) => ({ channel: row.channel as SuppressedWay['channel'], contactKey: row.contactKey, fromAt: row.setAt, endedAt: row.endedAt })),
    ...(await contactBlocksOf(db, patientId)).flatMap(closedBy),
  ]
}

/** Addresses and numbers of whoever a block means; every way but the post where it is not known whom. */
function closedBy(block: BlockFacts): SuppressedWay[] {
  const { marks, fromAt, liftedAt: endedAt } = block
  if (meansEverybody(block)) return (['email', 'sms', 'phone'] as const).map((channel) => ({ channel, contactKey: null, fromAt, endedAt }))
  return marks.flatMap((mark): SuppressedWay[] => {
    if (mark.kind === 'email') return [{ channel: 'email', contactKey: contactKeyFor('email', mark.value), fromAt, endedAt }]
    return mark.kind === 'phone' ? (['sms', 'phone'] as const).map((channel) => ({ channel, contactKey: contactKeyFor('phone', mark.value), fromAt, endedAt })) : []
  })
}
