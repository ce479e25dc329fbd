import type { ActAnswer } from '#domain/contracts/results.ts'
import { answerAt } from '#domain/release/timeline.ts'
import { nextActPlace } from '#db/keep-reports.ts'
import { resultsById } from '#db/result-facts.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import type { ResultScene } from '#server/results/result-to-act-on.ts'
import { showState } from '#server/results/show-state.ts'

export type ActWords = { kind: string; text?: string | null; reason?: string | null; asOrdering?: boolean; coversId?: string | null }

/** Adds what was done to the result's own list. */
export async function noteAct(w: Writer, act: Pick<Act, 'at' | 'app'> & { actor: { id: string } }, resultId: string, words: ActWords): Promise<void> {
  await w.insert(w.t.resultActs).values({
    id: act.app.random.id(), resultId, kind: words.kind, at: act.at, by: act.actor.id, asOrdering: words.asOrdering ?? false, coversId: words.coversId ?? null,
    text: words.text ?? null, reason: words.reason ?? null, place: await nextActPlace(w, resultId),
  })
}

/** Settles a result after an act and says what became of it for the patient. */
export async function settled(w: Writer, act: Act, { known, portal, versions }: ResultScene, told: number): Promise<Outcome<ActAnswer>> {
  const now = (await resultsById(w, [known.row.id])).get(known.row.id)
  if (!now) throw new Error('the result is gone')
  const answer = answerAt(versions, now.facts, { kind: 'patient' }, act.at)
  return done({ id: known.row.id, version: now.row.version, state: showState(answer, portal, act.language), told }, now.row.version)
}

/** Settles one result in the transaction of an act. */
export async function settleOne(w: Writer, act: Act, id: string): Promise<void> {
  await settleResults(w, [id], act.at)
}
