import { z } from 'zod'
import { threadRow } from '#domain/contracts/messages.ts'
import { ageBands, answerKinds, queueKinds, threadStates } from '#domain/messages/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const date = z.iso.date()

/** Answered clocks of a stretch. Shares and percentiles are null without any. Minutes are those that the clock counted. */
const replyFigures = z.strictObject({
  answered: z.int(), onTime: z.int(), withinLimit: z.int(),
  medianMinutes: z.int().nullable(), p90Minutes: z.int().nullable(),
})
export type ReplyFigures = z.infer<typeof replyFigures>

/** Open threads of a queue by how far each is on its own promise. */
const bands = z.strictObject(Object.fromEntries(ageBands.map((band) => [band, z.int()])) as Record<(typeof ageBands)[number], z.ZodInt>)

/** `POST /api/service-levels/messages` (a read). Action service-levels.read; helpline and clinician see their own queues. */
export const serviceLevelsBody = z.strictObject({
  siteId: id.optional(),
  /** Local days back from today, today included. */
  days: z.union([z.literal(7), z.literal(30), z.literal(90)]).default(30),
})
export type ServiceLevelsAsk = z.infer<typeof serviceLevelsBody>

export const serviceLevelsAnswer = z.strictObject({
  at: instant, from: date, to: date, timeZone: z.string(),
  sites: z.array(z.strictObject({ id, name: z.string() })),
  open: z.strictObject({
    total: z.int(), unclaimed: z.int(), late: z.int(), pastLimit: z.int(), waiting: z.int(), flagged: z.int(),
    /** Late, and held by nobody. */
    nobodyAnswers: z.int(),
  }),
  replies: replyFigures.extend({ before: replyFigures, byKind: z.strictObject({ reply: z.int(), call: z.int(), resolve: z.int() }) }),
  queues: z.array(z.strictObject({
    id, name: z.string(), kind: z.enum(queueKinds), portalName: z.string().nullable(), siteName: z.string().nullable(),
    total: z.int(), unclaimed: z.int(), bands, replies: replyFigures,
  })),
  people: z.array(z.strictObject({
    id, name: z.string(), away: z.boolean(), coveredBy: z.string().nullable(),
    open: z.int(), late: z.int(), replies: replyFigures,
  })),
  /** Messages by weekday (0 Monday) and local hour over the whole weeks of the stretch; mean per such hour. */
  heat: z.strictObject({ cells: z.array(z.strictObject({ weekday: z.int(), hour: z.int(), messages: z.int(), mean: z.number() })), busiest: z.strictObject({ weekday: z.int(), hour: z.int(), share: z.number() }).nullable() }),
  weeks: z.array(z.strictObject({ from: date, to: date, arrived: z.int(), answered: z.int(), onTime: z.int() })),
  thisWeek: z.strictObject({ from: date, arrived: z.int(), answered: z.int(), waiting: z.int(), flagged: z.int(), flaggedOpen: z.int() }),
  forecast: z.strictObject({
    /** Threads open now whose target falls before their office opens next and that the pace will not reach, the due first. */
    late: z.int(),
    queues: z.array(z.strictObject({
      queueId: id, queueName: z.string(), opensAt: instant.nullable(), closesAt: instant.nullable(),
      /** Due before the next opening; and how many of them the pace still reaches. */
      due: z.int(), reached: z.int(), late: z.int(),
      /** Answers of the last four such weekdays between this time of day and closing, added up, and their mean. */
      answersLastFour: z.int(), pace: z.number(),
    })),
    /** The assumption in words, in the reader's language. */
    assumption: z.string(),
    threads: z.array(threadRow),
    nobody: z.int(),
  }),
  /** Our replies unread for longer than the set time. */
  notRead: z.strictObject({ threads: z.int(), afterHours: z.int() }),
})
export type ServiceLevels = z.infer<typeof serviceLevelsAnswer>

/** Which number of the dashboard is asked about. Every one of them has the threads behind it, in the same count. */
export const figure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('open'), queueId: id.optional(), band: z.enum(ageBands).optional(), assignee: z.union([z.literal('nobody'), id]).optional(), late: z.boolean().optional(), flagged: z.boolean().optional(), state: z.enum(threadStates).optional() }),
  z.strictObject({ of: z.literal('answered'), queueId: id.optional(), staffId: id.optional(), onTime: z.boolean().optional(), kind: z.enum(answerKinds).optional(), from: date, to: date }),
  z.strictObject({ of: z.literal('arrived'), queueId: id.optional(), from: date, to: date, weekday: z.int().min(0).max(6).optional(), hour: z.int().min(0).max(23).optional() }),
  /** Without `part`: those that will be late. */
  z.strictObject({ of: z.literal('forecast'), queueId: id.optional(), part: z.enum(['late', 'due', 'reached', 'nobody']).optional() }),
  /** The answers of the last four such weekdays from which a queue's pace is taken. */
  z.strictObject({ of: z.literal('pace'), queueId: id }),
  /** Emergency wording seen since the beginning of a local day, settled or not. */
  z.strictObject({ of: z.literal('flagged'), from: date }),
  z.strictObject({ of: z.literal('not-read') }),
])
export type Figure = z.infer<typeof figure>

/** `POST /api/service-levels/threads` (a read): the threads behind a number. A thread stands once for each message or answer that was counted. */
export const drillBody = z.strictObject({ figure, siteId: id.optional(), offset: z.int().min(0).max(1_000_000).default(0), limit: z.int().min(1).max(200).default(50) })
export const drillAnswer = z.strictObject({
  at: instant, total: z.int(),
  rows: z.array(z.strictObject({ thread: threadRow, minutes: z.int().nullable(), at: instant.nullable(), onTime: z.boolean().nullable() })),
})
export type DrillAnswer = z.infer<typeof drillAnswer>

/** `POST /api/service-levels/export`: a file made on the server, audited, safe to open in a spreadsheet. */
export const exportTables = ['queues', 'people', 'weeks', 'heat', 'forecast', 'fairness'] as const
export const exportBody = serviceLevelsBody.extend({ table: z.enum(exportTables) })

/**
 * `POST /api/service-levels/fairness` (a read). Action service-levels.fairness. Median and 90th percentile of the reply by
 * language, age group and sex. A group of fewer than `fewest` people is not shown, nor one that could be worked out from the others.
 */
export const fairnessAnswer = z.strictObject({
  from: date, to: date, fewest: z.int(),
  by: z.array(z.strictObject({
    trait: z.enum(['language', 'age', 'sex']),
    groups: z.array(z.strictObject({ group: z.string(), people: z.int().nullable(), figures: replyFigures.nullable() })),
    /** Groups that are not shown. */
    hidden: z.int(),
  })),
})
export type FairnessAnswer = z.infer<typeof fairnessAnswer>
