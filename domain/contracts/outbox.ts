import { z } from 'zod'

/** What can be known of a mail. None of these says that a person has read it. */
export const mailStates = ['queued', 'handed', 'refused', 'bounced', 'parked'] as const
export type MailState = (typeof mailStates)[number]

/** A mail as the outbox page shows it. Never its words and never a secret. */
export const outboxMail = z.object({
  id: z.string(),
  template: z.string(),
  purpose: z.string(),
  personKind: z.enum(['staff', 'patient', 'proxy']),
  /** Null for an administrator when the person is a patient or acts for one. */
  personId: z.string().nullable(),
  /** Masked (`a•••@d•••.org`) for an administrator. */
  address: z.string(),
  addressMasked: z.boolean(),
  language: z.enum(['en', 'es']),
  state: z.enum(mailStates),
  attempts: z.number(),
  queuedAt: z.iso.datetime(),
  /** When the next try is due; null when none is. */
  nextAttemptAt: z.iso.datetime().nullable(),
  handedAt: z.iso.datetime().nullable(),
  bouncedAt: z.iso.datetime().nullable(),
  /** SMTP reply, enhanced status, or a word such as `timed-out`; null before the first try. */
  lastStatus: z.string().nullable(),
  messageId: z.string(),
  version: z.number(),
})
export type OutboxMail = z.infer<typeof outboxMail>

/** The answer to `POST /api/outbox/:id/retry`. */
export const outboxRetried = z.object({ id: z.string(), state: z.literal('queued') })

/** A whole mail of a demo or test practice, written anew from its row. */
export const mailboxMail = z.object({
  id: z.string(),
  state: z.enum(mailStates),
  handedAt: z.iso.datetime(),
  from: z.string(),
  to: z.string(),
  /** Envelope sender: where a delivery report goes. */
  returnPath: z.string(),
  messageId: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** Links found in the text, in order. */
  links: z.array(z.string()),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The mail as it goes over the wire. */
  raw: z.string(),
})
export type MailboxMail = z.infer<typeof mailboxMail>
export const mailbox = z.object({ mails: z.array(mailboxMail), total: z.number() })
