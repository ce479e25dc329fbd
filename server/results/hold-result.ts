import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { ActAnswer, extendBody, holdBody } from '#domain/contracts/results.ts'
import { canExtend, canHold } from '#domain/release/can-hold.ts'
import { clocksOf } from '#domain/release/clocks.ts'
import { endOfHold } from '#domain/release/facts.ts'
import { groundRules, type HoldGround } from '#domain/release/grounds.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import { DAY, type Instant } from '#domain/time.ts'
import type { HoldRow } from '#db/result-facts.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { settled } from '#server/results/act-on-result.ts'
import { resultToActOn, versionToActOn, type ResultScene } from '#server/results/result-to-act-on.ts'
import { tellOfUpdate } from '#server/results/tell.ts'

/** Keeps one result from whoever is chosen, each by a hold of their own, on a ground that fits all, until an end (R68). Nobody outside is told of it. */
export async function holdResult(w: Writer, act: Act, id: string, body: z.infer<typeof holdBody>): Promise<Outcome<ActAnswer>> {
  const scene = await versionToActOn(w, act, id)
  if ('refused' in scene) return scene
  const recipients = [body, ...body.others].map((one) => recipientOf(one.recipient, one.personId))
  const endAt = Date.parse(body.endAt)
  for (const [place, recipient] of recipients.entries()) {
    if (recipient.kind === 'representative' && recipient.personId !== null && !(await isRepresentative(w, scene, recipient.personId))) return refuse('NOT_FOUND')
    if (recipients.slice(0, place).some((one) => covers(one, recipient) || covers(recipient, one))) return refuse('HOLD_EXISTS')
    const may = canHold(scene.policy, scene.known.facts, { recipient, ground: body.ground, evidence: body.reason, endAt }, act.at)
    if (!may.allowed) return refuseBy(may)
  }
  for (const recipient of recipients) {
    const holdId = await addHold(w, act, scene, { recipient, ground: body.ground, evidence: body.reason, endAt, extendsId: null })
    await record(w, act, {
      event: 'hold.set', patientId: scene.known.row.patientId, objectId: holdId, evidence: groundRules[body.ground].citedLaw,
      detail: { resultId: id, recipient: recipient.kind, ground: body.ground, end: body.endAt, extendsId: null },
    })
  }
  await settleResults(w, [id], act.at)
  return settled(w, act, scene, 0)
}

/** Holds longer: the old hold ends now and a new one begins, with its own evidence and end (R68). */
export async function extendHold(w: Writer, act: Act, holdId: string, body: z.infer<typeof extendBody>): Promise<Outcome<ActAnswer>> {
  const found = await holdToActOn(w, act, holdId)
  if ('refused' in found) return found
  const { hold, scene } = found
  const recipient = recipientOf(hold.recipient as Recipient['kind'], hold.personId)
  const ground = hold.ground as HoldGround
  const may = canExtend(scene.policy, scene.known.facts, { recipient, ground, evidence: body.reason, endAt: Date.parse(body.endAt) }, act.at)
  if (!may.allowed) return refuseBy(may)
  await endHold(w, hold, act.actor.id, act.at)
  const id = await addHold(w, act, scene, { recipient, ground, evidence: body.reason, endAt: Date.parse(body.endAt), extendsId: holdId })
  await settleResults(w, [hold.resultId], act.at)
  await record(w, act, {
    event: 'hold.set', patientId: scene.known.row.patientId, objectId: id, evidence: groundRules[ground].citedLaw,
    detail: { resultId: hold.resultId, recipient: hold.recipient, ground, end: body.endAt, extendsId: holdId },
  })
  return settled(w, act, scene, 0)
}

/** Ends a hold before its time: the result returns to what the portal's policy says now. */
export async function endHoldNow(w: Writer, act: Act, holdId: string, reason: string): Promise<Outcome<ActAnswer>> {
  const found = await holdToActOn(w, act, holdId)
  if ('refused' in found) return found
  const { hold, scene } = found
  await endHold(w, hold, act.actor.id, act.at)
  const [now] = await settleResults(w, [hold.resultId], act.at)
  await record(w, act, { event: 'hold.ended', patientId: scene.known.row.patientId, objectId: holdId, detail: { resultId: hold.resultId, reason } })
  const told = now?.becameVisible ? await tellOfUpdate(w, act.app, act.scene, [hold.resultId]) : 0
  return settled(w, act, scene, told)
}

/**
 * A hold that somebody may decide about, at the version that they saw. Its result's row is held until the act is over: a release,
 * or another decision about the hold, comes before or after it, never beside.
 */
async function holdToActOn(w: Writer, act: Act, holdId: string): Promise<{ hold: HoldRow; scene: ResultScene } | ReturnType<typeof refuse>> {
  const { resultHolds: h, results: r } = w.t
  const [found] = await w.select({ resultId: h.resultId }).from(h).where(eq(h.id, holdId))
  if (!found) return refuse('NOT_FOUND')
  await w.update(r).set({ version: sql`${r.version}` }).where(eq(r.id, found.resultId))
  const scene = await resultToActOn(w, act, found.resultId)
  if ('refused' in scene) return scene
  const hold = scene.known.holds.find((one) => one.id === holdId)
  if (!hold) return refuse('NOT_FOUND')
  if (hold.version !== act.version) return refuse('VERSION_STALE', { current: { version: hold.version } })
  return endOfHold(hold) <= act.at ? refuse('HOLD_OVER') : { hold, scene }
}

type NewHold = { recipient: Recipient; ground: HoldGround; evidence: string; endAt: Instant; extendsId: string | null }

/** Writes a hold. Whoever set it is reminded a day before its end, or halfway where it is shorter. */
async function addHold(w: Writer, act: Act, scene: ResultScene, hold: NewHold): Promise<string> {
  const id = act.app.random.id()
  const statute = hold.ground === 'state-statute' ? clocksOf(scene.policy, scene.known.facts)[0]?.clock.citedLaw ?? null : null
  await w.insert(w.t.resultHolds).values({
    id, resultId: scene.known.row.id, recipient: hold.recipient.kind, personId: hold.recipient.kind === 'representative' ? hold.recipient.personId : null, ground: hold.ground,
    harm: groundRules[hold.ground].harm, statute, evidence: hold.evidence, startAt: act.at, endAt: hold.endAt, setBy: act.actor.id, extendsId: hold.extendsId,
    remindAt: Math.max(hold.endAt - DAY, act.at + Math.floor((hold.endAt - act.at) / 2)),
  })
  return id
}

async function endHold(w: Writer, hold: HoldRow, by: string, at: Instant): Promise<void> {
  const { resultHolds: h } = w.t
  await w.update(h).set({ endedAt: at, endedBy: by, overAt: at, version: sql`${h.version} + 1` }).where(eq(h.id, hold.id))
}

/** Whether a hold from one keeps it from the other as well. */
function covers(one: Recipient, other: Recipient): boolean {
  if (one.kind === 'patient' || other.kind === 'patient') return one.kind === other.kind
  return one.personId === null || one.personId === other.personId
}

function recipientOf(kind: Recipient['kind'], personId: string | null): Recipient {
  return kind === 'patient' ? { kind } : { kind, personId }
}

async function isRepresentative(w: Writer, { known }: ResultScene, personId: string): Promise<boolean> {
  const { proxyGrants: g } = w.t
  const [grant] = await w.select({ id: g.id }).from(g).where(and(eq(g.patientId, known.row.patientId), eq(g.personId, personId))).limit(1)
  return grant !== undefined
}
