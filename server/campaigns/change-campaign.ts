import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { cohort as cohortSchema, type campaignChanged, type createCampaignBody } from '#domain/contracts/campaigns.ts'
import type { campaignStates } from '#domain/enrollment/words.ts'
import type { Reader, Writer } from '#db/store.ts'
import { cohortAfter } from '#server/campaigns/cohort.ts'
import { portalNow } from '#server/contacts/contacts.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'

export type CampaignRow = Reader['t']['campaigns']['$inferSelect']
type State = (typeof campaignStates)[number]
type Changed = Outcome<z.infer<typeof campaignChanged>>
type To = { params: { id: string }; body: { reason?: string } }

const UNDER_WAY: readonly State[] = ['preparing', 'running', 'paused']

/** Starts a campaign: its people are written down by the job in slices, then invited a few at a time. One per portal at a time. */
export async function createCampaign(w: Writer, act: Act, { body }: { body: z.infer<typeof createCampaignBody> }): Promise<Changed> {
  const { campaigns: c } = w.t
  const portal = await portalNow(w, body.cohort.portalId, act.at)
  if (!portal) return refuse('NOT_FOUND')
  if (!portal.takesAccounts) return refuse('PORTAL_TAKES_NO_ACCOUNTS')
  const [other] = await w.select({ id: c.id }).from(c).where(and(eq(c.portalId, portal.id), inArray(c.state, [...UNDER_WAY]))).limit(1)
  if (other) return refuse('CAMPAIGN_RUNNING', { current: { campaignId: other.id } })
  if ((await cohortAfter(w, body.cohort, null, 1, act.at)).length === 0) return refuse('CAMPAIGN_NOBODY')
  const id = act.app.random.id()
  await w.insert(c).values({
    id, name: body.name, portalId: portal.id, cohort: JSON.stringify(body.cohort), perHour: body.perHour, state: 'preparing',
    createdBy: act.actor.id, createdAt: act.at, reason: body.reason ?? '', nextAt: act.at,
  })
  await record(w, act, { event: 'campaign.created', objectId: id, detail: { portalId: portal.id, perHour: body.perHour, reason: body.reason ?? '' } })
  w.announce('campaigns', id)
  return done({ id, version: 1, state: 'preparing' }, 1)
}

/** Nothing more goes out until it is resumed. */
export function pauseCampaign(w: Writer, act: Act, asked: To): Promise<Changed> {
  return change(w, act, asked, ['preparing', 'running'], 'paused')
}

/** Goes on where it stopped, from this moment and not with what fell due meanwhile. */
export function resumeCampaign(w: Writer, act: Act, asked: To): Promise<Changed> {
  return change(w, act, asked, ['paused'], 'running')
}

/** Ends it for good: whoever waits is not invited by it. */
export async function cancelCampaign(w: Writer, act: Act, asked: To): Promise<Changed> {
  const changed = await change(w, act, asked, UNDER_WAY, 'cancelled')
  if ('done' in changed) {
    const { campaignItems: m } = w.t
    await w.update(m).set({ state: 'cancelled', changedAt: act.at }).where(and(eq(m.campaignId, asked.params.id), eq(m.state, 'waiting')))
  }
  return changed
}

async function change(w: Writer, act: Act, { params, body }: To, from: readonly State[], to: State): Promise<Changed> {
  const { campaigns: c } = w.t
  const [row] = await w.select().from(c).where(eq(c.id, params.id))
  if (!row) return refuse('NOT_FOUND')
  if (!UNDER_WAY.includes(row.state as State)) return refuse('CAMPAIGN_OVER')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { version: row.version } })
  if (!from.includes(row.state as State)) return refuse(to === 'running' ? 'CAMPAIGN_NOT_PAUSED' : 'ALREADY_DONE')
  // What was paused while its people were still being written down goes on with that.
  const state = to === 'running' && !(await isPrepared(w, row, act.at)) ? 'preparing' : to
  const version = row.version + 1
  await w.update(c).set({ state, version, nextAt: Math.max(row.nextAt, act.at), endedAt: to === 'cancelled' ? act.at : null }).where(eq(c.id, row.id))
  await record(w, act, { event: 'campaign.changed', objectId: row.id, detail: { state, reason: body.reason ?? '' } })
  w.announce('campaigns', row.id)
  return done({ id: row.id, version, state }, version)
}

/** Whether everybody of the cohort has been written down. */
export async function isPrepared(db: Reader, row: CampaignRow, at: number): Promise<boolean> {
  return (await cohortAfter(db, cohortSchema.parse(JSON.parse(row.cohort)), row.preparedTo, 1, at)).length === 0
}
