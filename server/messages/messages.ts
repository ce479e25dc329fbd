/** What other rooms ask of messages. */
export { attachmentToFetch } from '#server/messages/attachments.ts'
export { bodyOfCommand, noteRead, receiveMessage, settleReply } from '#server/messages/receive.ts'
export { rowsOf } from '#server/messages/rows.ts'
export { hiddenIds } from '#server/messages/search-threads.ts'
export { visibleQueues, type QueueHere } from '#server/messages/queues.ts'
export { inBand } from '#server/messages/filter.ts'
export { notHidden } from '#server/messages/hidden.ts'
