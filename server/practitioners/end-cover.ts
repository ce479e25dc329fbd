import { and, eq } from 'drizzle-orm'
import { canEndCover } from '#domain/relations.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'

/** Ends a cover at once, or calls off one that has not begun. */
export async function endCover(w: Writer, act: Act, id: string): Promise<Outcome<{ id: string; version: number }>> {
  const { covers } = w.t
  const [row] = await w.select().from(covers).where(eq(covers.id, id))
  if (!row) return refuse('NOT_FOUND')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { version: row.version, endedAt: row.endedAt } })
  const may = canEndCover(act.actor, row, act.at)
  if (!may.allowed) return refuseBy(may)
  const version = row.version + 1
  const taken = await w.update(covers).set({ endedAt: act.at, endedBy: act.actor.id, version })
    .where(and(eq(covers.id, id), eq(covers.version, row.version))).returning({ id: covers.id })
  if (taken.length === 0) return refuse('VERSION_STALE')
  await record(w, act, { event: 'cover.ended', objectId: id, detail: { absentId: row.absentId, coveringId: row.coveringId } })
  w.announce('covers', id)
  return done({ id, version }, version)
}
