import { desc, eq, sql, and } from 'drizzle-orm'
import { policyAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { standingOf, type Standing } from '#domain/release/who-may.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { StoredPortal } from '#db/portals.ts'
import { tiesOf } from '#db/relations.ts'
import { resultsById, type KnownResult } from '#db/result-facts.ts'
import type { Reader, Writer } from '#db/store.ts'
import { refuse, refuseBy, type Act } from '#server/http/act.ts'
import { chartToActOn, openChart, type PatientRecord } from '#server/patients/patients.ts'

/** A result before somebody: its chart, its portal's rules now, and how they stand to the patient (AZ-05). */
export type ResultScene = { known: KnownResult; chart: PatientRecord; portal: StoredPortal; versions: PortalPolicy[]; policy: PortalPolicy; standing: Standing }
type Refusal = ReturnType<typeof refuse>

/** A result that somebody may read: a clinician with a tie to the patient; a closed chart by break-glass. */
export async function resultToRead(db: Reader, act: Act, id: string): Promise<ResultScene | Refusal> {
  const scene = await sceneOf(db, act, id, 'read')
  if ('refused' in scene) return scene
  const { may } = scene.standing
  // Clinical staff read what they comment on; who has no tie reads nothing.
  return may.allowed || may.code === 'PRESCRIBER_ONLY' ? scene : refuseBy(may)
}

/** A result that a prescriber may act on now. Answers like "no such result" for a chart that they may not know of. */
export async function resultToActOn(db: Reader, act: Act, id: string): Promise<ResultScene | Refusal> {
  const scene = await sceneOf(db, act, id, 'act')
  if ('refused' in scene) return scene
  return scene.standing.may.allowed ? scene : refuseBy(scene.standing.may)
}

/** As `resultToActOn`, with the version that the person saw (CC-01). Its row is held until the act is over: one of two racing acts is stale. */
export async function versionToActOn(w: Writer, act: Act, id: string): Promise<ResultScene | Refusal> {
  const { results: r } = w.t
  const held = await w.update(r).set({ version: sql`${r.version}` }).where(and(eq(r.id, id), eq(r.version, act.version))).returning({ id: r.id })
  const scene = await resultToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { version, code, worklist } = scene.known.row
  return held.length > 0 ? scene : refuse('VERSION_STALE', { current: { version, code, group: worklist } })
}

async function sceneOf(db: Reader, act: Act, id: string, how: 'read' | 'act'): Promise<ResultScene | Refusal> {
  const known = (await resultsById(db, [id])).get(id)
  if (!known) return refuse('NOT_FOUND')
  const { row } = known
  const opened = how === 'read' ? await openChart(db, act, row.patientId) : await chartToActOn(db, act, row.patientId)
  if ('refused' in opened) return opened
  const portal = (await portalRules(db)).find((one) => one.id === row.portalId)
  const versions = portal?.versions.map(({ policy }) => policy) ?? []
  const found = policyAt(versions, act.at)
  if (!portal || !found.inForce) return refuse('NOT_FOUND')
  const ties = await tiesOf(db, row.patientId, act.at, row.assigneeId)
  const standing = standingOf(act.actor, ties, await orderingStaffId(db, row), act.at, row.assigneeId)
  // Somebody without a tie may hold clinical staff's role in the team: the role alone opens nothing.
  if (!standing.may.allowed && standing.may.code === 'PRESCRIBER_ONLY' && !standsNear(act, ties, row.assigneeId)) return refuse('RESULT_OF_OTHERS')
  return { known, chart: opened.chart, portal, versions, policy: found.policy, standing }
}

function standsNear({ actor, at }: Act, ties: Awaited<ReturnType<typeof tiesOf>>, assigneeId: string | null): boolean {
  return standingOf({ id: actor.id, clinicianKind: 'prescriber' }, ties, null, at, assigneeId).may.allowed
}

/** The member of staff who ordered it; null: nobody here. */
export async function orderingStaffId(db: Reader, row: KnownResult['row']): Promise<string | null> {
  if (row.practitionerId === null) return null
  const { practitioners: p } = db.t
  const [found] = await db.select({ staffId: p.staffId }).from(p).where(eq(p.id, row.practitionerId)).orderBy(desc(p.version)).limit(1)
  return found?.staffId ?? null
}
