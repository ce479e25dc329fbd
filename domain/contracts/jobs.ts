import { z } from 'zod'

/** A job that runs by itself, as the jobs page shows it. */
export const jobRow = z.object({
  /** The job's name, unique. */
  id: z.string(),
  dueAt: z.iso.datetime(),
  running: z.boolean(),
  lastStartedAt: z.iso.datetime().nullable(),
  lastEndedAt: z.iso.datetime().nullable(),
  lastOutcome: z.enum(['done', 'failed']).nullable(),
  /** What the last run counted, such as `{"handed": 3}`. */
  lastCounts: z.record(z.string(), z.number()),
})
export type JobRow = z.infer<typeof jobRow>
