import type { Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { closeRequest, findRequest } from '#server/two-person/request.ts'

/** Takes one's own request back. Always safe, so it asks for no version. */
export async function withdrawRequest(w: Writer, act: Act, id: string): Promise<Outcome<{ id: string; state: 'withdrawn' }>> {
  const row = await findRequest(w, id)
  if (!row || row.requestedBy !== act.actor.id) return refuse('NOT_FOUND')
  if (row.state !== 'open' || !(await closeRequest(w, act.scene, row, 'withdrawn'))) return refuse('REQUEST_DECIDED')
  return done({ id, state: 'withdrawn' }, row.version + 1)
}
