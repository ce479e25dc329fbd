import { birthdayOn } from '#domain/birthdays.ts'
import { addDays, type PlainDate } from '#domain/time.ts'

/** What somebody who opens a record must see first. */
export type RecordAlert =
  | { kind: 'restricted' }
  | { kind: 'safety' }
  | { kind: 'nobody-can-act'; on: PlainDate; passed: boolean }
  | { kind: 'band'; age: 12 | 18; on: PlainDate; passed: boolean }
  | { kind: 'contact-bounced' }
  | { kind: 'contact-shared' }

export type AlertFacts = {
  restricted: boolean
  /** A safety note stops somebody; who it is, only the privacy officer reads. */
  safety: boolean
  /** Local day from which nobody can act for the patient on a portal; null: somebody can, as far as is foreseen. */
  gapOn: PlainDate | null
  deceased: boolean
  birthDate: PlainDate
  today: PlainDate
  contacts: readonly { shared: boolean; bounced: boolean }[]
}

const MOST_ALERTS = 2
/** A birthday that changes what proxies see is news for so many days, and foreseen for as many. */
export const BAND_NEWS_DAYS = 30

/** At most two alerts, by rank: restricted or safety, nobody who can act, a band of proxy access that changes, a contact that fails. */
export function recordAlerts(facts: AlertFacts): RecordAlert[] {
  const alerts: RecordAlert[] = []
  if (facts.restricted) alerts.push({ kind: 'restricted' })
  if (facts.safety) alerts.push({ kind: 'safety' })
  if (facts.deceased) return alerts
  if (facts.gapOn !== null) alerts.push({ kind: 'nobody-can-act', on: facts.gapOn, passed: facts.gapOn <= facts.today })
  for (const age of [12, 18] as const) {
    const on = birthdayOn(facts.birthDate, age)
    const isNear = on > addDays(facts.today, -BAND_NEWS_DAYS) && on <= addDays(facts.today, BAND_NEWS_DAYS)
    if (isNear) alerts.push({ kind: 'band', age, on, passed: on <= facts.today })
  }
  if (facts.contacts.some((one) => one.bounced)) alerts.push({ kind: 'contact-bounced' })
  if (facts.contacts.some((one) => one.shared)) alerts.push({ kind: 'contact-shared' })
  return alerts.slice(0, MOST_ALERTS)
}
