import { contactKeyFor } from '#domain/contact-policy.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { suppressedOf } from '#db/suppressed-channels.ts'

/**
 * What must not be used to reach this patient: contacts of somebody whom a block keeps away (PX-03), and addresses or
 * whole ways that were suppressed for their safety. Answers a question rather than a list: nobody learns what is barred.
 */
export async function barredFor(db: Reader, patientId: string, at: Instant): Promise<(kind: 'email' | 'phone', value: string) => boolean> {
  const ways = (await suppressedOf(db, patientId)).filter((one) => one.fromAt <= at && (one.endedAt === null || at < one.endedAt))
  return (kind, value) => {
    const key = contactKeyFor(kind, value)
    const channels: readonly string[] = kind === 'email' ? ['email'] : ['phone', 'sms']
    return ways.some((one) => channels.includes(one.channel) && (one.contactKey === null || one.contactKey === key))
  }
}
