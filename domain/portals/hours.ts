import { z } from 'zod'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Open from `opens` (inclusive) to `closes` (exclusive), wall clock of whoever keeps the hours. */
const openIntervalSchema = z.strictObject({
  opens: timeOfDay,
  /** `24:00` is the end of the day. */
  closes: z.union([timeOfDay, z.literal('24:00')]),
})
  .refine((interval) => interval.opens < interval.closes, {
    path: ['closes'],
    message: 'Hours close later than they open, on the same day.',
  })

const dayHours = z.array(openIntervalSchema).refine(isInOrder, {
  message: 'Intervals of one day are in order and do not overlap.',
})

/** Hours by weekday; several intervals a day are possible, an empty day is closed. */
export const officeHoursSchema = z.strictObject({
  mon: dayHours, tue: dayHours, wed: dayHours, thu: dayHours, fri: dayHours, sat: dayHours, sun: dayHours,
})
export type OfficeHours = z.infer<typeof officeHoursSchema>

/** Days on which the hours do not hold: a calendar, plus and minus days of one's own. */
export const holidaysSchema = z.strictObject({
  calendar: z.enum(['us-federal', 'none']),
  alsoClosedOn: z.array(z.iso.date()),
  openAnywayOn: z.array(z.iso.date()),
})
export type Holidays = z.infer<typeof holidaysSchema>

function isInOrder(day: { opens: string; closes: string }[]): boolean {
  return day.every((interval, index) => index === 0 || (day[index - 1]?.closes ?? '') <= interval.opens)
}
