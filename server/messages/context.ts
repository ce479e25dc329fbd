import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, notInArray } from 'drizzle-orm'
import { cellFor } from '#domain/actions.ts'
import type { ReadersAnswer, ThreadAnswer } from '#domain/contracts/messages.ts'
import type { ThreadState } from '#domain/messages/words.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { isOffered } from '#domain/portals/as-of.ts'
import { isoOf } from '#domain/time.ts'
import type { Thread } from '#db/messages/threads.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { visibleQueues } from '#server/messages/queues.ts'
import { lookAlikesOf, phoneTail, type PatientRecord } from '#server/patients/patients.ts'
import { hiddenGrantIds } from '#server/proxy-access/proxy-access.ts'

const MOST_THREADS = 10

type Beside = { thread: Thread; chart: PatientRecord; policy: PortalPolicy; readers: ReadersAnswer; mayCall: boolean }

/** What stands beside a thread: language, phone, portal, proxies, earlier threads. Counts only for what the reader may not see. */
export async function contextOf(db: Reader, act: Act, { thread, chart, policy, readers, mayCall }: Beside): Promise<ThreadAnswer['context']> {
  const { portalAccounts: a, patientContacts: c, proxyGrants: g, proxyPersons: p, results: r } = db.t
  const [account] = await db.select().from(a).where(and(eq(a.patientId, chart.id), eq(a.portalId, thread.portalId)))
  const [phone] = await db.select({ value: c.value }).from(c).where(and(eq(c.patientId, chart.id), eq(c.kind, 'phone'), isNull(c.retiredAt))).orderBy(asc(c.sinceAt), asc(c.id)).limit(1)
  const grants = await db.select({ personId: p.id, given: p.usedGiven, legalGiven: p.legalGiven, family: p.legalFamily, relationship: g.relationship })
    .from(g).innerJoin(p, eq(p.id, g.personId)).where(and(eq(g.patientId, chart.id), eq(g.portalId, thread.portalId), eq(g.state, 'active'), notInArray(g.id, await hiddenGrantIds(db, act.actor, chart.id))))
  const queueIds = (await visibleQueues(db, act.actor)).map(({ id }) => id)
  const alike = await lookAlikesOf(db, [chart.id], { actorId: act.actor.id, at: act.at })
  return {
    language: chart.language, phoneTail: phone ? phoneTail(phone.value) : null, phone: mayCall ? phone?.value ?? null : null, lookAlike: alike.has(chart.id),
    portalState: account?.state ?? 'none', portalTakesMessages: isOffered(policy, 'message', act.at), messageLanguages: policy.languages.messages,
    proxies: grants.map((one) => ({
      name: `${one.given ?? one.legalGiven} ${one.family}`, relationship: one.relationship,
      readsThis: readers.readers.some((reader) => reader.kind === 'proxy' && reader.id === one.personId),
    })),
    openResults: cellFor('result.see-held', act.actor.roles) === '-' ? null : await db.$count(r, and(eq(r.patientId, chart.id), isNotNull(r.worklist))),
    earlierThreads: (await otherThreads(db, thread, queueIds, MOST_THREADS)).map((one) => ({
      id: one.id, subject: one.subject, lastMessageAt: isoOf(one.lastMessageAt), state: one.state as ThreadState,
    })),
  }
}

/** Other threads of the patient that the person may see, newest first. */
async function otherThreads(db: Reader, thread: Thread, queueIds: readonly string[], most: number): Promise<Thread[]> {
  const { messageThreads: h } = db.t
  if (queueIds.length === 0) return []
  return db.select().from(h).where(and(eq(h.patientId, thread.patientId), ne(h.id, thread.id), inArray(h.queueId, [...queueIds]))).orderBy(desc(h.lastMessageAt), desc(h.id)).limit(most)
}
