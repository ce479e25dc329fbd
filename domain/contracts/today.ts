import { z } from 'zod'
import { portalStandings } from '#domain/contracts/patients.ts'
import { appointmentStatuses } from '#domain/feeds/appointment-status.ts'
import { todayReasons } from '#domain/reasons/today.ts'
import { missingThings, type WhyNot } from '#domain/today.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)

/** Whose day: a site of one's own, else the one that opens first; the site's own calendar day, else today. */
export const todaySearchBody = z.strictObject({ siteId: id.optional(), day: z.iso.date().optional() })
export type TodaySearch = z.infer<typeof todaySearchBody>

const whyNot = z.enum(Object.keys(todayReasons) as [WhyNot, ...WhyNot[]])

/** What is to be done with a row. `facts` are what the sentences of the reason name. */
const next = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['enroll-now', 'open']) }),
  z.strictObject({ action: z.literal('enroll'), missing: z.array(z.enum(missingThings)) }),
  z.strictObject({ action: z.literal('why-not'), code: whyNot, facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
])

/** One appointment: who comes when, and what the portal asks. No reason of the visit, no practitioner, no number (PH-04). */
export const todayRow = z.strictObject({
  id,
  patientId: id,
  startAt: z.iso.datetime(),
  status: z.enum(appointmentStatuses),
  name: z.string(),
  birthDate: z.iso.date(),
  /** Whole years, by the site's clock. */
  age: z.int(),
  /** BCP 47. */
  language: z.string().nullable(),
  portalState: z.enum(portalStandings),
  next,
})
export type TodayRow = z.infer<typeof todayRow>

const siteName = z.strictObject({ id, name: z.string() })

export const todayAnswer = z.strictObject({
  /** Null: the practice has no site yet. */
  site: siteName.extend({ timeZone: z.string() }).nullable(),
  /** The sites whose day this person may read. */
  sites: z.array(siteName),
  /** The calendar day at the site. */
  day: z.iso.date(),
  /** Earliest first. */
  rows: z.array(todayRow),
  /** More come than a list shows. */
  more: z.boolean(),
})
export type TodayAnswer = z.infer<typeof todayAnswer>
