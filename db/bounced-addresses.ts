import { and, desc, eq } from 'drizzle-orm'
import { isHardBounce } from '#domain/contact-policy.ts'
import type { Reader } from '#db/store.ts'

/** Addresses of somebody from which a mail came back for good, of the last fifty that came back. */
export async function bouncedAddresses(db: Reader, personId: string): Promise<Set<string>> {
  const { outboxMails: mails } = db.t
  const rows = await db.select({ address: mails.address, status: mails.lastStatus }).from(mails)
    .where(and(eq(mails.personId, personId), eq(mails.state, 'bounced'))).orderBy(desc(mails.queuedAt)).limit(50)
  return new Set(rows.filter((row) => isHardBounce(row.status ?? '')).map((row) => row.address))
}
