import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import {
  cohort as cohortSchema, type CampaignAnswer, type CampaignItemRow, type campaignItems, type campaignItemsBody, type campaignList,
} from '#domain/contracts/campaigns.ts'
import type { campaignItemStates, campaignStates, InvitationState } from '#domain/enrollment/words.ts'
import { displayName } from '#domain/names.ts'
import { reasons, type ReasonCode } from '#domain/reasons.ts'
import { HOUR, isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { CampaignRow } from '#server/campaigns/change-campaign.ts'
import { exclusionsOf, leftOutWords } from '#server/campaigns/preview-campaign.ts'
import { portalNow } from '#server/contacts/contacts.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { mayKnowOf, mrnTailsOf } from '#server/patients/patients.ts'

const MOST = 50

export async function listCampaigns(db: Reader, act: Act): Promise<Outcome<z.infer<typeof campaignList>>> {
  const { campaigns: c } = db.t
  const rows = await db.select().from(c).orderBy(desc(c.createdAt), desc(c.id)).limit(MOST)
  const answers = await Promise.all(rows.map((row) => shownCampaign(db, act, row)))
  return done({ rows: answers.map(({ leftOut: _leftOut, ...row }) => row) })
}

/** One campaign: progress, what came of what was sent, and who was left out and why, counted by the database. */
export async function readCampaign(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<CampaignAnswer>> {
  const [row] = await db.select().from(db.t.campaigns).where(eq(db.t.campaigns.id, params.id))
  return row ? done(await shownCampaign(db, act, row), row.version) : refuse('NOT_FOUND')
}

async function shownCampaign(db: Reader, act: Act, row: CampaignRow): Promise<CampaignAnswer> {
  const { campaignItems: m, portalInvitations: i, portals, sites, staff } = db.t
  const count = sql<number>`count(*)`.mapWith(Number)
  const [states, codes, outcomes, [portal], [person]] = await Promise.all([
    db.select({ state: m.state, count }).from(m).where(eq(m.campaignId, row.id)).groupBy(m.state),
    db.select({ code: m.code, count }).from(m).where(and(eq(m.campaignId, row.id), eq(m.state, 'left-out'))).groupBy(m.code),
    db.select({ state: i.state, count }).from(m).innerJoin(i, eq(i.id, m.invitationId)).where(and(eq(m.campaignId, row.id), eq(m.state, 'sent'))).groupBy(i.state),
    db.select({ name: portals.name }).from(portals).where(eq(portals.id, row.portalId)),
    db.select({ name: staff.name }).from(staff).where(eq(staff.id, row.createdBy)),
  ])
  const cohort = cohortSchema.parse(JSON.parse(row.cohort))
  const [site] = cohort.siteId === null ? [] : await db.select({ name: sites.name }).from(sites).where(eq(sites.id, cohort.siteId))
  const of = (state: string): number => states.find((one) => one.state === state)?.count ?? 0
  const outcome = (state: InvitationState): number => outcomes.find((one) => one.state === state)?.count ?? 0
  return {
    id: row.id, version: row.version, name: row.name, portalId: row.portalId, portalName: portal?.name ?? '', siteName: site?.name ?? null, cohort,
    state: row.state as (typeof campaignStates)[number], perHour: row.perHour, createdAt: isoOf(row.createdAt), createdBy: person?.name ?? row.createdBy, endedAt: isoOrNull(row.endedAt),
    progress: { waiting: of('waiting'), sent: of('sent'), leftOut: of('left-out'), cancelled: of('cancelled') },
    endsAbout: row.state === 'running' ? isoOf(Math.max(act.at, row.nextAt) + Math.ceil(of('waiting') * HOUR / row.perHour)) : null,
    outcome: {
      queued: outcome('queued'), handed: outcome('handed'), refused: outcome('refused'), bounced: outcome('bounced'), opened: outcome('opened'),
      accepted: outcome('accepted'), expired: outcome('expired'), declined: outcome('declined'), cancelled: outcome('cancelled'),
    },
    leftOut: exclusionsOf(new Map(codes.flatMap((one) => (isReason(one.code) ? [[one.code, one.count] as const] : []))), act.language, await portalNow(db, row.portalId, act.at)),
  }
}

/** Who is in a campaign, and what became of each; page by page in the order of ids. */
export async function listItems(db: Reader, act: Act, { params, body }: { params: { id: string }; body: z.infer<typeof campaignItemsBody> }): Promise<Outcome<z.infer<typeof campaignItems>>> {
  const { campaigns: c, campaignItems: m, portalInvitations: i, patients: p } = db.t
  const [campaign] = await db.select({ portalId: c.portalId }).from(c).where(eq(c.id, params.id))
  if (!campaign) return refuse('NOT_FOUND')
  const found = await db.select({ item: m, chart: p, invitationState: i.state }).from(m).innerJoin(p, eq(p.id, m.patientId)).leftJoin(i, eq(i.id, m.invitationId))
    .where(and(
      eq(m.campaignId, params.id), body.state === undefined ? inArray(m.state, ['waiting', 'sent', 'left-out', 'cancelled']) : eq(m.state, body.state),
      body.code === undefined ? undefined : eq(m.code, body.code), body.after === undefined ? undefined : gt(m.patientId, body.after), mayKnowOf(db, act.actor, act.at),
    )).orderBy(asc(m.patientId)).limit(body.limit + 1)
  const portal = await portalNow(db, campaign.portalId, act.at)
  const tailOf = await mrnTailsOf(db, found.map(({ chart }) => chart.id))
  const rows = found.slice(0, body.limit).map(({ item, chart, invitationState }): CampaignItemRow => ({
    patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, mrnTail: tailOf(chart.id),
    state: item.state as (typeof campaignItemStates)[number], refusal: isReason(item.code) ? leftOutWords(item.code, act.language, portal) : null,
    invitationId: item.invitationId, invitationState: invitationState as InvitationState | null, changedAt: isoOf(item.changedAt),
  }))
  return done({ rows, more: found.length > body.limit })
}

function isReason(code: string | null): code is ReasonCode {
  return code !== null && Object.hasOwn(reasons, code)
}
