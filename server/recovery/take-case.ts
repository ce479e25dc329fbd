import type { CaseChanged } from '#domain/contracts/recovery.ts'
import type { Writer } from '#db/store.ts'
import { record, type Act, type Outcome } from '#server/http/act.ts'
import { caseToWork, changeCase, changed } from '#server/recovery/case.ts'

/** Takes a case that waits, or takes over one that somebody else has: seen by both, and in the audit. */
export async function takeCase(w: Writer, act: Act, id: string): Promise<Outcome<CaseChanged>> {
  const found = await caseToWork(w, act, id, 'any')
  if ('refused' in found) return found
  const { row, chart } = found
  if (row.claimedBy === act.actor.id) return changed(row)
  const taken = await changeCase(w, act, row, { claimedBy: act.actor.id, claimedAt: act.at })
  if (taken) await record(w, act, { event: 'recovery.taken', patientId: chart.id, objectId: row.id, detail: { before: row.claimedBy } })
  return changed(taken)
}
