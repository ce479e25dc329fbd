import { and, asc, desc, eq, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { maskedAddress } from '#domain/contact-policy.ts'
import { mailStates, type MailState, type OutboxMail } from '#domain/contracts/outbox.ts'
import type { Role } from '#domain/roles.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import type { MailRow } from '#server/outbox/compose.ts'
import { knownAmong } from '#server/patients/patients.ts'
import { personOfMail } from '#server/outbox/person.ts'

export const mailListQuery = listQuery(['queuedAt', 'nextAttemptAt'], ['queuedAt', 'DESC'], {
  state: z.enum(mailStates).optional(),
  personId: z.string().max(100).optional(),
})

/** Mails by age, newest first unless asked otherwise. */
export async function listMails(
  db: Reader, act: Act, { query }: { query: z.infer<typeof mailListQuery> },
): Promise<Outcome<OutboxMail[]>> {
  const { outboxMails: mails } = db.t
  const [field, order] = query.sort
  const [from, to] = query.range
  const sorted = order === 'ASC' ? asc : desc
  const { personId } = query.filter
  if (personId && seesPeople(act.actor.roles) && await isHidden(db, act, personId)) return done(pageOf([], from, 0))
  const wanted: SQL | undefined = and(
    query.filter.state ? eq(mails.state, query.filter.state) : undefined,
    personId && seesPeople(act.actor.roles) ? eq(mails.personId, personId) : undefined,
  )
  const rows = await db.select().from(mails).where(wanted).orderBy(sorted(mails[field]), sorted(mails.id)).limit(to - from + 1).offset(from)
  const total = await db.$count(mails, wanted)
  return done(pageOf(await shownMails(db, act, rows), from, total))
}

/** One mail. */
export async function showMail(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<OutboxMail>> {
  const rows = await db.select().from(db.t.outboxMails).where(eq(db.t.outboxMails.id, params.id))
  const [mail] = await shownMails(db, act, rows)
  return mail ? done(mail, mail.version) : refuse('NOT_FOUND')
}

/** Whoever sees people here does not see those of whom they may not know (AZ-02): such a mail looks as to an administrator. */
async function shownMails(db: Reader, act: Act, rows: readonly MailRow[]): Promise<OutboxMail[]> {
  if (!seesPeople(act.actor.roles)) return rows.map((row) => shownMail(row, false))
  const known = await knownAmong(db, act.actor, act.at, rows.flatMap((row) => (row.personKind === 'patient' ? [row.personId] : [])))
  return rows.map((row) => shownMail(row, row.personKind !== 'patient' || known.has(row.personId)))
}

async function isHidden(db: Reader, act: Act, personId: string): Promise<boolean> {
  const { patients } = db.t
  const [chart] = await db.select({ id: patients.id }).from(patients).where(eq(patients.id, personId))
  return chart !== undefined && !(await knownAmong(db, act.actor, act.at, [personId])).has(personId)
}

/** Managers and privacy officers see who a mail went to; an administrator runs the machine and sees that it went. */
function seesPeople(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'manager' || role === 'privacy-officer')
}

function shownMail(row: MailRow, open: boolean): OutboxMail {
  const personKind = personOfMail(row).kind
  return {
    id: row.id, template: row.template, purpose: row.purpose, personKind,
    personId: open || personKind === 'staff' ? row.personId : null,
    address: open ? row.address : maskedAddress(row.address), addressMasked: !open,
    language: row.language === 'es' ? 'es' : 'en',
    state: row.state as MailState, attempts: row.attempts,
    queuedAt: isoOf(row.queuedAt), nextAttemptAt: row.state === 'queued' ? isoOf(row.nextAttemptAt) : null,
    handedAt: isoOrNull(row.handedAt), bouncedAt: isoOrNull(row.bouncedAt),
    lastStatus: row.lastStatus, messageId: row.messageId, version: row.version,
  }
}
