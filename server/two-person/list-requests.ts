import { and, asc, desc, eq, gt, inArray, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { mayApprove, type Action } from '#domain/actions.ts'
import { twoPersonStates, type TwoPersonRequest } from '#domain/contracts/two-person.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { effectSentence, type EffectLine } from '#domain/two-person-effects.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import type { AnyTwoPersonAct } from '#server/two-person/act.ts'
import { approvableBy, findRequest, isOver, maySee, type RequestRow } from '#server/two-person/request.ts'

export const requestsQuery = listQuery(['id', 'requestedAt', 'endsAt'], ['requestedAt', 'DESC'], {
  id: z.array(z.string()).max(200).optional(),
  state: z.enum(twoPersonStates).optional(),
})
type Query = z.infer<typeof requestsQuery>

/** The inbox: what the person asked for, and what their role decides. */
export async function listRequests(
  db: Reader, act: Act, kinds: readonly AnyTwoPersonAct[], { sort, range, filter }: Query,
): Promise<Outcome<TwoPersonRequest[]>> {
  const { twoPersonRequests: t } = db.t
  const [from, to] = range
  const seen = or(eq(t.requestedBy, act.actor.id), inArray(t.action, approvableBy(act.actor.roles)))
  const open = eq(t.state, 'open')
  const state = { open: and(open, gt(t.endsAt, act.at)), expired: or(eq(t.state, 'expired'), and(open, lte(t.endsAt, act.at))) }
  const where = and(
    seen,
    filter.id ? inArray(t.id, filter.id) : undefined,
    filter.state === 'open' || filter.state === 'expired' ? state[filter.state] : filter.state ? eq(t.state, filter.state) : undefined,
  )
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await db.select().from(t).where(where).orderBy(direction(t[sort[0]]), direction(t.id)).limit(to - from + 1).offset(from)
  return done(pageOf(await linesOf(db, act, kinds, rows), from, await db.$count(t, where)))
}

export async function readRequest(db: Reader, act: Act, kinds: readonly AnyTwoPersonAct[], id: string): Promise<Outcome<TwoPersonRequest>> {
  const row = await findRequest(db, id)
  const [line] = row && maySee(row, act.actor) ? await linesOf(db, act, kinds, [row]) : []
  return line ? done(line, line.version) : refuse('NOT_FOUND')
}

async function linesOf(db: Reader, act: Act, kinds: readonly AnyTwoPersonAct[], rows: readonly RequestRow[]): Promise<TwoPersonRequest[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.requestedBy, ...(row.decidedBy ? [row.decidedBy] : [])]))]
  const people = ids.length === 0 ? [] : await db.select({ id: db.t.staff.id, name: db.t.staff.name }).from(db.t.staff).where(inArray(db.t.staff.id, ids))
  const named = (id: string) => ({ id, name: people.find((one) => one.id === id)?.name ?? '' })
  return rows.map((row) => {
    const state = row.state === 'open' && isOver(row, act.at) ? 'expired' : row.state as TwoPersonRequest['state']
    const mine = row.requestedBy === act.actor.id
    return {
      id: row.id, action: row.action, objectId: row.objectId, reason: row.reason, state, mine, version: row.version,
      effect: (JSON.parse(row.effect) as EffectLine[]).map((line) => ({ ...line, text: effectSentence(line, act.language) })),
      requestedBy: named(row.requestedBy), requestedAt: isoOf(row.requestedAt), endsAt: isoOf(row.endsAt),
      decidedBy: row.decidedBy ? named(row.decidedBy) : null, decidedAt: isoOrNull(row.decidedAt), decisionReason: row.decisionReason,
      mayDecide: state === 'open' && !mine && mayApprove(row.action as Action, act.actor.roles) && !isAbout(row, kinds, act.actor.id),
    }
  })
}

/** Whether the request is about this person's own rights. */
function isAbout(row: RequestRow, kinds: readonly AnyTwoPersonAct[], staffId: string): boolean {
  const kind = kinds.find((one) => one.action === row.action)
  const input = kind?.input.safeParse(JSON.parse(row.input))
  return input?.success === true && kind?.subjectOf(input.data) === staffId
}
