import { and, eq, exists, gte, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { figuresBody } from '#domain/contracts/enrollment-figures.ts'
import { statesOut } from '#domain/enrollment/words.ts'
import { addDays, startOfLocalDay, type Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

export type Asked = z.infer<typeof figuresBody>
export type Funnel = { invited: number; opened: number; activated: number; declined: number; expired: number; failed: number }
export type FunnelPart = keyof Funnel

/** Instants of the days that were asked for, by the practice's calendar; both days inclusive. */
export function spanOf({ from, to }: Asked, act: Act): { from: Instant; until: Instant } {
  const zone = act.app.config.practiceTimeZone
  return { from: startOfLocalDay(from, zone), until: startOfLocalDay(addDays(to, 1), zone) }
}

/** Invitations of the span, portal and site that were asked for, of people whose charts are not closed. */
export function invitationsIn(db: Reader, asked: Asked, act: Act): SQL | undefined {
  const { portalInvitations: i } = db.t
  const span = spanOf(asked, act)
  return and(
    gte(i.createdAt, span.from), lt(i.createdAt, span.until), asked.portalId === undefined ? undefined : eq(i.portalId, asked.portalId),
    asked.siteId === undefined ? undefined : eq(i.siteId, asked.siteId), notRestricted(db, i.patientId),
  )
}

/** A closed chart is in no count: a difference of one would tell of it (AZ-02). */
export function notRestricted(db: Reader, patientId: Reader['t']['portalInvitations']['patientId'] | Reader['t']['enrollmentDrafts']['patientId']): SQL {
  const { patients: p } = db.t
  return exists(db.select({ one: sql`1` }).from(p).where(and(eq(p.id, patientId), eq(p.restricted, false))))
}

/** What counts as each part of the funnel, as a condition on one invitation at an instant. Expired is read off the clock (ID-06). */
export function partCondition(db: Reader, part: FunnelPart, at: Instant): SQL {
  const { portalInvitations: i } = db.t
  const out = inArray(i.state, [...statesOut])
  switch (part) {
    case 'invited': return sql`1 = 1`
    case 'opened': return sql`${i.openedAt} is not null`
    case 'activated': return eq(i.state, 'accepted')
    case 'declined': return eq(i.state, 'declined')
    case 'expired': return sql`(${i.state} = 'expired' or (${out} and ${i.endsAt} <= ${at}))`
    case 'failed': return sql`(${inArray(i.state, ['refused', 'bounced'])} and ${i.endsAt} > ${at})`
  }
}

/** The funnel as columns of one statement: counted by the database, never row by row here. */
export function funnelColumns(db: Reader, at: Instant): Record<FunnelPart, SQL.Aliased<number> | SQL<number>> {
  const count = (part: FunnelPart): SQL<number> => sql<number>`sum(case when ${partCondition(db, part, at)} then 1 else 0 end)`.mapWith(Number)
  return { invited: count('invited'), opened: count('opened'), activated: count('activated'), declined: count('declined'), expired: count('expired'), failed: count('failed') }
}

export const noFunnel: Funnel = { invited: 0, opened: 0, activated: 0, declined: 0, expired: 0, failed: 0 }
