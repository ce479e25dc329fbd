import { and, desc, eq, gt } from 'drizzle-orm'
import { needsBreakGlassToRead, type ChartFacts } from '#domain/own-chart.ts'
import type { Instant } from '#domain/time.ts'
import { householdPatientIds } from '#db/household.ts'
import { proxyPatientIds } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'
import { refuse, type Act, type StaffActor } from '#server/http/act.ts'
import { mayKnowOf } from '#server/patients/visible.ts'

export { enrollmentFactsOf, nextActionShown } from '#server/patients/enrollment-facts.ts'
export { lookAlikesOf } from '#server/patients/find-look-alikes.ts'
export { householdLinksOf, householdOf } from '#server/patients/household.ts'
export { maskedContact, mrnTail, phoneTail } from '#server/patients/mask.ts'
export { mrnTailOf, mrnTailsOf } from '#server/patients/mrn-tail.ts'
export { namesOf } from '#server/patients/names-of.ts'
export { putContactOnFile } from '#server/patients/put-contact.ts'
export { portalsHere } from '#server/patients/show-portals.ts'
export { isOfKnown, knownAmong, mayKnowOf } from '#server/patients/visible.ts'

export type PatientRecord = Reader['t']['patients']['$inferSelect']
/** A chart, and until when the person holds it open by break-glass; null: they need none. */
export type OpenedChart = { chart: PatientRecord; heldUntil: Instant | null }
type Refusal = ReturnType<typeof refuse>

/**
 * The chart that a person asks for, or the refusal: a restricted one answers as one that is not there (AZ-02), the own
 * chart or one of the household takes break-glass. What every read about one patient asks first.
 */
export async function openChart(db: Reader, act: Act, id: string): Promise<OpenedChart | Refusal> {
  const { patients } = db.t
  const [chart] = await db.select().from(patients).where(and(eq(patients.id, id), mayKnowOf(db, act.actor, act.at)))
  if (!chart) return refuse('NOT_FOUND')
  const isNear = await isNearTo(db, act.actor, id)
  const heldUntil = chart.restricted || isNear ? await heldUntilOf(db, act, id) : null
  if (heldUntil !== null) act.scene.heldOpenId = id
  return isNear && heldUntil === null ? refuse('OWN_OR_HOUSEHOLD_CHART') : { chart, heldUntil }
}

/** As `openChart`, for an act: what is too near to the person stays closed, break-glass or not. What every command asks first. */
export async function chartToActOn(db: Reader, act: Act, id: string): Promise<{ chart: PatientRecord } | Refusal> {
  const { patients } = db.t
  const [chart] = await db.select().from(patients).where(and(eq(patients.id, id), mayKnowOf(db, act.actor, act.at)))
  if (!chart) return refuse('NOT_FOUND')
  if (chart.restricted) act.scene.heldOpenId = id
  return await isNearTo(db, act.actor, id) ? refuse('OWN_OR_HOUSEHOLD_CHART') : { chart }
}

/** Whether the chart is the person's own, or one of their household. */
export async function isNearTo(db: Reader, actor: Pick<StaffActor, 'patientId'>, patientId: string): Promise<boolean> {
  return actor.patientId !== null && needsBreakGlassToRead(actor, await chartFacts(db, patientId))
}

/** What ties a chart to other people. */
async function chartFacts(db: Reader, patientId: string): Promise<ChartFacts> {
  return { patientId, householdPatientIds: await householdPatientIds(db, patientId), proxyPatientIds: await proxyPatientIds(db, patientId), sharesContact: false }
}

async function heldUntilOf(db: Reader, act: Act, patientId: string): Promise<Instant | null> {
  const { breakGlass } = db.t
  const [held] = await db.select({ endsAt: breakGlass.endsAt }).from(breakGlass)
    .where(and(eq(breakGlass.staffId, act.actor.id), eq(breakGlass.patientId, patientId), gt(breakGlass.endsAt, act.at)))
    .orderBy(desc(breakGlass.endsAt)).limit(1)
  return held?.endsAt ?? null
}
