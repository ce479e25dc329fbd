import { mayApprove, type Action } from '#domain/actions.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import type { AnyTwoPersonAct } from '#server/two-person/act.ts'
import { closeRequest, findRequest, isOver, maySee, mayStillAsk, type RequestRow } from '#server/two-person/request.ts'

type Decided = { id: string; state: 'approved' | 'declined' }

/**
 * The second person's yes: asker and approver both have the right now, are two people and not the one it is about;
 * what was shown is still so. Then it is done, in this transaction, once (AZ-06).
 */
export async function approveRequest(w: Writer, act: Act, kinds: readonly AnyTwoPersonAct[], id: string): Promise<Outcome<Decided>> {
  const found = await openFor(w, act, kinds, id)
  if ('refused' in found) return found
  const { row, kind } = found
  if (!(await mayStillAsk(w, row))) return endAs(w, act, row, 'dead', 'REQUESTER_LOST_RIGHT')
  const input = kind.input.safeParse(JSON.parse(row.input))
  if (!input.success) return endAs(w, act, row, 'dead', 'REQUEST_OVERTAKEN')
  if (kind.subjectOf(input.data) === act.actor.id) return refuse('OWN_RIGHTS')
  const tooNear = await kind.mayNotDecide?.(w, act.actor, input.data)
  if (tooNear) return refuse(tooNear)
  const against = await kind.against(w, input.data, act.at)
  if (against) return endAs(w, act, row, 'dead', against)
  if (!(await closeRequest(w, act.scene, row, 'approved'))) return refuse('REQUEST_DECIDED')
  await kind.carryOut(w, act, input.data)
  return done({ id, state: 'approved' }, row.version + 1)
}

/** The second person's no, with a reason. */
export async function declineRequest(w: Writer, act: Act, kinds: readonly AnyTwoPersonAct[], id: string, reason: string): Promise<Outcome<Decided>> {
  const found = await openFor(w, act, kinds, id)
  if ('refused' in found) return found
  if (!(await closeRequest(w, act.scene, found.row, 'declined', reason))) return refuse('REQUEST_DECIDED')
  return done({ id, state: 'declined' }, found.row.version + 1)
}

/** The open request that this person may decide, with the act behind it. */
async function openFor(
  w: Writer, act: Act, kinds: readonly AnyTwoPersonAct[], id: string,
): Promise<{ row: RequestRow; kind: AnyTwoPersonAct } | ReturnType<typeof refuse>> {
  const { actor } = act
  const row = await findRequest(w, id)
  const kind = kinds.find((one) => one.action === row?.action)
  if (!row || !kind || !maySee(row, actor)) return refuse('NOT_FOUND')
  if (row.requestedBy === actor.id) return refuse('OWN_REQUEST')
  if (!mayApprove(row.action as Action, actor.roles)) return refuse('ROLE_MAY_NOT', { facts: { who: '–' } })
  if (row.state === 'expired') return refuse('REQUEST_EXPIRED')
  if (row.state !== 'open') return refuse('REQUEST_DECIDED')
  if (row.version !== act.version) return refuse('VERSION_STALE')
  if (isOver(row, act.at)) return endAs(w, act, row, 'expired', 'REQUEST_EXPIRED')
  return { row, kind }
}

async function endAs(w: Writer, act: Act, row: RequestRow, state: 'dead' | 'expired', code: Parameters<typeof refuse>[0]) {
  await closeRequest(w, act.scene, row, state)
  return refuse(code)
}
