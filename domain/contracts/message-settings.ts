import { z } from 'zod'
import { LONGEST_MESSAGE } from '#domain/contracts/messages.ts'
import { cannedFields, messageRecipients, messageTopics, queueKinds } from '#domain/messages/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const name = z.string().trim().min(2).max(80)
const staffName = z.strictObject({ id, name: z.string() })
const messageText = z.string().trim().min(1).max(LONGEST_MESSAGE)

/** `GET /api/message-queues`: queues that the reader may see, with what waits in each. */
export const queueLine = z.strictObject({
  id, version: z.int(), name: z.string(), kind: z.enum(queueKinds), clinical: z.boolean(), siteId: id.nullable(), siteName: z.string().nullable(),
  /** The portal whose threads come here, where it is one alone; for labels. */
  portalId: id.nullable(), portalName: z.string().nullable(),
  /** Who looks after it when nobody else does; never nobody. */
  lead: staffName,
  /** Where a thread with emergency wording goes from here; null: it stays. */
  emergencyQueueId: id.nullable(),
  isMember: z.boolean(),
  isDefault: z.boolean(),
  retired: z.boolean(),
  counts: z.strictObject({ unresolved: z.int(), mine: z.int(), unclaimed: z.int(), waiting: z.int(), flagged: z.int(), late: z.int() }),
  /** Next opening of the queue's office, and open threads whose target falls before it. */
  opensAt: instant.nullable(), dueBeforeOpening: z.int(),
  members: z.array(staffName),
})
export type QueueLine = z.infer<typeof queueLine>
export const queueList = z.array(queueLine)

const cannedTitle = z.string().trim().min(3).max(120)
/** `GET /api/canned-replies`; an unused one too, for its editor. `fields` are those in the text. */
export const cannedReply = z.strictObject({
  id, version: z.int(), title: z.string(), text: z.string(), language: z.enum(['en', 'es']), queueKind: z.enum(queueKinds).nullable(),
  fields: z.array(z.strictObject({ name: z.string(), known: z.enum(cannedFields).nullable() })),
  uses: z.int(), retired: z.boolean(), changedBy: z.string(), changedAt: instant,
})
export type CannedReply = z.infer<typeof cannedReply>
export const cannedReplies = z.array(cannedReply)
/** `POST /api/canned-replies`, `…/:id/change` (versioned), `…/:id/retire` (versioned). Action canned-reply.change. */
export const cannedBody = z.strictObject({ title: cannedTitle, text: messageText, language: z.enum(['en', 'es']).default('en'), queueKind: z.enum(queueKinds).nullable().default(null) })
/**
 * `POST /api/canned-replies/:id/fill`: the text for one thread. A read. `parts` in order; `missing` true: no value on file,
 * to be typed before it can be sent. A place like `{which medicine?}` that names no known field is always missing.
 */
export const fillBody = z.strictObject({ threadId: id, values: z.record(z.string().max(80), z.string().max(500)).default({}) })
export const filledAnswer = z.strictObject({ text: z.string(), missing: z.array(z.string()), parts: z.array(z.strictObject({ text: z.string(), field: z.string().nullable(), missing: z.boolean() })) })
export type FilledAnswer = z.infer<typeof filledAnswer>

/** `POST /api/message-queues`, `…/:id/change` (versioned), `…/:id/retire` (versioned). Action queue.change. */
export const queueBody = z.strictObject({
  name, kind: z.enum(queueKinds), siteId: id.nullable().default(null), portalId: id.nullable().default(null), leadId: id,
  emergencyQueueId: id.nullable().default(null), memberIds: z.array(id).max(200),
})

/** One rule: everything that is said must fit; the first rule that fits decides. */
export const routingRule = z.strictObject({
  portalId: id.nullable(), siteId: id.nullable(), recipient: z.enum(messageRecipients).nullable(), topic: z.enum(messageTopics).nullable(),
  queueId: id,
  /** Straight to the clinician of the care team (or whoever covers), inside the queue. */
  toCareTeam: z.boolean(),
})
export type RoutingRule = z.infer<typeof routingRule>
/** `GET /api/message-routing`, `POST /api/message-routing/change` (versioned: the number of the last version). Action routing.change. */
export const routingAnswer = z.strictObject({
  version: z.int(), rules: z.array(routingRule), defaultQueueId: id.nullable(), changedBy: z.string().nullable(), changedAt: instant.nullable(),
  queues: z.array(z.strictObject({ id, name: z.string() })),
})
export const routingBody = z.strictObject({ rules: z.array(routingRule).max(200), defaultQueueId: id })
/** `POST /api/message-routing/try`: where such a message would go. A read. */
export const tryRoutingBody = z.strictObject({ portalId: id, siteId: id.nullable(), recipient: z.enum(messageRecipients), topic: z.enum(messageTopics) })
export const triedRouting = z.strictObject({ queueId: id, queueName: z.string(), ruleNumber: z.int().nullable(), toCareTeam: z.boolean() })

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const dayHours = z.array(z.strictObject({ opens: timeOfDay, closes: z.union([timeOfDay, z.literal('24:00')]) })).max(6)
/** Hours that a site keeps instead of its portals' (R50), and days of its own. */
export const siteHours = z.strictObject({ mon: dayHours, tue: dayHours, wed: dayHours, thu: dayHours, fri: dayHours, sat: dayHours, sun: dayHours })
/** `GET /api/site-calendars`, `POST /api/site-calendars/:id/change` (id of the site; versioned, 0 where there is none yet). Action calendar.change. */
export const siteCalendar = z.strictObject({
  siteId: id, siteName: z.string(), version: z.int(),
  /** null: the portal's own hours. */
  hours: siteHours.nullable(), alsoClosedOn: z.array(z.iso.date()), openAnywayOn: z.array(z.iso.date()),
  /** Open threads whose clock is still being reckoned anew after the last change. */
  toRecompute: z.int(),
})
export const siteCalendars = z.array(siteCalendar)
export const siteCalendarBody = z.strictObject({ hours: siteHours.nullable(), alsoClosedOn: z.array(z.iso.date()).max(200), openAnywayOn: z.array(z.iso.date()).max(200) })
