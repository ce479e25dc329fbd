import { inArray } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { displayName } from '#domain/names.ts'
import type { TimeZone } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { lookAlikesOf, mrnTailOf, type PatientRecord } from '#server/patients/patients.ts'

/** Look-alikes that are named. */
const MOST = 5

/** Who it is, with whoever may be taken for them, as far as the reader may know of those. */
export async function personOf(db: Reader, act: Act, chart: PatientRecord, zone: TimeZone): Promise<EnrollmentAnswer['patient']> {
  return {
    id: chart.id, name: displayName(chart), birthDate: chart.birthDate, age: ageAt(chart.birthDate, act.at, zone),
    mrnTail: await mrnTailOf(db, chart.id), language: chart.language, lookAlikes: await lookAlikesNamed(db, act, chart.id),
  }
}

/** Who may be taken for this person, with names. */
export async function lookAlikesNamed(db: Reader, act: Act, patientId: string): Promise<EnrollmentAnswer['patient']['lookAlikes']> {
  const alike = ((await lookAlikesOf(db, [patientId], { actorId: act.actor.id, at: act.at })).get(patientId) ?? []).slice(0, MOST)
  if (alike.length === 0) return []
  const { patients } = db.t
  const rows = await db.select().from(patients).where(inArray(patients.id, alike.map((one) => one.id)))
  return alike.flatMap(({ id, how }) => {
    const row = rows.find((one) => one.id === id)
    return row ? [{ id, name: displayName(row), birthDate: row.birthDate, how }] : []
  })
}
