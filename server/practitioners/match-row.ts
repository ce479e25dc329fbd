import { and, eq } from 'drizzle-orm'
import type { PractitionerMatch } from '#domain/relations.ts'
import type { Instant } from '#domain/time.ts'
import { matchColumns, matchOf } from '#db/relations.ts'
import type { Reader, Writer } from '#db/store.ts'

export type MatchRow = PractitionerMatch & { version: number }

/** A practitioner as matching commands decide over it. */
export async function findMatchRow(db: Reader, id: string): Promise<MatchRow | null> {
  const { practitioners } = db.t
  const [row] = await db.select({ ...matchColumns(db), version: practitioners.version }).from(practitioners).where(eq(practitioners.id, id))
  return row ? { ...matchOf(row), version: row.version } : null
}

/** Writes what a person decided by hand; false: somebody was first. */
export async function writeMatch(w: Writer, row: MatchRow, staffId: string | null, by: string, at: Instant): Promise<boolean> {
  const { practitioners } = w.t
  const taken = await w.update(practitioners)
    .set({ staffId, matchedHow: staffId === null ? 'apart' : 'hand', matchedBy: by, matchedAt: at, version: row.version + 1 })
    .where(and(eq(practitioners.id, row.id), eq(practitioners.version, row.version))).returning({ id: practitioners.id })
  if (taken.length > 0) w.announce('practitioners', row.id)
  return taken.length > 0
}
