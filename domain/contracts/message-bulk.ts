import { z } from 'zod'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const note = z.string().trim().min(3).max(1000)
const staffName = z.strictObject({ id, name: z.string() })
const many = z.array(z.strictObject({ id, version: z.int() })).min(1).max(200)
/** `POST /api/message-threads/bulk-assign`, `…/bulk-forward`: one audited command; all or none. 409 names in `current.ids` those that changed. */
export const bulkAssignBody = z.strictObject({ threads: many, to: id, note })
export const bulkForwardBody = z.strictObject({ threads: many, queueId: id, note })
export const bulkAnswer = z.strictObject({ done: z.int() })

/** `POST /api/message-threads/propose-assignment`: who could take these, by load and cover. A read. */
export const proposeBody = z.strictObject({ ids: z.array(id).min(1).max(200) })
export const proposeAnswer = z.strictObject({
  proposals: z.array(z.strictObject({ threadId: id, to: staffName.nullable() })),
  people: z.array(z.strictObject({ id, name: z.string(), open: z.int(), away: z.boolean(), coveredBy: z.string().nullable() })),
})
