import { and, asc, eq, ne } from 'drizzle-orm'
import type { Colleagues } from '#domain/contracts/result-care.ts'
import { relationOf } from '#domain/relations.ts'
import { tiesOf } from '#db/relations.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { resultToRead } from '#server/results/result-to-act-on.ts'

const MOST = 200

/** Prescribers of the practice to whom a result may be given, those who are tied to its patient first. */
export async function listColleagues(db: Reader, act: Act, id: string): Promise<Outcome<Colleagues>> {
  const scene = await resultToRead(db, act, id)
  if ('refused' in scene) return scene
  return done({ rows: await prescribersFor(db, act, scene.known.row.patientId) })
}

/** Everybody else who may prescribe here, with whether they are tied to a patient. */
export async function prescribersFor(db: Reader, act: Act, patientId: string): Promise<Colleagues['rows']> {
  const { staff } = db.t
  const ties = await tiesOf(db, patientId, act.at)
  const people = await db.select({ id: staff.id, name: staff.name }).from(staff)
    .where(and(eq(staff.clinicianKind, 'prescriber'), eq(staff.status, 'active'), ne(staff.id, act.actor.id))).orderBy(asc(staff.name)).limit(MOST)
  const rows = people.map((one) => ({ ...one, isNear: relationOf(one.id, ties, act.at).kind !== 'none' }))
  return rows.toSorted((a, b) => Number(b.isNear) - Number(a.isNear))
}

/** Whether somebody may be given a result: a prescriber who works here. */
export async function findPrescriber(db: Reader, id: string): Promise<boolean> {
  const { staff } = db.t
  const [found] = await db.select({ id: staff.id }).from(staff).where(and(eq(staff.id, id), eq(staff.clinicianKind, 'prescriber'), eq(staff.status, 'active')))
  return found !== undefined
}
