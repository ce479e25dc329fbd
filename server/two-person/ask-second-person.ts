import { and, eq } from 'drizzle-orm'
import { DAY, isoOf } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import type { TwoPersonAct } from '#server/two-person/act.ts'
import { closeRequest, isOver } from '#server/two-person/request.ts'

/** AZ-06: a request dies after a day. */
const OPEN_FOR = DAY

type Ask<Input> = { objectId: string; input: Input; reason: string }
export type Asked = { requestId: string; state: 'open'; endsAt: string }

/** Files a request for a second person with exactly what will happen; nothing is changed before somebody else approves it. */
export async function askSecondPerson<Input>(w: Writer, act: Act, kind: TwoPersonAct<Input>, ask: Ask<Input>): Promise<Outcome<Asked>> {
  const { app, actor, at } = act
  const { twoPersonRequests: t } = w.t
  if (kind.subjectOf(ask.input) === actor.id) return refuse('OWN_RIGHTS')
  const against = await kind.against(w, ask.input, at)
  if (against) return refuse(against)
  const [open] = await w.select().from(t).where(and(eq(t.action, kind.action), eq(t.objectId, ask.objectId), eq(t.state, 'open')))
  if (open && !isOver(open, at)) return refuse('TWO_PERSON_OPEN')
  if (open) await closeRequest(w, act.scene, open, 'expired')
  const requestId = app.random.id()
  const endsAt = at + OPEN_FOR
  await w.insert(t).values({
    id: requestId, action: kind.action, objectId: ask.objectId, input: JSON.stringify(ask.input),
    effect: JSON.stringify(await kind.effectOf(w, ask.input, at)), reason: ask.reason,
    requestedBy: actor.id, requestedAt: at, endsAt, state: 'open',
  })
  await record(w, act, { event: 'two-person.asked', objectId: requestId, detail: { action: kind.action, reason: ask.reason } })
  w.announce('two-person-requests', requestId)
  return done({ requestId, state: 'open', endsAt: isoOf(endsAt) })
}
