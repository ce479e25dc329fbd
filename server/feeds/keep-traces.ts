import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { NewId } from '#db/new-id.ts'
import { valuesOf } from '#db/rows.ts'
import type { Writer } from '#db/store.ts'
import type { Written } from '#server/feeds/write-items.ts'

export type TraceOf = { importId: string; filePlace: number; at: Instant; newId: NewId }

/** Digits of a line in its mark, so that marks are in the order of the lines. */
const LINE_DIGITS = 12

/** Keeps where every new or changed row came from, and where and why rows were not taken. */
export async function keepTraces(w: Writer, written: readonly Written[], of: TraceOf): Promise<void> {
  await w.insertRows('rowOrigins', written.flatMap((one) => (one.outcome === 'created' ? [valuesOf('rowOrigins', originOf(one.id, one, of))] : [])))
  const changed = new Map(written.flatMap((one) => (one.outcome === 'changed' ? [[one.id, originOf(one.id, one, of)] as const] : [])))
  if (changed.size > 0) {
    await w.insert(w.t.rowOrigins).values([...changed.values()]).onConflictDoUpdate({
      target: [w.t.rowOrigins.rowId, w.t.rowOrigins.importId],
      set: { filePlace: sql`excluded.file_place`, line: sql`excluded.line` },
    })
  }
  await keepRefusals(w, written, of)
  await keepContactChanges(w, written.flatMap((one) => (one.outcome === 'changed' && one.item.row.kind === 'Patient' ? [one.id] : [])), of)
}

function originOf(rowId: string, { item, outcome }: Written, { importId, filePlace }: TraceOf) {
  return { rowId, importId, filePlace, line: item.line, outcome }
}

/** Where and why rows were not taken: a row each; for a kind that is not read at all one row in all, with their number. */
export async function keepRefusals(w: Writer, written: readonly Written[], { importId, filePlace }: Pick<TraceOf, 'importId' | 'filePlace'>): Promise<void> {
  const rows = new Map<string, typeof w.t.importRefusals.$inferInsert>()
  for (const one of written) {
    if (one.outcome !== 'refused') continue
    const { line } = one.item
    const mark = one.code === 'FEED_TYPE_NOT_READ' ? `T${one.of}` : `L${String(line).padStart(LINE_DIGITS, '0')}`
    const before = rows.get(mark)
    if (before) before.count += 1
    else rows.set(mark, { importId, filePlace, mark, line, kind: one.of, code: one.code, facts: JSON.stringify(one.facts), count: 1 })
  }
  if (rows.size === 0) return
  const { importRefusals: r } = w.t
  await w.insert(r).values([...rows.values()]).onConflictDoUpdate({
    target: [r.importId, r.filePlace, r.mark], set: { count: sql`${r.count} + excluded.count` },
  })
}

/** A feed changed how somebody is reached: a fact of its own, for the old contact is told (ID-02, ID-03). */
async function keepContactChanges(w: Writer, patientIds: readonly string[], { importId, at, newId }: TraceOf): Promise<void> {
  if (patientIds.length === 0) return
  const { patientContacts: c, contactChanges } = w.t
  const moved = await w.select({ id: c.id, patientId: c.patientId, retiredAt: c.retiredAt }).from(c)
    .where(and(inArray(c.patientId, [...patientIds]), or(eq(c.retiredAt, at), eq(c.sinceAt, at))))
  const changes = [...Map.groupBy(moved, (one) => one.patientId)].map(([patientId, contacts]) => ({
    id: newId(), patientId, importId, changedAt: at, toldAt: null,
    retiredIds: contacts.filter((one) => one.retiredAt !== null).map((one) => one.id).join(','),
    addedIds: contacts.filter((one) => one.retiredAt === null).map((one) => one.id).join(','),
  }))
  if (changes.length > 0) await w.insert(contactChanges).values(changes)
}
