import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import { ageAt } from '#domain/birthdays.ts'
import type { SharedContactRow, sharedContactSearchAnswer, sharedContactSearchBody } from '#domain/contracts/enrollment-care.ts'
import type { SharingRelation } from '#domain/enrollment/words.ts'
import { displayName } from '#domain/names.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { maskedContact, mayKnowOf, mrnTailsOf } from '#server/patients/patients.ts'
import { ownSites } from '#server/sites/sites.ts'

type Answer = z.infer<typeof sharedContactSearchAnswer>
const COUNTED = 1_000

const codeOf: Record<SharingRelation, ReasonCode> = {
  proxy: 'CONTACT_IS_A_PROXYS', guarantor: 'CONTACT_IS_A_GUARANTORS', household: 'CONTACT_IS_A_HOUSEHOLD_ADULTS', 'another-adult': 'CONTACT_IS_ANOTHER_ADULTS',
}

/** Mailboxes that two people read against the rule: `now`, or `ahead`, from a birthday that is still to come. The oldest, or the nearest, first. */
export async function searchSharedContacts(db: Reader, act: Act, { body }: { body: z.infer<typeof sharedContactSearchBody> }): Promise<Outcome<Answer>> {
  const { contactSharings: s, patients: p, patientContacts: c, sites, portalAccounts: a } = db.t
  const own = (await ownSites(db, act.actor.id)).map((site) => site.id)
  if (body.siteId !== undefined && !own.includes(body.siteId)) return refuse('NOT_FOUND')
  const siteIds = body.siteId === undefined ? own : [body.siteId]
  if (siteIds.length === 0) return done({ rows: [], more: false, total: 0 })
  const last = body.after === undefined ? undefined : (await db.select().from(s).where(eq(s.id, body.after)))[0]
  const where = and(
    isNull(s.endedAt), body.when === 'now' ? lte(s.arisesAt, act.at) : gt(s.arisesAt, act.at), inArray(s.siteId, siteIds),
    eq(p.deceased, false), isNull(c.retiredAt), mayKnowOf(db, act.actor, act.at),
  )
  const query = db.select({ row: s, chart: p, contact: c, siteName: sites.name }).from(s)
    .innerJoin(p, eq(p.id, s.patientId)).innerJoin(c, eq(c.id, s.contactId)).innerJoin(sites, eq(sites.id, s.siteId))
  const found = await query.where(and(where, last ? or(gt(s.arisesAt, last.arisesAt), and(eq(s.arisesAt, last.arisesAt), gt(s.id, last.id))) : undefined))
    .orderBy(asc(s.arisesAt), asc(s.id)).limit(body.limit + 1)
  const shown = found.slice(0, body.limit)
  const others = shown.length === 0 ? [] : await db.select().from(p).where(and(inArray(p.id, shown.map(({ row }) => row.otherPatientId)), mayKnowOf(db, act.actor, act.at)))
  const accounts = shown.length === 0 ? [] : await db.select({ patientId: a.patientId }).from(a).where(and(inArray(a.patientId, shown.map(({ chart }) => chart.id)), inArray(a.state, ['active', 'invited'])))
  const zone = act.app.config.practiceTimeZone
  const tailOf = await mrnTailsOf(db, shown.map(({ chart }) => chart.id))
  const rows = shown.map(({ row, chart, contact, siteName }): SharedContactRow => {
    const other = others.find((one) => one.id === row.otherPatientId)
    const relation = row.relation as SharingRelation
    return {
      id: row.id, patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, age: ageAt(chart.birthDate, act.at, zone), mrnTail: tailOf(chart.id), siteName,
      kind: contact.kind === 'email' ? 'email' : 'phone', masked: maskedContact(contact.kind, contact.value), relation,
      other: other ? { patientId: other.id, name: displayName(other), age: ageAt(other.birthDate, act.at, zone) } : null,
      rule: row.rule, sentence: refusalOf(codeOf[relation], act.language).message, arisesAt: isoOf(row.arisesAt), foundAt: isoOf(row.foundAt),
      hasAccount: accounts.some((one) => one.patientId === chart.id),
    }
  })
  const counted = db.select({ one: sql`1`.as('one') }).from(s).innerJoin(p, eq(p.id, s.patientId)).innerJoin(c, eq(c.id, s.contactId)).where(where).limit(COUNTED).as('counted')
  const [total] = await db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(counted)
  return done({ rows, more: found.length > body.limit, total: total?.count ?? 0 })
}

export function auditOfSharing(answer: Answer): AuditFact {
  return { event: 'contact-sharing.listed', detail: { hits: answer.rows.length, ids: [...new Set(answer.rows.map((row) => row.patientId))] }, purpose: 'PATADMIN' }
}
