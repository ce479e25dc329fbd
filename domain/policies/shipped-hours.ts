import type { Holidays, OfficeHours } from '#domain/portals/hours.ts'

/** MyPortal questions (S2): the support mailbox is read 8:30–17:30, Monday to Friday. */
const mailboxDay = [{ opens: '08:30', closes: '17:30' }]

/**
 * Monday to Friday, 8:30–17:30 (S2). Assumption: the other portals, whose documents name no hours, keep
 * the same ones (R50).
 */
export const weekdayHours: OfficeHours = {
  mon: mailboxDay, tue: mailboxDay, wed: mailboxDay, thu: mailboxDay, fri: mailboxDay, sat: [], sun: [],
}

/** Assumption: the US federal holidays are no business days, and no others, unless a site says otherwise (R50). */
export const federalHolidays: Holidays = { calendar: 'us-federal', alsoClosedOn: [], openAnywayOn: [] }

/** Assumption: waiting for the patient pauses the clock; no document speaks of it (R50). */
export const WAITING_PAUSES = true
