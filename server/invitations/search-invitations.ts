import { and, desc, eq, gt, inArray, lt, lte, or, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import { ageAt } from '#domain/birthdays.ts'
import type { InvitationRow as Row, invitationSearchAnswer, invitationSearchBody } from '#domain/contracts/invitations.ts'
import { nextSafeAction } from '#domain/enrollment/diagnosis.ts'
import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import { statesOut, type InvitationState } from '#domain/enrollment/words.ts'
import { displayName } from '#domain/names.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { portalNow } from '#server/contacts/contacts.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { explain } from '#server/invitations/facts-of.ts'
import { lookAlikesOf, maskedContact, mayKnowOf, mrnTailsOf } from '#server/patients/patients.ts'
import { ownSites } from '#server/sites/sites.ts'

type Asked = { body: z.infer<typeof invitationSearchBody> }
type Answer = z.infer<typeof invitationSearchAnswer>

/** States that wait for somebody. One that has run out shows itself in its own list. */
const NEED_HELP: readonly InvitationState[] = ['refused', 'bounced']
/** Counted for the menu up to here. */
const COUNTED = 1000

/** The worklist of invitations of one's own sites, the latest change first, page by page along an index. */
export async function searchInvitations(db: Reader, act: Act, { body }: Asked): Promise<Outcome<Answer>> {
  const { portalInvitations: i, patients: p, sites: s } = db.t
  const own = (await ownSites(db, act.actor.id)).map((site) => site.id)
  if (body.siteId !== undefined && !own.includes(body.siteId)) return refuse('NOT_FOUND')
  const siteIds = body.siteId === undefined ? own : [body.siteId]
  if (siteIds.length === 0) return done({ rows: [], more: false, needHelp: 0 })
  const last = body.after === undefined ? undefined : (await db.select().from(i).where(eq(i.id, body.after)))[0]
  const here = and(inArray(i.siteId, siteIds), mayKnowOf(db, act.actor, act.at))
  const found = await db.select({ invitation: i, chart: p, siteName: s.name }).from(i).innerJoin(p, eq(p.id, i.patientId)).innerJoin(s, eq(s.id, i.siteId))
    .where(and(
      here, stateFilter(db, body, act.at), body.portalId === undefined ? undefined : eq(i.portalId, body.portalId),
      body.campaignId === undefined ? undefined : eq(i.campaignId, body.campaignId),
      last ? or(lt(i.stateAt, last.stateAt), and(eq(i.stateAt, last.stateAt), lt(i.id, last.id))) : undefined,
    )).orderBy(desc(i.stateAt), desc(i.id)).limit(body.limit + 1)
  const shown = found.slice(0, body.limit)
  const alike = await lookAlikesOf(db, shown.map(({ chart }) => chart.id), { actorId: act.actor.id, at: act.at })
  const tailOf = await mrnTailsOf(db, shown.map(({ chart }) => chart.id))
  const rows: Row[] = []
  for (const { invitation, chart, siteName } of shown) {
    const portal = await portalNow(db, invitation.portalId, act.at)
    if (!portal) continue
    const state = stateNow({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, act.at)
    const { cause } = await explain(db, chart, portal, invitation, act.at)
    rows.push({
      id: invitation.id, version: invitation.version, patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate,
      age: ageAt(chart.birthDate, act.at, portal.policy.timeZone), mrnTail: tailOf(chart.id), lookAlike: alike.has(chart.id),
      portalId: portal.id, portalName: portal.name, siteName, channel: invitation.channel === 'desk' ? 'desk' : 'email',
      addressMasked: invitation.address === null ? null : maskedContact('email', invitation.address), state,
      stateAt: isoOf(invitation.stateAt), sentAt: isoOf(invitation.sentAt), endsAt: isoOf(invitation.endsAt), sends: invitation.sends, next: nextSafeAction[cause],
    })
  }
  const waiting = await db.select({ id: i.id }).from(i).innerJoin(p, eq(p.id, i.patientId)).where(and(here, stateFilter(db, { need: 'help' }, act.at))).limit(COUNTED)
  return done({ rows, more: found.length > body.limit, needHelp: waiting.length })
}

/** A state as it is now: what is past its end has expired though no job has written it down. */
function stateFilter(db: Reader, { state, need }: Pick<Asked['body'], 'state' | 'need'>, at: number): SQL | undefined {
  const { portalInvitations: i } = db.t
  if (need === 'help') return and(inArray(i.state, [...NEED_HELP]), gt(i.endsAt, at))
  if (state === undefined) return undefined
  if (state === 'expired') return or(eq(i.state, 'expired'), and(inArray(i.state, [...statesOut]), lte(i.endsAt, at)))
  return (statesOut as readonly string[]).includes(state) ? and(eq(i.state, state), gt(i.endsAt, at)) : eq(i.state, state)
}

/** One list is one event, with the patients whom it showed (AD-01). */
export function auditOfInvitations(answer: Answer, { body }: Asked): AuditFact {
  return {
    event: 'invitation.listed', purpose: 'PATADMIN',
    detail: { hits: answer.rows.length, ids: [...new Set(answer.rows.map((row) => row.patientId))], state: body.state ?? body.need },
  }
}
