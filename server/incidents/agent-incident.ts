import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { agentIncidentAct, AgentIncidentAnswer, agentIncidentBody, agentIncidentDone } from '#domain/contracts/recovery.ts'
import { displayName } from '#domain/names.ts'
import { inWords } from '#domain/access/names.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { portalsNow } from '#server/contacts/contacts.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { eventsOfAgent, type AgentEvent } from '#server/incidents/agent-events.ts'
import { openIncident } from '#server/incidents/incidents.ts'
import { mrnTailOf } from '#server/patients/patients.ts'
import { suspendSignIn, tellPatient } from '#server/recovery/recovery.ts'

type Done = Outcome<z.infer<typeof agentIncidentDone>>
type Asked = { body: z.infer<typeof agentIncidentAct> }

/** What one person of the staff did since a moment, and everybody whom it concerns (OP-09). */
export async function readAgentIncident(db: Reader, act: Act, { body }: { body: z.infer<typeof agentIncidentBody> }): Promise<Outcome<AgentIncidentAnswer>> {
  const { staff, patients, portals } = db.t
  const [agent] = await db.select().from(staff).where(eq(staff.id, body.staffId))
  if (!agent) return refuse('NOT_FOUND')
  const events = await eventsOfAgent(db, agent.id, Date.parse(body.since))
  const ids = [...new Set(events.map((one) => one.patientId))]
  const charts = ids.length === 0 ? [] : await db.select().from(patients).where(inArray(patients.id, ids))
  // A closed chart is named by its number alone (AZ-08).
  const names = new Map(charts.map((chart) => [chart.id, chart.restricted ? '–' : displayName(chart)]))
  const portalNames = new Map((await db.select({ id: portals.id, name: portals.name }).from(portals)).map((one) => [one.id, one.name]))
  return done({
    agent: { id: agent.id, name: agent.name, status: agent.status, version: agent.version }, since: body.since,
    acts: events.toReversed().slice(0, 500).map((one) => ({
      at: isoOf(one.at), kind: one.kind, event: one.event, what: whatOf(one, act), patientId: one.patientId, patientName: names.get(one.patientId) ?? '–',
      portalName: typeof one.detail.portalId === 'string' ? portalNames.get(one.detail.portalId) ?? null : null,
    })),
    patients: await Promise.all(charts.map((chart) => personOf(db, chart.id, { name: names.get(chart.id) ?? '–', acts: events.filter((one) => one.patientId === chart.id).length, since: Date.parse(body.since) }))),
  })
}

function whatOf({ event, detail }: AgentEvent, { language }: Act): string {
  return event === 'recovery.acted' ? inWords(String(detail.act), language) : event
}

async function personOf(db: Reader, patientId: string, { name, acts, since }: { name: string; acts: number; since: number }): Promise<AgentIncidentAnswer['patients'][number]> {
  const { portalAccounts: a, accountLocks: l, recoveryNotices: n } = db.t
  const told = await db.select({ madeAt: n.madeAt }).from(n).where(and(eq(n.patientId, patientId), isNull(n.actId), isNull(n.portalId)))
  return {
    patientId, name, mrnTail: await mrnTailOf(db, patientId), acts,
    activeAccounts: await db.$count(a, and(eq(a.patientId, patientId), inArray(a.state, ['active', 'legacy-only']))),
    isSuspended: await db.$count(l, and(eq(l.patientId, patientId), inArray(l.kind, ['incident', 'not-me']), isNull(l.endedAt))) > 0, notified: told.some((one) => one.madeAt >= since),
  }
}

/** Closes the sign-in of everybody named, all in one act: accounts, sessions, links and codes; the patients are told (OP-09). */
export async function suspendForIncident(w: Writer, act: Act, { body }: Asked): Promise<Done> {
  return contain(w, act, body, 'suspended')
}

/** Writes to everybody named that the practice is looking into it. */
export async function notifyForIncident(w: Writer, act: Act, { body }: Asked): Promise<Done> {
  return contain(w, act, body, 'told')
}

async function contain(w: Writer, act: Act, body: Asked['body'], what: 'suspended' | 'told'): Promise<Done> {
  const concerned = new Set((await eventsOfAgent(w, body.staffId, Date.parse(body.since))).map((one) => one.patientId))
  const ids = [...new Set(body.patientIds)]
  if (ids.some((id) => !concerned.has(id))) return refuse('NOT_FOUND')
  const doing = { app: act.app, scene: act.scene, at: act.at, by: act.actor.id }
  const { patients } = w.t
  const charts = await w.select().from(patients).where(inArray(patients.id, ids))
  const [portal] = await portalsNow(w, act.at)
  if (!portal) return refuse('NOT_FOUND')
  const counts = { accounts: 0, links: 0, told: 0 }
  for (const chart of charts) {
    if (what === 'suspended') {
      const closed = await suspendSignIn(w, doing, { patientId: chart.id, kind: 'incident' })
      counts.accounts += closed.accounts
      counts.links += closed.links
    }
    const own = await portalOf(w, chart.id, act.at) ?? portal
    counts.told += await tellPatient(w, doing, { patient: chart, portal: own, portalId: null, caseId: null, actId: null, what: 'incident' })
  }
  const incidentId = await openIncident(w, doing, {
    kind: 'agent-contained', patientId: null, objectId: body.staffId, reason: body.reason ?? '', facts: { what, patients: charts.length, accounts: counts.accounts, links: counts.links, told: counts.told },
  })
  await record(w, act, { event: 'incident.contained', objectId: incidentId, detail: { staffId: body.staffId, what, patients: charts.length, ...counts, reason: body.reason ?? '' } })
  return done({ incidentId, patients: charts.length, ...counts })
}

/** The portal on which somebody has an account, for the rule by which their contacts are their own. */
async function portalOf(db: Reader, patientId: string, at: number) {
  const { portalAccounts: a } = db.t
  const accounts = await db.select({ portalId: a.portalId }).from(a).where(eq(a.patientId, patientId))
  const portals = await portalsNow(db, at)
  return portals.find((one) => accounts.some(({ portalId }) => portalId === one.id)) ?? null
}
