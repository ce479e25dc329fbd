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
  const { staff } = db.t
  const ties = await tiesOf(db, scene.known.row.patientId, act.at)
  const people = await db.select({ id: staff.id, name: staff.name }).from(staff)
    .where(and(eq(staff.clinicianKind, 'prescriber'), eq(staff.status, 'active'), ne(staff.id, act.actor.id))).orderBy(asc(staff.name)).limit(MOST)
  const rows = people.map((one) => ({ ...one, isNear: relationOf(one.id, ties, act.at).kind !== 'none' }))
  return done({ rows: rows.toSorted((a, b) => Number(b.isNear) - Number(a.isNear)) })
}
