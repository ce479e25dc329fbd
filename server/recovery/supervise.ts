import { and, desc, eq, gte, inArray, isNotNull, lt, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { SupervisionAnswer, supervisionBody } from '#domain/contracts/recovery.ts'
import { displayName } from '#domain/names.ts'
import { reasons, refusalOf, type ReasonCode } from '#domain/reasons.ts'
import { addDays, HOUR, isoOf, localDateOf, startOfLocalDay } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { mayKnowOf } from '#server/patients/patients.ts'
import { auditSince, LIMITS, type AuditRow } from '#server/recovery/supervised-events.ts'

type Asked = { body: z.infer<typeof supervisionBody> }

/** Longest stretch of one look, in days. */
const MOST_DAYS = 92
const SHOWN = 100

/**
 * What a supervisor sees of recovery in a span of days: volume, refusals, stops and limits per agent and day, the newest events
 * with their sentence, and charts about which several agents were called. Nothing of what was said or compared.
 */
export async function superviseRecovery(db: Reader, act: Act, { body }: Asked): Promise<Outcome<SupervisionAnswer>> {
  const zone = act.app.config.practiceTimeZone
  if (body.to < body.from || addDays(body.from, MOST_DAYS) < body.to) return refuse('FIELDS_NOT_ACCEPTED', { fields: { to: `0–${MOST_DAYS}` } })
  const span = { from: startOfLocalDay(body.from, zone), until: startOfLocalDay(addDays(body.to, 1), zone) }
  const all = await auditSince(db, span)
  const patients = await patientsOf(db, act, all.flatMap((one) => one.patientId ?? []))
  // What is about a chart of which the reader may not know is in no line and no count (AZ-02).
  const events = all.filter((one) => one.patientId === null || patients.has(one.patientId))
  const names = await namesOf(db, events.map((one) => one.actorId))
  return done({
    totals: await totalsOf(db, act, span, events), agents: perAgentAndDay(events, names, zone), pressure: await pressureOf(db, act, span),
    events: events.filter((one) => kindOf(one) !== null).slice(0, SHOWN).map((one) => shown(one, act, names, patients)),
  })
}

type Names = ReadonlyMap<string, string>

function kindOf({ event, reasonCode }: AuditRow): SupervisionAnswer['events'][number]['kind'] | null {
  if (event === 'recovery.stopped' || event === 'recovery.not-me') return 'stopped'
  if (event === 'recovery.proof-failed') return 'proof-failed'
  if (reasonCode !== null && LIMITS.includes(reasonCode)) return 'limit'
  return event === 'recovery.act-refused' || (event === 'act.refused' && reasonCode?.startsWith('RECOVERY_')) ? 'refused' : null
}

function shown(one: AuditRow, act: Act, names: Names, patients: Names): SupervisionAnswer['events'][number] {
  const kind = kindOf(one) ?? 'refused'
  const code: ReasonCode = one.reasonCode !== null && Object.hasOwn(reasons, one.reasonCode) ? one.reasonCode as ReasonCode : kind === 'stopped' ? 'RECOVERY_STOPPED_BEFORE' : 'RECOVERY_PROOF_FAILED'
  const { message, rule } = refusalOf(code, act.language, { name: '–' })
  const name = names.get(one.actorId)
  return {
    at: isoOf(one.at), kind, agent: name === undefined ? null : { id: one.actorId, name }, caseId: one.objectId,
    patientName: one.patientId === null ? null : patients.get(one.patientId) ?? null, sentence: message, rule,
  }
}

function perAgentAndDay(events: readonly AuditRow[], names: Names, zone: string): SupervisionAnswer['agents'] {
  const groups = Map.groupBy(events.filter((one) => names.has(one.actorId)), (one) => `${localDateOf(one.at, zone)} ${one.actorId}`)
  return [...groups.values()].flatMap((rows): SupervisionAnswer['agents'] => {
    const [first] = rows
    if (!first) return []
    const count = (is: (one: AuditRow) => boolean): number => rows.filter(is).length
    return [{
      agent: { id: first.actorId, name: names.get(first.actorId) ?? '' }, day: localDateOf(first.at, zone), calls: count((one) => one.event === 'recovery.call-begun'),
      acts: count((one) => one.event === 'recovery.acted'), resets: count((one) => one.event === 'recovery.acted' && ['send-reset-link', 'unlock', 'restart-enrollment', 'remove-second-factor'].includes(String(one.detail.act))),
      refusals: count((one) => kindOf(one) === 'refused'), stops: count((one) => one.event === 'recovery.stopped'), limitHits: count((one) => kindOf(one) === 'limit'),
      wrongFacts: rows.reduce((sum, one) => sum + (one.event === 'recovery.facts-asked' ? Number(one.detail.wrong) : 0), 0),
    }]
  }).toSorted((a, b) => (a.day === b.day ? a.agent.name.localeCompare(b.agent.name) : a.day < b.day ? 1 : -1))
}

async function totalsOf(db: Reader, act: Act, { from, until }: { from: number; until: number }, events: readonly AuditRow[]): Promise<SupervisionAnswer['totals']> {
  const { recoveryCases: c, patients: p } = db.t
  const cases = await db.select({ state: c.state, openedAt: c.openedAt, endedAt: c.endedAt }).from(c).innerJoin(p, eq(p.id, c.patientId))
    .where(and(mayKnowOf(db, act.actor, act.at), or(and(gte(c.openedAt, from), lt(c.openedAt, until)), and(gte(c.endedAt, from), lt(c.endedAt, until)))))
  const ended = (state: string): number => cases.filter((one) => one.state === state && one.endedAt !== null && one.endedAt >= from && one.endedAt < until).length
  return {
    cases: cases.filter((one) => one.openedAt >= from && one.openedAt < until).length, proven: events.filter((one) => one.event === 'recovery.proof-confirmed').length,
    refused: ended('refused'), stopped: ended('stopped'), limitHits: events.filter((one) => kindOf(one) === 'limit').length,
    approvals: events.filter((one) => one.event === 'recovery.acted' && one.detail.askedBy !== null).length,
  }
}

/** Charts about which two agents or more were called within 48 hours: the same story told to several people (T1). */
async function pressureOf(db: Reader, act: Act, { from, until }: { from: number; until: number }): Promise<SupervisionAnswer['pressure']> {
  const { recoveryAttempts: t, patients: p, portals: o } = db.t
  const calls = await db.select({ call: t, chart: p, portalName: o.name }).from(t).innerJoin(p, eq(p.id, t.patientId)).innerJoin(o, eq(o.id, t.portalId))
    .where(and(isNotNull(t.takenBy), gte(t.receivedAt, from), lt(t.receivedAt, until), mayKnowOf(db, act.actor, act.at))).orderBy(desc(t.receivedAt), desc(t.id)).limit(5000)
  const names = await namesOf(db, calls.flatMap(({ call }) => call.takenBy ?? []))
  return [...Map.groupBy(calls, ({ call }) => call.patientId).values()].flatMap((rows): SupervisionAnswer['pressure'] => {
    const [last] = rows
    const close = last ? rows.filter(({ call }) => last.call.receivedAt - call.receivedAt < 48 * HOUR) : []
    const agents = [...new Set(close.flatMap(({ call }) => call.takenBy ?? []))]
    const first = close.at(-1)
    if (!last || !first || agents.length < 2) return []
    return [{
      caseId: last.call.caseId, patientName: displayName(last.chart), portalName: last.portalName, agents: agents.map((id) => ({ id, name: names.get(id) ?? '' })), calls: close.length,
      firstAt: isoOf(first.call.receivedAt), lastAt: isoOf(last.call.receivedAt),
    }]
  })
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const { staff } = db.t
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, wanted))
  return new Map(rows.map((one) => [one.id, one.name]))
}

/** Names of those patients whom the reader may know of. */
async function patientsOf(db: Reader, act: Act, ids: readonly string[]): Promise<Map<string, string>> {
  const { patients: p } = db.t
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await db.select().from(p).where(and(inArray(p.id, wanted), mayKnowOf(db, act.actor, act.at)))
  return new Map(rows.map((one) => [one.id, displayName(one)]))
}
