import { and, eq, inArray, sql } from 'drizzle-orm'
import { keysJson } from '#db/keys-json.ts'
import { hot, type Writer } from '#db/store.ts'
import type { RowOf } from '#db/rows.ts'

export type DeskEdit = RowOf<'deskEdits'>

/** Fields that a desk has just decided; what a feed said before about them is forgotten. */
export async function noteDeskEdits(w: Writer, patientId: string, fields: readonly string[], by: { staffId: string; at: number }): Promise<void> {
  if (fields.length === 0) return
  const { deskEdits: t } = w.t
  await w.insert(t).values(fields.map((field) => ({ patientId, field, editedBy: by.staffId, editedAt: by.at, feedValue: null, differsSinceAt: null, settledValue: null })))
    .onConflictDoUpdate({
      target: [t.patientId, t.field],
      set: { editedBy: sql`excluded.edited_by`, editedAt: sql`excluded.edited_at`, feedValue: null, differsSinceAt: null, settledValue: null },
    })
}

const editsOf = hot<DeskEdit[]>('desk_edits_of', (db, t) =>
  db.select().from(t.deskEdits).where(inArray(t.deskEdits.patientId, sql`(select key from json_each(${sql.placeholder('ids')}))`)))

/** What desks have decided about these patients. */
export async function deskEditsOf(w: Writer, patientIds: readonly string[]): Promise<Map<string, DeskEdit[]>> {
  if (patientIds.length === 0) return new Map()
  return Map.groupBy(await w.hot(editsOf, { ids: keysJson([...patientIds]) }), (one) => one.patientId)
}

/** A feed that is silent on a field contradicts nobody: most know no pronouns, and not the address that was given at the desk. */
function isSilent(said: unknown): boolean {
  return said === null || said === false || (Array.isArray(said) && said.length === 0)
}

/** What a feed says now of a field that a desk decided: silence or the same is no difference, and neither is what was settled before. */
export async function noteFeedValue(w: Writer, edit: DeskEdit, said: { here: unknown; feed: unknown }, at: number): Promise<void> {
  const { deskEdits: t } = w.t
  const feedValue = JSON.stringify(said.feed)
  const differs = !isSilent(said.feed) && JSON.stringify(said.here) !== feedValue && edit.settledValue !== feedValue
  await w.update(t).set({ feedValue, differsSinceAt: differs ? (edit.differsSinceAt ?? at) : null })
    .where(and(eq(t.patientId, edit.patientId), eq(t.field, edit.field)))
}
