import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import type { closeIncidentBody, IncidentAnswer, incidentQuery } from '#domain/contracts/enrollment-figures.ts'
import type { IncidentKind } from '#domain/enrollment/words.ts'
import { displayName } from '#domain/names.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { mrnTailsOf, type PatientRecord } from '#server/patients/patients.ts'

type IncidentRow = Reader['t']['incidents']['$inferSelect']
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** Incidents for the privacy officer, the newest first. */
export async function listIncidents(db: Reader, _act: Act, { query }: { query: z.infer<typeof incidentQuery> }): Promise<Outcome<{ rows: IncidentAnswer[]; more: boolean }>> {
  const { incidents: i } = db.t
  const last = query.after === undefined ? undefined : (await db.select().from(i).where(eq(i.id, query.after)))[0]
  const found = await db.select().from(i).where(and(
    inArray(i.state, query.state === undefined ? ['open', 'closed'] : [query.state]),
    last ? or(lt(i.openedAt, last.openedAt), and(eq(i.openedAt, last.openedAt), lt(i.id, last.id))) : undefined,
  )).orderBy(desc(i.openedAt), desc(i.id)).limit(query.limit + 1)
  return done({ rows: await shown(db, found.slice(0, query.limit)), more: found.length > query.limit })
}

export async function readIncident(db: Reader, _act: Act, { params }: { params: { id: string } }): Promise<Outcome<IncidentAnswer>> {
  const [row] = await db.select().from(db.t.incidents).where(eq(db.t.incidents.id, params.id))
  const [answer] = row ? await shown(db, [row]) : []
  return answer ? done(answer, answer.version) : refuse('NOT_FOUND')
}

/** Closes an incident with what was found and done. */
export async function closeIncident(w: Writer, act: Act, { params, body }: { params: { id: string }; body: z.infer<typeof closeIncidentBody> }): Promise<Outcome<IncidentAnswer>> {
  const { incidents: i } = w.t
  const [row] = await w.select().from(i).where(eq(i.id, params.id))
  if (!row) return refuse('NOT_FOUND')
  if (row.state === 'closed') return refuse('INCIDENT_CLOSED')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { version: row.version } })
  const [closed] = await w.update(i).set({ state: 'closed', closedAt: act.at, closedBy: act.actor.id, closeNote: body.reason ?? '', version: row.version + 1 })
    .where(and(eq(i.id, row.id), eq(i.state, 'open'))).returning()
  if (!closed) return refuse('INCIDENT_CLOSED')
  await record(w, act, { event: 'incident.closed', patientId: row.patientId, objectId: row.id, detail: { note: body.reason ?? '' } })
  w.announce('incidents', row.id)
  const [answer] = await shown(w, [closed])
  return answer ? done(answer, answer.version) : refuse('NOT_FOUND')
}

async function shown(db: Reader, rows: readonly IncidentRow[]): Promise<IncidentAnswer[]> {
  const { patients, staff } = db.t
  const known = rows.map((row) => facts.parse(JSON.parse(row.facts)))
  const people = [...rows.flatMap((row) => row.patientId ?? []), ...known.flatMap((one) => textOf(one.rightPatientId))]
  const actors = [...rows.flatMap((row) => [row.openedBy, row.closedBy ?? '']), ...known.flatMap((one) => textOf(one.codeMadeBy))]
  const portals = await db.select({ id: db.t.portals.id, name: db.t.portals.name }).from(db.t.portals)
  const charts: PatientRecord[] = people.length === 0 ? [] : await db.select().from(patients).where(inArray(patients.id, people))
  const names = actors.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, actors))
  const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? id
  // A closed chart is named by its number alone: its name takes break-glass, for a privacy officer as for anybody (AZ-08).
  const tailOf = await mrnTailsOf(db, people)
  const personOf = (id: string | null): IncidentAnswer['patient'] => {
    const chart = charts.find((one) => one.id === id)
    return chart ? { id: chart.id, name: chart.restricted ? '–' : displayName(chart), mrnTail: tailOf(chart.id) } : null
  }
  return rows.map((row, at): IncidentAnswer => {
    const { rightPatientId = null, portalId, codeMadeBy, ...rest } = known[at] ?? {}
    return {
      id: row.id, version: row.version, kind: row.kind as IncidentKind, state: row.state === 'closed' ? 'closed' : 'open',
      patient: personOf(row.patientId), right: personOf(textOf(rightPatientId)[0] ?? null),
      objectId: row.objectId, openedAt: isoOf(row.openedAt), openedBy: nameOf(row.openedBy), reason: row.reason,
      // What is kept by id is read by name.
      facts: {
        ...rest, ...(portalId === undefined ? {} : { portal: portals.find((one) => one.id === portalId)?.name ?? portalId }),
        ...(codeMadeBy === undefined ? {} : { codeMadeBy: nameOf(String(codeMadeBy)) }),
      },
      closed: row.closedAt === null ? null : { at: isoOf(row.closedAt), by: nameOf(row.closedBy ?? ''), note: row.closeNote ?? '' },
    }
  })
}

function textOf(value: string | number | null | undefined): string[] {
  return typeof value === 'string' ? [value] : []
}
