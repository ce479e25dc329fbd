import { and, asc, desc, eq, gt, inArray, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import { ageAt } from '#domain/birthdays.ts'
import type { EnrollmentRow, enrollmentSearchAnswer, enrollmentSearchBody } from '#domain/contracts/enrollment.ts'
import { enrollmentSteps } from '#domain/enrollment/words.ts'
import { displayName } from '#domain/names.ts'
import { isoOf, isoOrNull, MINUTE } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { portalsNow } from '#server/contacts/contacts.ts'
import { dayOf } from '#server/enrollment/day-of.ts'
import type { DraftRow } from '#server/enrollment/draft-scene.ts'
import { progressOf, stuckIn } from '#server/enrollment/progress.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import type { CodeRow } from '#server/invitations/invitations.ts'
import { lookAlikesOf, mayKnowOf, mrnTailsOf } from '#server/patients/patients.ts'
import { ownSites } from '#server/sites/sites.ts'

type Answer = z.infer<typeof enrollmentSearchAnswer>
/** So long an account that has just become active stays in sight. */
const IN_SIGHT = 15 * MINUTE
const MOST_RECENT = 10
type Asked = { body: z.infer<typeof enrollmentSearchBody> }

/** Open enrollments of one's own sites, the oldest first, for Home: how far each is, and what it waits for. */
export async function searchEnrollments(db: Reader, act: Act, { body }: Asked): Promise<Outcome<Answer>> {
  const { enrollmentDrafts: d, patients: p, sites: s, portals: o } = db.t
  const own = (await ownSites(db, act.actor.id)).map((site) => site.id)
  if (body.siteId !== undefined && !own.includes(body.siteId)) return refuse('NOT_FOUND')
  const siteIds = body.siteId === undefined ? own : [body.siteId]
  if (siteIds.length === 0) return done({ rows: [], more: false, day: { active: 0, byEmail: 0, declined: 0, medianMs: null } })
  const last = body.after === undefined ? undefined : (await db.select().from(d).where(eq(d.id, body.after)))[0]
  const here = and(inArray(d.siteId, siteIds), mayKnowOf(db, act.actor, act.at))
  const rowsOf = () => db.select({ draft: d, chart: p, siteName: s.name, portalName: o.name }).from(d)
    .innerJoin(p, eq(p.id, d.patientId)).innerJoin(s, eq(s.id, d.siteId)).innerJoin(o, eq(o.id, d.portalId))
  const found = await rowsOf()
    .where(and(
      eq(d.state, 'open'), here,
      last ? or(gt(d.startedAt, last.startedAt), and(eq(d.startedAt, last.startedAt), gt(d.id, last.id))) : undefined,
    )).orderBy(asc(d.startedAt), asc(d.id)).limit(body.limit + 1)
  const recent = last ? [] : await rowsOf().where(and(eq(d.state, 'active'), gt(d.endedAt, act.at - IN_SIGHT), here)).orderBy(desc(d.endedAt), desc(d.id)).limit(MOST_RECENT)
  const shown = [...found.slice(0, body.limit), ...recent]
  const related = await relatedTo(db, shown.map(({ draft }) => draft))
  const portals = await portalsNow(db, act.at)
  const alike = await lookAlikesOf(db, shown.map(({ chart }) => chart.id), { actorId: act.actor.id, at: act.at })
  const tailOf = await mrnTailsOf(db, shown.map(({ chart }) => chart.id))
  const rows = shown.map(({ draft, chart, siteName, portalName }): EnrollmentRow | null => {
    const portal = portals.find((one) => one.id === draft.portalId)
    if (!portal) return null
    const invitation = related.invitation(draft)
    const facts = { draft, portal, chart, invitation, code: invitation ? related.code(invitation.id) : null }
    const { live, done: count } = progressOf(facts)
    return {
      id: draft.id, version: draft.version, patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate,
      age: ageAt(chart.birthDate, act.at, portal.policy.timeZone), mrnTail: tailOf(chart.id), lookAlike: alike.has(chart.id),
      portalId: draft.portalId, portalName, siteName, done: count, of: enrollmentSteps.length,
      live: live.map((one) => ({ ...one, at: isoOrNull(one.at) })), stuck: stuckIn(facts, act.at, act.language),
      startedAt: isoOf(draft.startedAt), heldBy: draft.heldBy === null ? null : { id: draft.heldBy, name: related.name(draft.heldBy) },
      mine: draft.heldBy === act.actor.id, leftAt: isoOrNull(draft.leftAt), invitationId: invitation?.id ?? null,
      codeEndsAt: draft.state === 'open' && facts.code?.kind === 'desk' && facts.code.state !== 'dead' && facts.code.endsAt > act.at ? isoOf(facts.code.endsAt) : null,
      activeAt: draft.state === 'active' ? isoOrNull(draft.endedAt) : null,
    }
  })
  const whole = rows.filter((row) => row !== null)
  return done({
    rows: whole.toSorted((a, b) => rankOf(a) - rankOf(b)), more: found.length > body.limit, day: await dayOf(db, act, siteIds),
  })
}

/** What is stuck first, what has just been finished last. */
function rankOf({ stuck, activeAt }: EnrollmentRow): number {
  if (stuck) return 0
  return activeAt ? 2 : 1
}

/** Invitations, codes and holders of a page of drafts. */
async function relatedTo(db: Reader, drafts: readonly DraftRow[]) {
  const { portalInvitations: i, activationCodes: c, staff } = db.t
  const ids = drafts.flatMap((one) => one.invitationId ?? [])
  const holders = drafts.flatMap((one) => one.heldBy ?? [])
  const [invitations, codes, people] = await Promise.all([
    ids.length === 0 ? [] : db.select().from(i).where(inArray(i.id, ids)),
    ids.length === 0 ? [] : db.select().from(c).where(inArray(c.invitationId, ids)),
    holders.length === 0 ? [] : db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, holders)),
  ])
  return {
    invitation: (draft: DraftRow) => invitations.find((one) => one.id === draft.invitationId) ?? null,
    code: (invitationId: string): CodeRow | null => codes.filter((one) => one.invitationId === invitationId).toSorted((a, b) => b.madeAt - a.madeAt)[0] ?? null,
    name: (id: string) => people.find((one) => one.id === id)?.name ?? '',
  }
}

/** One list is one event, with the patients whom it showed (AD-01). */
export function auditOfEnrollments(answer: { rows: EnrollmentRow[] }): AuditFact {
  return { event: 'enrollment.listed', detail: { hits: answer.rows.length, ids: [...new Set(answer.rows.map((row) => row.patientId))] }, purpose: 'PATADMIN' }
}
