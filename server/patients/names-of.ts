import { and, eq, inArray } from 'drizzle-orm'
import type { BorneName } from '#domain/lookup/name-match.ts'
import { borneNames } from '#domain/patients/name-rows.ts'
import type { Reader } from '#db/store.ts'
import type { PatientRecord } from '#server/patients/patients.ts'

type Named = Pick<PatientRecord, 'id' | 'legalFamily' | 'legalGiven' | 'usedFamily' | 'usedGiven'>

/** The names that a patient bears or bore. */
export async function namesOf(db: Reader, chart: Named): Promise<BorneName[]> {
  return borneNames({ ...chart, formerNames: await formerNamesOf(db, chart.id) })
}

/** Names no longer borne. */
export async function formerNamesOf(db: Reader, patientId: string): Promise<{ family: string; given: string }[]> {
  const { patientNames: t } = db.t
  return db.selectDistinct({ family: t.family, given: t.given }).from(t).where(and(eq(t.patientId, patientId), eq(t.use, 'former')))
}

/** As `namesOf`, for several at once. */
export async function namesOfAll(db: Reader, charts: readonly Named[]): Promise<Map<string, BorneName[]>> {
  const { patientNames: t } = db.t
  const former = charts.length === 0 ? [] : await db.selectDistinct({ id: t.patientId, family: t.family, given: t.given }).from(t)
    .where(and(eq(t.use, 'former'), inArray(t.patientId, charts.map((one) => one.id))))
  return new Map(charts.map((chart) => [chart.id, borneNames({ ...chart, formerNames: former.filter((one) => one.id === chart.id) })]))
}
