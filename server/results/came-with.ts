import { and, asc, eq, ne } from 'drizzle-orm'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import { answerAt } from '#domain/release/timeline.ts'
import { standingOf } from '#domain/release/who-may.ts'
import { tiesOf } from '#db/relations.ts'
import { resultsById } from '#db/result-facts.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import type { ResultScene } from '#server/results/result-to-act-on.ts'
import { showState } from '#server/results/show-state.ts'

/** Reports that came in the same message of the laboratory, each with where it stands by itself: those that the reader may read. */
export async function cameWith(db: Reader, act: Act, { known, portal, versions }: ResultScene): Promise<ResultAnswer['cameWith']> {
  const { row } = known
  if (row.messageId === null) return []
  const { results: r } = db.t
  const others = await db.select({ id: r.id, assigneeId: r.assigneeId }).from(r)
    .where(and(eq(r.patientId, row.patientId), eq(r.messageId, row.messageId), ne(r.id, row.id))).orderBy(asc(r.name), asc(r.id)).limit(50)
  if (others.length === 0) return []
  const isNear = standingOf({ id: act.actor.id, clinicianKind: 'prescriber' }, await tiesOf(db, row.patientId, act.at), null, act.at).may.allowed
  const mine = others.filter((one) => isNear || one.assigneeId === act.actor.id).map((one) => one.id)
  const facts = await resultsById(db, mine)
  return mine.flatMap((id) => {
    const one = facts.get(id)
    if (!one) return []
    const { state, sentence } = showState(answerAt(versions, one.facts, { kind: 'patient' }, act.at), portal, act.language)
    return [{ id, name: one.row.name, category: one.row.category as ResultCategory, sensitive: one.row.sensitive, state, sentence }]
  })
}
