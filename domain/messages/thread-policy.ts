import { cellFor } from '#domain/actions.ts'
import { allow, deny, type Decision } from '#domain/decision.ts'
import { clinicalDispositions, isClinicalQueue, type Disposition, type QueueKind } from '#domain/messages/words.ts'
import type { Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time.ts'

/** Who acts, as threads ask about them. */
export type ThreadActor = { id: string; roles: readonly Role[] }
export type ThreadQueue = { kind: QueueKind; isMember: boolean }
/** Who holds a thread, and since when on the site's clock. `standIn`: the holder is away and the actor covers, or the holder is gone. */
export type Holder = { id: string; name: string; since: string; leaseEndsAt: Instant | null; standIn: boolean }
export type ThreadFacts = { state: string; flagged: boolean; holder: Holder | null }

const may = (action: Parameters<typeof cellFor>[0], roles: readonly Role[]): boolean => !['-', 'approve'].includes(cellFor(action, roles))

/** Whether threads of the queue stand in the actor's lists at all; otherwise they answer as if they were not there (AZ-02). */
export function seesQueue(actor: ThreadActor, queue: ThreadQueue): boolean {
  return queue.isMember || may('message.bulk', actor.roles) || actor.roles.includes('privacy-officer')
}

/** Whether what a thread says may be shown: front desk in administrative pools only, the others in their own pools (security.md §1). */
export function readsBody(actor: ThreadActor, queue: ThreadQueue): boolean {
  if (may('message.read', actor.roles)) return queue.isMember || cellFor('message.read', actor.roles) === 'R'
  return queue.isMember && !isClinicalQueue(queue.kind) && may('message.open', actor.roles)
}

/** Whether the actor answers in this queue at all. */
export function canAnswerIn(actor: ThreadActor, queue: ThreadQueue): Decision {
  if (!queue.isMember) return deny('NOT_FOUND')
  if (isClinicalQueue(queue.kind) && !may('message.reply-clinical', actor.roles)) return deny('CLINICAL_THREAD')
  return may('message.reply-administrative', actor.roles) ? allow : deny('ROLE_MAY_NOT', { who: 'front-desk, helpline, clinician' })
}

/**
 * CC-02: whether the actor may take the thread now: nobody's, one's own, one whose claim has run out, or that of a colleague
 * who is away and whom the actor stands in for. A thread that was assigned is its owner's until given back or taken over.
 */
export function canClaim(actor: ThreadActor, queue: ThreadQueue, { state, holder }: ThreadFacts, now: Instant): Decision {
  const answers = canAnswerIn(actor, queue)
  if (!answers.allowed) return answers
  if (state === 'resolved') return deny('THREAD_RESOLVED')
  if (holder === null || holder.id === actor.id || holder.standIn) return allow
  const isOver = holder.leaseEndsAt !== null && holder.leaseEndsAt <= now
  return isOver ? allow : deny('THREAD_HELD', { name: holder.name, since: holder.since })
}

/** CC-02, CC-03: only who holds the thread writes to the patient in it. */
export function canAnswer(actor: ThreadActor, queue: ThreadQueue, { state, holder }: ThreadFacts): Decision {
  const answers = canAnswerIn(actor, queue)
  if (!answers.allowed) return answers
  if (state === 'resolved') return deny('THREAD_RESOLVED')
  if (holder === null) return deny('THREAD_NOT_YOURS')
  return holder.id === actor.id ? allow : deny('THREAD_HELD', { name: holder.name, since: holder.since })
}

/** R52: emergency wording is closed only with what a clinician says was done about it; other words ask for none of that. */
export function canResolveAs(actor: ThreadActor, flagged: boolean, disposition: Disposition, because: string | null): Decision {
  const isClinical = clinicalDispositions.includes(disposition)
  if (!flagged) return isClinical ? deny('DISPOSITION_NEEDS_FLAG') : allow
  if (!isClinical) return deny('FLAG_NEEDS_DISPOSITION')
  if (!may('message.reply-clinical', actor.roles)) return deny('FLAG_NEEDS_CLINICIAN')
  return disposition === 'not-emergency' && !because ? deny('DISPOSITION_NEEDS_BECAUSE') : allow
}

/** Who hands a thread to somebody: a manager any, a clinician what they hold themselves. */
export function canReassign(actor: ThreadActor, queue: ThreadQueue, { state, holder }: ThreadFacts): Decision {
  if (!seesQueue(actor, queue)) return deny('NOT_FOUND')
  if (state === 'resolved') return deny('THREAD_RESOLVED')
  if (may('message.bulk', actor.roles)) return allow
  return holder?.id === actor.id ? allow : deny('THREAD_OF_OTHERS')
}

/** Notes, forwarding and moving: whoever may read what the thread says, and managers. */
export function canTend(actor: ThreadActor, queue: ThreadQueue): Decision {
  return seesQueue(actor, queue) && (readsBody(actor, queue) || queue.isMember) ? allow : deny('NOT_FOUND')
}
