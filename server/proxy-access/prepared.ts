import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { preparedLines } from '#domain/contracts/proxy-access.ts'
import type { settlePreparedBody, versionAnswer } from '#domain/contracts/proxy-commands.ts'
import { displayName } from '#domain/names.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import { chartToActOn, mayKnowOf } from '#server/patients/patients.ts'

export const preparedQuery = listQuery(['preparedAt'], ['preparedAt', 'ASC'], { state: z.enum(['open', 'sent', 'not-needed']).default('open') })

/** The adults' own invitations that were made ready on their 18th birthday and wait to be handed over. */
export async function listPrepared(db: Reader, act: Act, { sort, range, filter }: z.infer<typeof preparedQuery>): Promise<Outcome<z.infer<typeof preparedLines>>> {
  const { preparedInvitations: p, patients, portals } = db.t
  const where = and(eq(p.state, filter.state), mayKnowOf(db, act.actor, act.at))
  const [from, to] = range
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await db.select({ row: p, chart: patients, portalName: portals.name }).from(p).innerJoin(patients, eq(patients.id, p.patientId)).innerJoin(portals, eq(portals.id, p.portalId))
    .where(where).orderBy(direction(p.preparedAt), direction(p.id)).limit(to - from + 1).offset(from)
  const counted = await db.select({ id: p.id }).from(p).innerJoin(patients, eq(patients.id, p.patientId)).where(where).limit(10_000)
  return done(pageOf(rows.map(({ row, chart, portalName }) => ({
    id: row.id, version: row.version, patientId: row.patientId, patientName: displayName(chart), birthDate: chart.birthDate, portalId: row.portalId, portalName, preparedAt: isoOf(row.preparedAt),
  })), from, counted.length))
}

/** Notes what became of one: handed over, or not needed after all. */
export async function settlePrepared(w: Writer, act: Act, id: string, { state, reason }: z.infer<typeof settlePreparedBody>): Promise<Outcome<z.infer<typeof versionAnswer>>> {
  const { preparedInvitations: p } = w.t
  const [row] = await w.select().from(p).where(eq(p.id, id))
  if (!row) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, row.patientId)
  if ('refused' in opened) return opened
  if (row.version !== act.version) return refuse('VERSION_STALE')
  if (row.state !== 'open') return refuse('ALREADY_DONE')
  const version = row.version + 1
  await w.update(p).set({ state, settledAt: act.at, settledBy: act.actor.id, version }).where(eq(p.id, id))
  await record(w, act, { event: 'prepared-invitation.settled', patientId: row.patientId, objectId: id, detail: { state, reason } })
  w.announce('prepared-invitations', id)
  return done({ id, version }, version)
}
