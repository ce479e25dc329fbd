import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { effectSentence, type EffectLine } from '#domain/two-person-effects.ts'
import { actKinds } from '#domain/recovery/words.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { nameOf, type CaseRow } from '#server/recovery/case.ts'

/** The action under which two persons decide about an act of recovery. */
export const APPROVAL_ACTION = 'recovery.reset-after-contact-change'

const about = z.object({ act: z.enum(actKinds) })

/** The requests about this case, the newest first, as whoever decides will read them (AZ-06). */
export async function approvalsOf(db: Reader, act: Act, row: CaseRow): Promise<CallDesk['approvals']> {
  const { twoPersonRequests: t } = db.t
  const requests = await db.select().from(t).where(and(eq(t.action, APPROVAL_ACTION), eq(t.objectId, row.id))).orderBy(desc(t.requestedAt), desc(t.id)).limit(5)
  return Promise.all(requests.map(async (one): Promise<CallDesk['approvals'][number]> => ({
    requestId: one.id, act: about.parse(JSON.parse(one.input)).act, state: stateOf(one, act.at), askedAt: isoOf(one.requestedAt), endsAt: isoOf(one.endsAt),
    askedBy: await nameOf(db, one.requestedBy), isOwn: one.requestedBy === act.actor.id,
    effect: (JSON.parse(one.effect) as EffectLine[]).map((line) => effectSentence(line, act.language)), deciders: await decidersBut(db, one.requestedBy),
  })))
}

function stateOf(one: { state: string; endsAt: number }, at: number): CallDesk['approvals'][number]['state'] {
  return (one.state === 'open' && at >= one.endsAt ? 'expired' : one.state) as CallDesk['approvals'][number]['state']
}

/** Who could decide it: managers and privacy officers other than who asked. */
async function decidersBut(db: Reader, staffId: string): Promise<string[]> {
  const { staff: s, staffRoles: r } = db.t
  const rows = await db.selectDistinct({ name: s.name }).from(r).innerJoin(s, eq(s.id, r.staffId))
    .where(and(inArray(r.role, ['manager', 'privacy-officer']), eq(s.status, 'active'), ne(s.id, staffId))).orderBy(asc(s.name)).limit(6)
  return rows.map((one) => one.name)
}
