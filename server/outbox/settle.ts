import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ReasonCode } from '#domain/reasons.ts'
import { noteInvitationMail } from '#db/invitation-mail.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { MOST_TRIES, waitAfter, waitForServer } from '#server/outbox/backoff.ts'
import type { MailRow } from '#server/outbox/compose.ts'
import type { Reply } from '#server/outbox/smtp.ts'

/** How a try ended. */
export type Settlement = Reply | { kind: 'parked'; status: string; withheld?: ReasonCode }

/** Marks a claimed mail after its try. Gives the state it has now; null when a report overtook us or the lease was lost. */
export async function settleMail(app: App, row: MailRow, end: Settlement): Promise<'queued' | 'handed' | 'refused' | 'parked' | null> {
  const at = app.clock.now()
  const scene: AuditScene = { actor: systemActor, at, requestId: null, sourceAddress: null }
  const state = stateAfter(row, end)
  const chance = app.random.bytes(2)
  return app.store.tx(async (w) => {
    const { outboxMails: mails } = w.t
    const marked = await w.update(mails).set({
      state, leasedUntil: null, lastStatus: end.status,
      ...(state === 'handed' ? { handedAt: at } : {}),
      ...(state === 'queued' ? { nextAttemptAt: at + (end.kind === 'unreachable' ? waitForServer(chance) : waitAfter(row.attempts, chance)) } : {}),
      ...(end.kind === 'unreachable' ? { attempts: row.attempts - 1 } : {}),
      ...(state === 'queued' ? {} : { version: sql`${mails.version} + 1` }),
    }).where(and(eq(mails.id, row.id), eq(mails.state, 'queued'), eq(mails.leasedUntil, row.leasedUntil ?? 0))).returning({ id: mails.id })
    if (marked.length === 0) {
      if (state === 'handed') await noteHandedLate(w, row.id, at)
      return null
    }
    if (state !== 'queued') {
      const patientId = row.personKind === 'patient' ? row.personId : null
      if (end.kind === 'parked' && end.withheld) {
        await recordEvent(w, scene, {
          event: 'mail.withheld', outcome: 'refused', reasonCode: end.withheld, patientId, objectId: row.personId, detail: { template: row.template },
        })
      }
      await recordEvent(w, scene, { event: 'mail.state-changed', patientId, objectId: row.id, detail: { mailId: row.id, state, status: end.status } })
      await noteInvitationMail(w, row.id, state, at)
    }
    w.announce('outbox', row.id)
    return state
  })
}

function stateAfter(row: MailRow, end: Settlement): 'queued' | 'handed' | 'refused' | 'parked' {
  if (end.kind === 'unreachable') return 'queued'
  if (end.kind === 'later') return row.attempts >= MOST_TRIES ? 'parked' : 'queued'
  return end.kind
}

/** The report came before our mark: the state stays what the report says, and the handing over is noted. */
async function noteHandedLate(w: Writer, mailId: string, at: number): Promise<void> {
  const { outboxMails: mails } = w.t
  await w.update(mails).set({ handedAt: at }).where(and(eq(mails.id, mailId), eq(mails.state, 'bounced'), isNull(mails.handedAt)))
}
