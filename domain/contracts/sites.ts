import { z } from 'zod'
import { isTimeZone } from '#domain/time.ts'

/** A place where patients are seen. */
export const site = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** Two-letter state: which law, and which portal a new patient meets first. */
  jurisdiction: z.string(),
  phone: z.string().nullable(),
  retired: z.boolean(),
  version: z.number(),
})
export type Site = z.infer<typeof site>
export const sites = z.array(site)

export const siteBody = z.strictObject({
  name: z.string().trim().min(2).max(120),
  timeZone: z.string().max(60).refine(isTimeZone),
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  phone: z.string().trim().min(7).max(30).nullish(),
})
