/** What other rooms ask of messages. */
export { attachmentToFetch } from '#server/messages/attachments.ts'
export { bodyOfCommand, noteRead, receiveMessage, settleReply } from '#server/messages/receive.ts'
export { rowsOf } from '#server/messages/rows.ts'
export { hiddenIds } from '#server/messages/search-threads.ts'
export { visibleQueues } from '#server/messages/queues.ts'
