import { and, eq, inArray, lte } from 'drizzle-orm'
import type { z } from 'zod'
import type { factsAnswer, factsBody } from '#domain/contracts/recovery.ts'
import { factFits, locatesAccount, type KnownFacts } from '#domain/recovery/facts.ts'
import { MOST_WRONG_FACTS } from '#domain/recovery/ladder.ts'
import type { CaseState, FactKind } from '#domain/recovery/words.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { namesOf, type PatientRecord } from '#server/patients/patients.ts'
import { caseToWork, changeCase } from '#server/recovery/case.ts'
import { sceneOf } from '#server/recovery/scene.ts'

type Asked = { params: { id: string }; body: z.infer<typeof factsBody> }

/**
 * Compares what the caller said with what is on file and keeps only which kinds fitted. What is on file never leaves; with the
 * fifth wrong one the comparing stops, in this call and in every other of the day. It finds a person and opens nothing (R44).
 */
export async function askFacts(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<z.infer<typeof factsAnswer>>> {
  const found = await caseToWork(w, act, params.id)
  if ('refused' in found) return found
  const { row, chart } = found
  const scene = await sceneOf(w, row, chart, { at: act.at, agentId: act.actor.id })
  if (!scene) return refuse('NOT_FOUND')
  let wrong = scene.facts.wrongFacts
  if (wrong >= MOST_WRONG_FACTS) return refuse('RECOVERY_WRONG_FACTS')
  const known = await knownOf(w, chart, act.at, scene.portal.policy.timeZone)
  const { recoveryFacts: f } = w.t
  const asked: { kind: FactKind; fits: boolean }[] = []
  for (const { kind, text } of body.said) {
    if (wrong >= MOST_WRONG_FACTS) break
    const fits = factFits(kind, text, known)
    if (!fits) wrong += 1
    asked.push({ kind, fits })
    await w.insert(f).values({ id: act.app.random.id(), caseId: row.id, patientId: chart.id, kind, fits, checkedBy: act.actor.id, checkedAt: act.at })
  }
  const located = await isLocated(w, row.id)
  await record(w, act, {
    event: 'recovery.facts-asked', patientId: chart.id, objectId: row.id,
    detail: { asked: asked.map((one) => one.kind), fits: asked.filter((one) => one.fits).length, wrong: asked.filter((one) => !one.fits).length, located },
  })
  const after = await changeCase(w, act, row, {})
  if (!after) return refuse('VERSION_STALE')
  return done({ id: row.id, version: after.version, state: after.state as CaseState, fits: asked.filter((one) => one.fits).map((one) => one.kind), located }, after.version)
}

/** Whether what fitted on this case locates one account. A kind that was wrong later does not count any more. */
export async function isLocated(db: Reader, caseId: string): Promise<boolean> {
  const { recoveryFacts: f } = db.t
  const rows = await db.select({ kind: f.kind, fits: f.fits }).from(f).where(eq(f.caseId, caseId)).orderBy(f.checkedAt, f.id)
  const last = new Map(rows.map((row) => [row.kind as FactKind, row.fits]))
  return locatesAccount(new Set([...last].filter(([, fits]) => fits).map(([kind]) => kind)))
}

async function knownOf(db: Reader, chart: PatientRecord, at: Instant, zone: string): Promise<KnownFacts> {
  const { patientContacts: c, appointments: a, patientIdentifiers: i } = db.t
  const phones = await db.select({ value: c.value }).from(c).where(and(eq(c.patientId, chart.id), eq(c.kind, 'phone')))
  const visits = await db.select({ at: a.startAt }).from(a).where(and(eq(a.patientId, chart.id), lte(a.startAt, at), inArray(a.status, ['fulfilled', 'arrived', 'checked-in', 'booked'])))
  const mrns = await db.select({ value: i.value }).from(i).where(and(eq(i.patientId, chart.id), eq(i.kind, 'mrn')))
  return {
    names: await namesOf(db, chart), birthDate: chart.birthDate, city: chart.city, phones: phones.map((one) => one.value),
    visits: visits.map((one) => localDateOf(one.at, zone)), mrns: mrns.map((one) => one.value),
  }
}
