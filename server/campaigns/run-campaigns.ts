import { and, asc, eq, inArray } from 'drizzle-orm'
import { cohort as cohortSchema } from '#domain/contracts/campaigns.ts'
import { nextSendAt } from '#domain/enrollment/campaign-policy.ts'
import { MINUTE } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { CampaignRow } from '#server/campaigns/change-campaign.ts'
import { cohortAfter, weigh } from '#server/campaigns/cohort.ts'
import { portalNow } from '#server/contacts/contacts.ts'
import { byItself, sendInvitation } from '#server/invitations/invitations.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'

/** People of a cohort that one transaction writes down. */
const SLICE = 200

/** Writes down whom campaigns are for and invites them, as many as are due. Twice is once: each person is guarded by their row. */
export const runCampaignsJob: Job = { name: 'run-campaigns', nextDueAt: every(MINUTE), run: runAll, audited: true }

async function runAll(app: App, stop: AbortSignal): Promise<Counts> {
  const db = app.store.read
  const { campaigns: c } = db.t
  const rows = await db.select().from(c).where(inArray(c.state, ['preparing', 'running'])).orderBy(asc(c.createdAt), asc(c.id))
  const counts = { prepared: 0, sent: 0, leftOut: 0 }
  for (const row of rows) {
    const state = row.state === 'preparing' ? await prepare(app, row, stop, counts) : row.state
    if (state === 'running') await sendDue(app, row.id, stop, counts)
  }
  return counts
}

/** Writes people down, slice by slice after the last one. Gives the state when it ends. */
async function prepare(app: App, row: CampaignRow, stop: AbortSignal, counts: { prepared: number; leftOut: number }): Promise<string> {
  const cohort = cohortSchema.parse(JSON.parse(row.cohort))
  let after = row.preparedTo
  while (!stop.aborted) {
    const at = app.clock.now()
    const portal = await portalNow(app.store.read, row.portalId, at)
    if (!portal) return 'preparing'
    const slice = await cohortAfter(app.store.read, cohort, after, SLICE, at)
    const weighed = await weigh(app.store.read, portal, cohort, slice, at)
    const last = slice.at(-1)?.id ?? after
    const isLast = slice.length < SLICE
    const state = await app.store.tx((w) => keepSlice(w, row.id, {
      at, last, isLast, items: weighed.map(({ patient, decision }) => ({ patientId: patient.id, code: decision.allowed ? null : decision.code })),
    }))
    if (state === null) return 'stopped'
    counts.prepared += weighed.length
    counts.leftOut += weighed.filter((one) => !one.decision.allowed).length
    if (isLast) return state
    after = last
  }
  return 'preparing'
}

type Slice = { at: number; last: string | null; isLast: boolean; items: { patientId: string; code: string | null }[] }

/** Null when somebody paused or cancelled it meanwhile: nothing is written then. */
async function keepSlice(w: Writer, campaignId: string, { at, last, isLast, items }: Slice): Promise<string | null> {
  const { campaigns: c, campaignItems: m } = w.t
  const [row] = await w.select({ state: c.state, version: c.version }).from(c).where(eq(c.id, campaignId))
  if (row?.state !== 'preparing') return null
  if (items.length > 0) {
    await w.insert(m).values(items.map(({ patientId, code }) => ({ campaignId, patientId, state: code === null ? 'waiting' : 'left-out', code, changedAt: at }))).onConflictDoNothing()
  }
  const state = isLast ? 'running' : 'preparing'
  await w.update(c).set({ preparedTo: last, state, nextAt: at, version: isLast ? row.version + 1 : row.version }).where(eq(c.id, campaignId))
  w.announce('campaigns', campaignId)
  return state
}

async function sendDue(app: App, campaignId: string, stop: AbortSignal, counts: { sent: number; leftOut: number }): Promise<void> {
  for (;;) {
    if (stop.aborted) return
    const outcome = await app.store.tx((w) => sendOne(w, app, campaignId))
    if (outcome === 'nothing') return
    counts[outcome === 'sent' ? 'sent' : 'leftOut'] += 1
  }
}

/** Invites the next person if one is due: weighed once more at this moment, by the same rules and through the same gate (R13, R10). */
async function sendOne(w: Writer, app: App, campaignId: string): Promise<'sent' | 'left-out' | 'nothing'> {
  const { campaigns: c, campaignItems: m, patients: p } = w.t
  const doing = byItself(app)
  const [campaign] = await w.select().from(c).where(eq(c.id, campaignId))
  if (campaign?.state !== 'running') return 'nothing'
  const [item] = await w.select().from(m).where(and(eq(m.campaignId, campaignId), eq(m.state, 'waiting'))).orderBy(asc(m.patientId)).limit(1)
  if (!item) {
    await w.update(c).set({ state: 'done', endedAt: doing.at, version: campaign.version + 1 }).where(eq(c.id, campaignId))
    w.announce('campaigns', campaignId)
    return 'nothing'
  }
  if (doing.at < campaign.nextAt) return 'nothing'
  const portal = await portalNow(w, campaign.portalId, doing.at)
  const [patient] = await w.select().from(p).where(eq(p.id, item.patientId))
  if (!portal || !patient) return 'nothing'
  const cohort = cohortSchema.parse(JSON.parse(campaign.cohort))
  const [weighed] = patient.restricted ? [] : await weigh(w, portal, { ...cohort, ageFrom: null, ageTo: null }, [patient], doing.at)
  const keep = (change: { state: string; code?: string; invitationId?: string }) =>
    w.update(m).set({ ...change, changedAt: doing.at }).where(and(eq(m.campaignId, campaignId), eq(m.patientId, item.patientId), eq(m.state, 'waiting')))
  const sent = weighed?.decision.allowed && weighed.contact ? await sendInvitation(w, doing, {
    patient, portal, channel: 'email', contact: weighed.contact, language: /^es\b/i.test(patient.language ?? '') ? 'es' : 'en', reason: campaign.name, purpose: 'campaign', campaignId,
  }) : weighed?.decision
  w.announce('campaigns', campaignId)
  if (!sent || !('id' in sent)) {
    await keep({ state: 'left-out', code: sent && !sent.allowed ? sent.code : 'NOT_FOUND' })
    return 'left-out'
  }
  await keep({ state: 'sent', invitationId: sent.id })
  await w.update(c).set({ nextAt: nextSendAt(campaign.nextAt, campaign.perHour, doing.at) }).where(eq(c.id, campaignId))
  return 'sent'
}
