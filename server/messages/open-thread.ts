import { eq } from 'drizzle-orm'
import type { AuditFact } from '#domain/audit-events.ts'
import { explainClock } from '#domain/business-time/explain-clock.ts'
import { refusalOf } from '#domain/reasons.ts'
import type { Decision } from '#domain/decision.ts'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { canAnswer, canAnswerIn, canClaim, canReassign, canTend, readsBody, type ThreadActor } from '#domain/messages/thread-policy.ts'
import type { Disposition, MessageRecipient, MessageTopic } from '#domain/messages/words.ts'
import { cellFor } from '#domain/actions.ts'
import { allow, deny } from '#domain/decision.ts'
import { displayName } from '#domain/names.ts'
import { isOffered } from '#domain/portals/as-of.ts'
import { isoOf } from '#domain/time.ts'
import { clockHere } from '#db/messages/turn-clock.ts'
import { promisedFor, replyClockOf } from '#db/messages/clocks.ts'
import type { Thread } from '#db/messages/threads.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { contextOf } from '#server/messages/context.ts'
import { readersOf } from '#server/messages/readers.ts'
import { rowOf } from '#server/messages/rows.ts'
import { entriesOf } from '#server/messages/show-entries.ts'
import { threadScene, type ThreadScene } from '#server/messages/thread-scene.ts'
import { draftOf } from '#server/messages/write-note.ts'
import { openChart } from '#server/patients/patients.ts'

/** One thread with everything that stands in it, its clock explained, who reads an answer, and what the person may do. */
export async function openThread(db: Reader, act: Act, id: string): Promise<Outcome<ThreadAnswer>> {
  const scene = await threadScene(db, act, id)
  if ('refused' in scene) return scene
  if (!readsBody(act.actor, scene.queue)) return refuse('NOT_FOUND')
  const { thread } = scene
  const chart = await openChart(db, act, thread.patientId)
  if ('refused' in chart) return thread.assigneeId === act.actor.id && chart.refused === 'NOT_FOUND' ? restrictedOf(db, thread) : chart
  const clock = await clockHere(db, thread)
  const promised = clock?.promised ?? await promisedFor(db, thread, act.at)
  const { policy: now } = await promisedFor(db, thread, act.at)
  const row = await rowOf(db, act, id)
  const readers = await readersOf(db, act, thread)
  const may = maysOf(act, scene, isOffered(now, 'message', act.at))
  return done({
    at: isoOf(act.at), row, entries: await entriesOf(db, act, thread), lastPatientMessageId: thread.lastPatientMessageId,
    topic: thread.topic as MessageTopic, recipient: thread.recipient as MessageRecipient,
    flag: await flagOf(db, thread), emergencyNumber: now.messages.emergencyNumber, resolved: await closingOf(db, thread),
    clockDays: clock ? explainClock(replyClockOf(clock.clock), promised.policy.messages.promise, promised.calendar, act.at) : [], clockZone: promised.calendar.zone,
    rule: { id: 'R50', portalName: promised.policy.name, waitingPauses: promised.policy.messages.waitingPauses },
    readers, draft: await draftOf(db, act, id), may,
    context: await contextOf(db, act, { thread, chart: chart.chart, policy: now, readers, mayCall: may.call === null }),
  }, thread.version)
}

/** Whoever keeps the thread of a restricted chart is told whose it is, to open that chart with a reason. */
async function restrictedOf(db: Reader, { patientId }: Thread): Promise<ReturnType<typeof refuse>> {
  const { patients: p } = db.t
  const [chart] = await db.select().from(p).where(eq(p.id, patientId))
  return refuse('RESTRICTED_THREAD', { facts: { name: chart ? displayName(chart) : '', birthDate: chart?.birthDate ?? '' } })
}

/** Opening is one event (AD-01), with the reason where one was asked for. */
export function auditOfOpen({ row, entries }: ThreadAnswer, reason: string | undefined): AuditFact {
  return {
    event: 'message.opened', patientId: row.patient?.id ?? null, objectId: row.id,
    detail: { queueId: row.queueId, entries: entries.length, ...(reason === undefined ? {} : { reason }) },
  }
}

/** Why the person cannot do something with the thread now, each in their language; null: they can. */
function maysOf(act: Act, { thread, queue, facts, near }: ThreadScene, takesMessages: boolean): ThreadAnswer['may'] {
  const actor: ThreadActor = act.actor
  const words = (decision: Decision) => {
    const no = near ? deny('OWN_OR_HOUSEHOLD_CHART') : decision
    return no.allowed ? null : refusalOf(no.code, act.language, no.facts)
  }
  const answer = canAnswer(actor, queue, facts)
  const inside = canAnswerIn(actor, queue)
  const resolved = facts.state === 'resolved'
  const isMine = facts.holder?.id === actor.id
  const ifOpen = (decision: Decision) => (decision.allowed && resolved ? deny('THREAD_RESOLVED') : decision)
  return {
    claim: words(canClaim(actor, queue, facts, act.at)),
    giveBack: words(isMine ? allow : deny('THREAD_NOT_YOURS')),
    takeOver: words(isMine ? deny('ALREADY_DONE') : ifOpen(inside)),
    reassign: words(cellFor('message.reassign', actor.roles) === '-' ? deny('ROLE_MAY_NOT', { who: 'clinician, manager' }) : canReassign(actor, queue, facts)),
    reply: words(answer.allowed && !takesMessages ? deny('PORTAL_TAKES_NO_MESSAGES') : answer),
    note: words(cellFor('message.note', actor.roles) === '-' ? deny('ROLE_MAY_NOT', { who: 'front-desk, helpline, clinician, manager' }) : canTend(actor, queue)),
    forward: words(cellFor('message.forward', actor.roles) === '-' ? deny('ROLE_MAY_NOT', { who: 'front-desk, helpline, clinician, manager' }) : ifOpen(canTend(actor, queue))),
    wait: words(answer.allowed && thread.state === 'waiting' ? deny('ALREADY_DONE') : answer),
    resolve: words(answer.allowed && facts.flagged && cellFor('message.reply-clinical', actor.roles) === '-' ? deny('FLAG_NEEDS_CLINICIAN') : answer),
    reopen: words(resolved ? inside : deny('THREAD_NOT_RESOLVED')),
    move: words(cellFor('message.move', actor.roles) === '-' ? deny('ROLE_MAY_NOT', { who: 'front-desk, helpline, clinician, manager' }) : canTend(actor, queue)),
    call: words(answer),
  }
}

async function flagOf(db: Reader, thread: Thread): Promise<ThreadAnswer['flag']> {
  if (thread.flaggedAt === null) return null
  const reasons = (JSON.parse(thread.flagReasons ?? '[]') as { sign: string; quote: string }[])
  return {
    reasons, flaggedAt: isoOf(thread.flaggedAt),
    settled: thread.flagSettledAt === null ? null : {
      disposition: thread.flagSettledAs as Disposition, by: await nameOf(db, thread.flagSettledBy), at: isoOf(thread.flagSettledAt),
    },
  }
}

async function closingOf(db: Reader, thread: Thread): Promise<ThreadAnswer['resolved']> {
  if (thread.resolvedAt === null) return null
  return { disposition: thread.disposition as Disposition, because: thread.dispositionBecause, by: await nameOf(db, thread.resolvedBy), at: isoOf(thread.resolvedAt) }
}

async function nameOf(db: Reader, staffId: string | null): Promise<string> {
  const { staff } = db.t
  const [row] = staffId === null ? [] : await db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
  return row?.name ?? ''
}
