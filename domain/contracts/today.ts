import { z } from 'zod'
import { nextAction, portalStandings } from '#domain/contracts/patients.ts'
import { appointmentStatuses } from '#domain/feeds/appointment-status.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)

/** Whose day: a site of one's own, else the one that opens first; the site's own calendar day, else today. */
export const todaySearchBody = z.strictObject({ siteId: id.optional(), day: z.iso.date().optional() })
export type TodaySearch = z.infer<typeof todaySearchBody>

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
  /** Somebody of whom the reader may know could be taken for this person. */
  lookAlike: z.boolean(),
  nextAction,
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
