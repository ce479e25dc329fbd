import { and, asc, desc, eq, inArray, isNotNull, lte, ne, notInArray, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Relationship } from '#domain/access/bases.ts'
import type { GrantCause, GrantState } from '#domain/access/grant-states.ts'
import { type WaitingLine } from '#domain/contracts/proxy-access.ts'
import { waitingKinds } from '#domain/contracts/proxy-worklists.ts'
import { displayName } from '#domain/names.ts'
import { addDays, isoOf, isoOrNull, localDateOf, startOfLocalDay, type Instant, type PlainDate } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { GrantRow } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import { mayKnowOf } from '#server/patients/patients.ts'
import { hiddenGrantIds } from '#server/proxy-access/hidden.ts'
import { invitationOver } from '#server/proxy-access/invite-proxy.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'

/** A review is on the list so many days before it is due. */
const REVIEW_AHEAD_DAYS = 30

export const waitingQuery = listQuery(['stateAt', 'reviewOn'], ['stateAt', 'ASC'], { waitsFor: z.enum(waitingKinds).optional() })
type Query = z.infer<typeof waitingQuery>

/** Everything about access that waits for somebody: a second person, the privacy officer, the proxy, a review. */
export async function listWaiting(db: Reader, act: Act, { sort, range, filter }: Query): Promise<Outcome<WaitingLine[]>> {
  const { proxyGrants: g, patients } = db.t
  const today = localDateOf(act.at, act.app.config.practiceTimeZone)
  const kinds = filter.waitsFor ? [filter.waitsFor] : [...waitingKinds]
  const where = and(or(...kinds.map((kind) => whereOf(db, kind, today))), notInArray(g.id, await hiddenGrantIds(db, act.actor)), mayKnowOf(db, act.actor, act.at))
  const [from, to] = range
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await db.select({ grant: g, chart: patients }).from(g).innerJoin(patients, eq(patients.id, g.patientId))
    .where(where).orderBy(direction(g[sort[0]]), direction(g.id)).limit(to - from + 1).offset(from)
  const counted = await db.select({ id: g.id }).from(g).innerJoin(patients, eq(patients.id, g.patientId)).where(where).limit(10_000)
  const persons = await knownPersons(db, rows.map(({ grant }) => grant.personId))
  const portals = await portalRules(db)
  const requests = await endsOf(db, rows.flatMap(({ grant }) => grant.requestId ?? []))
  return done(pageOf(rows.map(({ grant, chart }): WaitingLine => {
    const rules = rulesAt(portals, grant.portalId, act.at)
    const endsAt = endOf(grant, rules, requests)
    return {
      id: grant.id, grantId: grant.id, version: grant.version, patientId: grant.patientId, patientName: displayName(chart), birthDate: chart.birthDate,
      personName: persons.get(grant.personId)?.name ?? '', relationship: grant.relationship as Relationship, portalName: portals.find((one) => one.id === grant.portalId)?.name ?? grant.portalId,
      waitsFor: kindOf(grant), state: grant.state as GrantState, cause: grant.cause as GrantCause, sinceAt: isoOf(grant.stateAt), endsAt: isoOrNull(endsAt), requestId: grant.requestId,
    }
  }), from, counted.length))
}

function whereOf(db: Reader, kind: (typeof waitingKinds)[number], today: PlainDate): SQL | undefined {
  const { proxyGrants: g } = db.t
  switch (kind) {
    case 'second-person': return eq(g.state, 'requested')
    case 'privacy-officer': return or(eq(g.state, 'held'), and(eq(g.state, 'suspended'), eq(g.cause, 'block')))
    case 'proxy': return eq(g.state, 'pending')
    case 'review': return and(eq(g.state, 'suspended'), ne(g.cause, 'block'))
    case 'review-due': return and(eq(g.state, 'active'), isNotNull(g.reviewOn), lte(g.reviewOn, addDays(today, REVIEW_AHEAD_DAYS)))
  }
}

/** When it stops waiting by itself: the invitation ends, the request ends, the review date has passed. */
function endOf(grant: GrantRow, rules: ReturnType<typeof rulesAt>, requests: ReadonlyMap<string, number>): Instant | null {
  const waitsFor = kindOf(grant)
  if (waitsFor === 'proxy') return rules ? invitationOver(grant, rules.policy) : null
  if (waitsFor === 'review-due') return grant.reviewOn === null || !rules ? null : startOfLocalDay(addDays(grant.reviewOn, 1), rules.policy.timeZone)
  return waitsFor === 'second-person' && grant.requestId !== null ? requests.get(grant.requestId) ?? null : null
}

function kindOf(grant: Pick<GrantRow, 'state' | 'cause'>): WaitingLine['waitsFor'] {
  if (grant.state === 'requested') return 'second-person'
  if (grant.state === 'held' || (grant.state === 'suspended' && grant.cause === 'block')) return 'privacy-officer'
  if (grant.state === 'pending') return 'proxy'
  return grant.state === 'suspended' ? 'review' : 'review-due'
}

async function endsOf(db: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  const { twoPersonRequests: t } = db.t
  const rows = ids.length === 0 ? [] : await db.select({ id: t.id, endsAt: t.endsAt }).from(t).where(inArray(t.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row.endsAt]))
}
