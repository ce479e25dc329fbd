import { z } from 'zod'
import { bulkAnswer, bulkAssignBody, bulkForwardBody, proposeAnswer, proposeBody } from '#domain/contracts/message-bulk.ts'
import {
  callBody, claimBody, draftAnswer, draftBody, flagBody, forwardBody, giveBackBody, heartbeatAnswer, heartbeatBody, moveBody, nextAnswer, nextBody, noteBody, openThreadBody, readersAnswer, readersBody, reassignBody, reopenBody, replyBody, resolveBody, takeOverBody, threadActed, threadAnswer, threadSearchAnswer, threadSearchBody, waitBody,
} from '#domain/contracts/messages.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { bulkAssign, bulkForward, proposeAssignment } from '#server/messages/bulk.ts'
import { flagThread, goOn, recordCall, reopenThread, resolveThread, waitForPatient } from '#server/messages/change-state.ts'
import { claimThread } from '#server/messages/claim-thread.ts'
import { forwardThread, moveThread } from '#server/messages/forward.ts'
import { giveBack, reassign, takeOver } from '#server/messages/hand-on.ts'
import { heartbeat, leaveThread } from '#server/messages/heartbeat.ts'
import { nextThread } from '#server/messages/next-thread.ts'
import { auditOfOpen, openThread } from '#server/messages/open-thread.ts'
import { reply } from '#server/messages/reply.ts'
import { auditOfSearch, searchThreads } from '#server/messages/search-threads.ts'
import { showReaders } from '#server/messages/show-readers.ts'
import { saveDraft, writeNote } from '#server/messages/write-note.ts'

const acted = { versioned: true, params: idParams, answer: threadActed } as const

export const messageRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/message-threads/search', action: 'message.worklist', summary: 'Threads in due order, a page at a time, with the exact total.',
    body: threadSearchBody, answer: threadSearchAnswer, run: searchThreads, audit: auditOfSearch,
  }),
  read({
    path: 'POST /api/message-threads/next', action: 'message.worklist', summary: 'The thread that is due next.',
    body: nextBody, answer: nextAnswer, run: nextThread,
    audit: ({ row }, { body }) => ({ event: 'message.listed', objectId: body.queueId ?? null, detail: { hits: row ? 1 : 0, ids: row ? [row.id] : [], queueId: body.queueId ?? null } }),
  }),
  read({
    path: 'POST /api/message-threads/readers', action: 'message.open', summary: 'Who can read an answer in a thread now.',
    body: readersBody, answer: readersAnswer, run: showReaders,
    audit: (answer, { body }) => ({ event: 'message.readers-read', objectId: body.threadId, detail: { readers: answer.readers.length } }),
  }),
  read({
    path: 'POST /api/message-threads/propose-assignment', action: 'message.bulk', summary: 'Who could take these threads, by load and cover.',
    body: proposeBody, answer: proposeAnswer, run: (db, act, { body }) => proposeAssignment(db, act, body),
    audit: ({ proposals }) => ({ event: 'message.listed', detail: { hits: proposals.length, ids: proposals.map((one) => one.threadId).slice(0, 100), queueId: null } }),
  }),
  command({
    path: 'POST /api/message-threads/bulk-assign', action: 'message.bulk', summary: 'Gives many threads to one colleague, all or none.', versioned: false,
    body: bulkAssignBody, answer: bulkAnswer, run: (w, act, { body }) => bulkAssign(w, act, body),
  }),
  command({
    path: 'POST /api/message-threads/bulk-forward', action: 'message.bulk', summary: 'Puts many threads into one queue, all or none.', versioned: false,
    body: bulkForwardBody, answer: bulkAnswer, run: (w, act, { body }) => bulkForward(w, act, body),
  }),
  read({
    path: 'POST /api/message-threads/:id/open', action: 'message.open', summary: 'One thread with its messages, its clock and who reads it.',
    params: idParams, body: openThreadBody, answer: threadAnswer, run: (db, act, { params }) => openThread(db, act, params.id),
    audit: (answer, { body }) => auditOfOpen(answer, body.reason),
  }),
  command({
    path: 'POST /api/message-threads/:id/claim', action: 'message.claim', summary: 'Takes a thread; one wins.', versioned: false,
    params: idParams, body: claimBody, answer: threadActed, run: (w, act, { params }) => claimThread(w, act, params.id),
  }),
  command({
    path: 'POST /api/message-threads/:id/heartbeat', action: 'message.open', summary: 'A sign of life at a thread; a claim goes on.', versioned: false, byTimer: true,
    params: idParams, body: heartbeatBody, answer: heartbeatAnswer, run: (w, act, { params, body }) => heartbeat(w, act, params.id, body.doing),
  }),
  command({
    path: 'POST /api/message-threads/:id/leave', action: 'message.open', summary: 'No longer at a thread.', versioned: false, byTimer: true,
    params: idParams, answer: z.strictObject({ left: z.boolean() }), run: (w, act, { params }) => leaveThread(w, act, params.id),
  }),
  command({
    path: 'POST /api/message-threads/:id/save-draft', action: 'message.note', summary: 'Keeps what its author has begun to write.', versioned: false,
    params: idParams, body: draftBody, answer: draftAnswer, run: (w, act, { params, body }) => saveDraft(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/give-back', action: 'message.claim', summary: 'Puts a thread back into its queue.', ...acted,
    body: giveBackBody, run: (w, act, { params, body }) => giveBack(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/take-over', action: 'message.claim', summary: 'Takes over what somebody else holds.', ...acted,
    body: takeOverBody, run: (w, act, { params, body }) => takeOver(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/reassign', action: 'message.reassign', summary: 'Gives a thread to a colleague of its queue.', ...acted,
    body: reassignBody, run: (w, act, { params, body }) => reassign(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/reply', action: 'message.reply-administrative', summary: 'Answers the patient, on the newest message only.', ...acted,
    body: replyBody, run: (w, act, { params, body }) => reply(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/note', action: 'message.note', summary: 'A note for staff.', ...acted, versioned: false,
    body: noteBody, run: (w, act, { params, body }) => writeNote(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/forward', action: 'message.forward', summary: 'Puts a thread into another queue; its clock goes on.', ...acted,
    body: forwardBody, run: (w, act, { params, body }) => forwardThread(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/wait', action: 'message.claim', summary: 'Waits for the patient.', ...acted,
    body: waitBody, run: (w, act, { params, body }) => waitForPatient(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/go-on', action: 'message.claim', summary: 'Waiting is over.', ...acted,
    body: claimBody, run: (w, act, { params }) => goOn(w, act, params.id),
  }),
  command({
    path: 'POST /api/message-threads/:id/resolve', action: 'message.claim', summary: 'Closes a thread with a word for how it ended.', ...acted,
    body: resolveBody, run: (w, act, { params, body }) => resolveThread(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/reopen', action: 'message.claim', summary: 'Opens a closed thread again; its clock goes on.', ...acted,
    body: reopenBody, run: (w, act, { params, body }) => reopenThread(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/record-call', action: 'message.claim', summary: 'A call from the thread, with how it went.', ...acted,
    body: callBody, run: (w, act, { params, body }) => recordCall(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/flag', action: 'message.note', summary: 'Somebody reads an emergency in it.', ...acted,
    body: flagBody, run: (w, act, { params, body }) => flagThread(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-threads/:id/move', action: 'message.move', summary: 'It is about another patient.', ...acted,
    body: moveBody, run: (w, act, { params, body }) => moveThread(w, act, params.id, body),
  }),
]
