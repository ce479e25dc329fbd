import { inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { coverBody } from '#domain/contracts/practitioners.ts'
import { canSetCover, type CoverPerson } from '#domain/relations.ts'
import type { ClinicianKind } from '#domain/roles.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'

/** Sets who stands in for a clinician. It holds from now at the earliest: nobody is given a colleague's ties afterwards. */
export async function setCover(w: Writer, act: Act, body: z.infer<typeof coverBody>): Promise<Outcome<{ id: string; version: number }>> {
  const people = await coverPeople(w, [body.absentId, body.coveringId])
  const absent = people.get(body.absentId)
  const covering = people.get(body.coveringId)
  if (!absent || !covering) return refuse('NOT_FOUND')
  const fromAt = Math.max(Date.parse(body.fromAt), act.at)
  const untilAt = Date.parse(body.untilAt)
  const may = canSetCover(act.actor, { absent, covering, fromAt, untilAt }, act.at)
  if (!may.allowed) return refuseBy(may)
  const id = act.app.random.id()
  await w.insert(w.t.covers).values({ id, absentId: absent.id, coveringId: covering.id, fromAt, untilAt, setBy: act.actor.id, setAt: act.at })
  await record(w, act, {
    event: 'cover.set', objectId: id, detail: { absentId: absent.id, coveringId: covering.id, from: isoOf(fromAt), until: isoOf(untilAt) },
  })
  w.announce('covers', id)
  return done({ id, version: 1 }, 1)
}

/** Members of staff as covers ask about them, by id. */
export async function coverPeople(db: Reader, ids: readonly string[]): Promise<Map<string, CoverPerson>> {
  const { staff } = db.t
  const rows = ids.length === 0 ? [] : await db.select({ id: staff.id, status: staff.status, clinicianKind: staff.clinicianKind }).from(staff).where(inArray(staff.id, [...ids]))
  return new Map(rows.map((row) => [row.id, { ...row, clinicianKind: row.clinicianKind as ClinicianKind | null }]))
}
