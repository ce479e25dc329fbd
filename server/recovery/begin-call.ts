import type { z } from 'zod'
import type { callBody, CaseChanged } from '#domain/contracts/recovery.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { portalNow } from '#server/contacts/contacts.ts'
import { caseUnderWay, changeCase, changed } from '#server/recovery/case.ts'
import { endProofs } from '#server/recovery/proof.ts'

type Body = z.infer<typeof callBody>

/** Digits of a shown number that are kept: enough to see that two calls look alike, proof of nothing. */
const SHOWN = 4

/**
 * Begins a call, or the visit of somebody at the desk. It joins the case that is under way for the account, whoever had it
 * before; every call counts, so that several agents who are rung about one chart are seen (T1). Whoever rings now is not whom we
 * called back before, nor who stood at a desk: that is proven anew.
 */
export async function beginCall(w: Writer, act: Act, { body }: { body: Body }): Promise<Outcome<CaseChanged>> {
  const opened = await chartToActOn(w, act, body.patientId)
  if ('refused' in opened) return opened
  const { chart } = opened
  const portal = await portalNow(w, body.portalId, act.at)
  if (!portal) return refuse('NOT_FOUND')
  const before = await caseUnderWay(w, chart.id, portal.id)
  const call = {
    channel: body.channel, relay: body.relay, language: body.language, shownTail: body.shownNumber?.replace(/\D/g, '').slice(-SHOWN) || null,
    callStartedAt: act.at, callEndedAt: null, claimedBy: act.actor.id, claimedAt: act.at, lastAttemptAt: act.at,
  }
  const { recoveryCases: c, recoveryAttempts: a } = w.t
  const row = before
    ? await changeCase(w, act, before, { ...call, calls: before.calls + 1, attempts: before.attempts + 1 })
    : (await w.insert(c).values({
      id: act.app.random.id(), patientId: chart.id, portalId: portal.id, siteId: chart.siteId, source: body.channel, state: 'open', openedBy: act.actor.id, openedAt: act.at, workedAt: act.at, calls: 1, ...call,
    }).returning())[0] ?? null
  if (!row) return refuse('VERSION_STALE')
  if (before) await endProofs(w, row.id, act.at, 'another-call', 'of-the-call')
  await w.insert(a).values({ id: act.app.random.id(), caseId: row.id, patientId: chart.id, portalId: portal.id, kind: body.channel, source: 'console', sourceId: act.app.random.id(), takenBy: act.actor.id, at: act.at, receivedAt: act.at })
  await record(w, act, { event: 'recovery.call-begun', patientId: chart.id, objectId: row.id, detail: { portalId: portal.id, source: body.channel, joined: before !== null, calls: row.calls } })
  if (!before) w.announce('recovery', row.id)
  return changed(row)
}
