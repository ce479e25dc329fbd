import { and, eq } from 'drizzle-orm'
import { needsBreakGlassToRead, type ChartFacts } from '#domain/own-chart.ts'
import { householdPatientIds } from '#db/household.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { refuse } from '#server/http/act.ts'

export type PatientRecord = Reader['t']['patients']['$inferSelect']

/**
 * The chart that a person asks for, or the refusal: a restricted one answers as one that is not there (AZ-02), the own
 * chart or one of the household takes break-glass. What every read and command about one patient asks first.
 */
export async function openChart(db: Reader, act: Act, id: string): Promise<{ chart: PatientRecord } | ReturnType<typeof refuse>> {
  const { patients } = db.t
  const [chart] = await db.select().from(patients).where(and(eq(patients.id, id), eq(patients.restricted, false)))
  if (!chart) return refuse('NOT_FOUND')
  const near = act.actor.patientId === null ? null : await chartFacts(db, id)
  return near && needsBreakGlassToRead(act.actor, near) ? refuse('OWN_OR_HOUSEHOLD_CHART') : { chart }
}

/** What ties a chart to other people. Proxy grants do not exist yet. */
async function chartFacts(db: Reader, patientId: string): Promise<ChartFacts> {
  return { patientId, householdPatientIds: await householdPatientIds(db, patientId), proxyPatientIds: [], sharesContact: false }
}
