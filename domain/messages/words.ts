/** What a queue is for. Only a provider pool is clinical: its threads are answered by clinicians (security.md §1). */
export const queueKinds = ['provider-pool', 'billing', 'administrative-support', 'helpline-mailbox'] as const
export type QueueKind = (typeof queueKinds)[number]

/** Whether threads of such a queue are answered by clinicians alone. */
export function isClinicalQueue(kind: QueueKind): boolean {
  return kind === 'provider-pool'
}

/** open: it waits for us, or was answered and not closed. waiting: for the patient. resolved: closed with a disposition. */
export const threadStates = ['open', 'waiting', 'resolved'] as const
export type ThreadState = (typeof threadStates)[number]

/** To whom a message is addressed on the portal (R55). */
export const messageRecipients = ['provider', 'billing', 'administrative-support'] as const
export type MessageRecipient = (typeof messageRecipients)[number]

/** What a message is about, as the portal's form says; `other` where it does not. */
export const messageTopics = [
  'medical-question', 'results', 'refill', 'appointment', 'referral', 'billing', 'insurance', 'records', 'proxy-access', 'technical', 'other',
] as const
export type MessageTopic = (typeof messageTopics)[number]

/** Who wrote: the patient, somebody with proxy access, somebody whom only the portal names, or one of us. */
export const senderKinds = ['patient', 'proxy', 'named', 'staff'] as const
export type SenderKind = (typeof senderKinds)[number]

/** What stands in a thread. Notes and calls are for staff alone. */
export const entryKinds = ['message', 'reply', 'note', 'call'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What a note came with. */
export const noteCauses = ['note', 'give-back', 'reassign', 'take-over', 'forward', 'reopen', 'wrong-patient', 'wait', 'resolve', 'guard'] as const
export type NoteCause = (typeof noteCauses)[number]

/** Who may read a thread on the portal: everybody who may by the access rules, or the patient alone. */
export const audiences = ['all-who-may', 'patient-only'] as const
export type Audience = (typeof audiences)[number]

/** Why a thread was closed. The first three settle an emergency wording and are for clinicians. */
export const dispositions = [
  'called', 'sent-to-911', 'not-emergency',
  'answered', 'no-reply-needed', 'handled-by-phone', 'handled-elsewhere', 'duplicate', 'sent-by-mistake',
] as const
export type Disposition = (typeof dispositions)[number]

/** Dispositions without which a thread with emergency wording is not closed. */
export const clinicalDispositions: readonly Disposition[] = ['called', 'sent-to-911', 'not-emergency']

/** How a recorded call went. `spoke` answers the clock; the others leave it running. */
export const callOutcomes = ['spoke', 'left-message', 'no-answer', 'wrong-number'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** What answered a clock. */
export const answerKinds = ['reply', 'call', 'resolve'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** Where a reply is on its way to the portal. */
export const deliveryStates = ['queued', 'delivered', 'parked'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What somebody at a desk is doing with a thread at this moment. */
export const presences = ['reading', 'answering'] as const
export type Presence = (typeof presences)[number]

/** Fields that a canned reply may hold, written `{patient.given}`. What has no value is filled by hand before it can be sent. */
export const cannedFields = [
  'patient.given', 'patient.name', 'sender.name', 'staff.name', 'practice.name', 'site.name', 'site.phone', 'portal.name', 'portal.phone', 'emergency.number',
] as const
export type CannedField = (typeof cannedFields)[number]

/** How far the open threads are on their own promise, in the order of bars and tables. */
export const ageBands = ['under-half', 'over-half', 'warned', 'late', 'past-limit', 'paused', 'answered'] as const
export type AgeBand = (typeof ageBands)[number]
