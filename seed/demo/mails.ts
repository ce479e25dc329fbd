import { DAY, HOUR, MINUTE, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { demoStaff } from '#seed/demo/demo-staff.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** A mail as the seed tells it; times in milliseconds before the seed's instant. */
export type DemoMail = {
  id: string
  to: string
  change: 'password' | 'second-factor' | 'recovery-codes' | 'recovery-code-used' | 'roles' | 'enabled'
  state: 'queued' | 'handed' | 'refused' | 'parked' | 'bounced'
  queuedBefore: number
  attempts: number
  status: string | null
}

const about = (to: string, change: DemoMail['change'], state: DemoMail['state'], queuedBefore: number, attempts: number, status: string | null): DemoMail =>
  ({ id: stableId('mail', to, change).replaceAll('-', ''), to, change, state, queuedBefore, attempts, status })

/** One mail or more in every state that can be known, all about the recipients' own accounts. */
export const demoMails: readonly DemoMail[] = [
  about('grace.kim', 'roles', 'handed', 6 * DAY - 2 * HOUR, 1, '250'),
  about('rosa.delgado', 'password', 'handed', 4 * DAY, 1, '250'),
  about('carol.weimann', 'second-factor', 'handed', 3 * DAY + 2 * HOUR, 2, '250'),
  about('joyce.lambert', 'roles', 'bounced', 9 * DAY, 1, '5.1.1'),
  about('alan.brooks', 'recovery-codes', 'refused', 2 * DAY, 1, '5.7.1'),
  about('lena.ortiz', 'recovery-code-used', 'parked', 30 * HOUR, 16, 'given-up'),
  about('tom.whitfield', 'recovery-codes', 'queued', 25 * MINUTE, 5, '4.2.1'),
]

/** Until when the waiting mail waits; then the demo's mailbox takes it. */
const NEXT_TRY = 20 * MINUTE

/** Writes the mails. One that is there already stays as it is. `keyId` names the key that return paths are made with. */
export async function writeMails(w: Writer, at: Instant, keyId: string): Promise<void> {
  await w.insert(w.t.outboxMails).values(demoMails.map((mail) => {
    const queuedAt = at - mail.queuedBefore
    const wasHanded = mail.state === 'handed' || mail.state === 'bounced'
    return {
      id: mail.id, template: 'staff-account-changed', personKind: 'staff', personId: staffIdOf(mail.to), purpose: 'security-notice',
      address: demoStaff.find((one) => one.userName === mail.to)?.email ?? '', language: 'en', refs: JSON.stringify({ change: mail.change }),
      messageId: `<${mail.id}@localhost>`, keyId, state: mail.state, attempts: mail.attempts,
      nextAttemptAt: mail.state === 'queued' ? at + NEXT_TRY : queuedAt, queuedAt,
      handedAt: wasHanded ? queuedAt + 4_000 * mail.attempts : null, bouncedAt: mail.state === 'bounced' ? queuedAt + 3 * MINUTE : null,
      lastStatus: mail.status,
    }
  })).onConflictDoNothing()
}
