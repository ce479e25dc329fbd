import { and, eq, ne, sql } from 'drizzle-orm'
import { noteInvitationMail } from '#db/invitation-mail.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import type { MailRow } from '#server/outbox/compose.ts'
import type { DeliveryReport } from '#server/outbox/delivery-report.ts'
import { mailOfReturnPath } from '#server/outbox/derive.ts'

/** What a report did: changed the mail, was known already, said only that it takes longer, or was not about a mail of ours. */
export type Noted = 'bounced' | 'known' | 'delayed' | 'ignored'

/**
 * Notes what a delivery report says. It may come before we have marked the mail as handed over, late, or twice; it counts
 * only with the return path of that one mail, which nobody who has not seen the mail can make (DU-03).
 */
export async function noteReport(w: Writer, app: App, scene: AuditScene, report: DeliveryReport, source: string): Promise<Noted> {
  const paths = report.sentTo.map((address) => mailOfReturnPath(app.secrets, address)).filter((path) => path !== null)
  const genuine = paths.find((path) => path.genuine)
  if (!genuine) {
    if (paths.length > 0) await ignore(w, scene, 'forged', source)
    return 'ignored'
  }
  const { outboxMails: mails } = w.t
  const [row] = await w.select().from(mails).where(eq(mails.id, genuine.mailId))
  if (!row || row.attempts === 0) {
    await ignore(w, scene, 'unknown-mail', source)
    return 'ignored'
  }
  if (report.action === 'failed') return noteBounce(w, scene, row, report.status)
  if (report.action === 'delayed') return noteDelay(w, row, report.status)
  return 'known'
}

async function noteBounce(w: Writer, scene: AuditScene, row: MailRow, status: string): Promise<Noted> {
  const { outboxMails: mails } = w.t
  const [changed] = await w.update(mails)
    .set({ state: 'bounced', bouncedAt: scene.at, lastStatus: status, leasedUntil: null, version: sql`${mails.version} + 1` })
    .where(and(eq(mails.id, row.id), ne(mails.state, 'bounced'))).returning({ id: mails.id })
  if (!changed) return 'known'
  await recordEvent(w, scene, {
    event: 'mail.state-changed', patientId: row.personKind === 'patient' ? row.personId : null, objectId: row.id,
    detail: { mailId: row.id, state: 'bounced', status },
  })
  await noteInvitationMail(w, row.id, 'bounced', scene.at)
  w.announce('outbox', row.id)
  return 'bounced'
}

/** The mail server goes on trying: the state stays, the reason is shown. */
async function noteDelay(w: Writer, row: MailRow, status: string): Promise<Noted> {
  const { outboxMails: mails } = w.t
  if (row.state !== 'handed' || row.lastStatus === status) return 'known'
  await w.update(mails).set({ lastStatus: status }).where(and(eq(mails.id, row.id), eq(mails.state, 'handed')))
  w.announce('outbox', row.id)
  return 'delayed'
}

function ignore(w: Writer, scene: AuditScene, cause: 'forged' | 'unknown-mail', source: string): Promise<void> {
  return recordEvent(w, scene, { event: 'mail.report-ignored', outcome: 'refused', detail: { cause, source } })
}
