import { z } from 'zod'
import { LONGEST_MESSAGE } from '#domain/contracts/messages.ts'
import { messageRecipients, messageTopics } from '#domain/messages/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const messageText = z.string().trim().min(1).max(LONGEST_MESSAGE)

/** What arrives from a portal: `POST /connector/v1/messages`, and what a FHIR Communication becomes. */
export const incomingAttachment = z.strictObject({ ref: z.string().min(1).max(200), name: z.string().min(1).max(200), mediaType: z.string().max(100), bytes: z.int().min(0) })
export const incomingMessage = z.strictObject({
  /** The portal's own id of the message: the same one again changes nothing. */
  id: z.string().min(1).max(200),
  /** The portal's own id of the conversation; null: a new one. */
  threadId: z.string().min(1).max(200).nullable().default(null),
  portalId: id,
  /** Whom it is about: our patient id, or a medical record number. */
  patient: z.union([z.strictObject({ id }), z.strictObject({ mrn: z.string().min(1).max(60) })]),
  sender: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('patient') }),
    z.strictObject({ kind: z.literal('proxy'), personId: id, name: z.string().max(120).optional() }),
    z.strictObject({ kind: z.literal('named'), name: z.string().min(1).max(120), relationship: z.string().max(60).nullable().default(null) }),
  ]),
  subject: z.string().max(300).default(''),
  text: messageText,
  sentAt: instant,
  recipient: z.enum(messageRecipients).default('provider'),
  topic: z.enum(messageTopics).default('other'),
  language: z.string().max(20).nullable().default(null),
  attachments: z.array(incomingAttachment).max(20).default([]),
})
export type IncomingMessage = z.infer<typeof incomingMessage>
export const intakeAnswer = z.strictObject({ outcome: z.enum(['created', 'added', 'known']), threadId: id, messageId: id })
/** `POST /connector/v1/read-receipts`. */
export const readReceipt = z.strictObject({ messageId: id, readAt: instant })
