import { canSetApart } from '#domain/relations.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { findMatchRow, writeMatch } from '#server/practitioners/match-row.ts'

/** An administrator says that nobody here is this practitioner. A match ends, and the NPI alone makes none again. */
export async function unmatchPractitioner(w: Writer, act: Act, id: string): Promise<Outcome<{ id: string; version: number }>> {
  const row = await findMatchRow(w, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { staffId: row.staffId, version: row.version } })
  const may = canSetApart(act.actor.id, row)
  if (!may.allowed) return refuseBy(may)
  if (!(await writeMatch(w, row, null, act.actor.id, act.at))) return refuse('VERSION_STALE')
  await record(w, act, { event: 'practitioner.set-apart', objectId: id, detail: { before: row.staffId } })
  return done({ id, version: row.version + 1 }, row.version + 1)
}
