import type { PatientFacts } from '#domain/feeds/facts.ts'
import { addDays, localDateOf, type Instant, type PlainDate } from '#domain/time.ts'
import { KANSAS } from '#seed/demo/sources.ts'

/**
 * Children of the sets whose birthday the demo moves near, so that the look-ahead of birthdays has something to show on
 * whatever day it is opened: given and family name in the set, the age they turn, and in how many days.
 */
const near: readonly { given: string; family: string; age: 12 | 18; inDays: number }[] = [
  { given: 'Christen', family: 'Hills', age: 12, inDays: -1 },
  { given: 'Patria', family: 'Stoltenberg', age: 12, inDays: 5 },
  { given: 'Melinda', family: 'Barton', age: 12, inDays: 13 },
  { given: 'Carey', family: 'Sanford', age: 12, inDays: 27 },
  { given: 'Dee', family: 'Jakubowski', age: 12, inDays: 75 },
  { given: 'Shemeka', family: 'Dietrich', age: 18, inDays: 6 },
  { given: 'Garland', family: "O'Hara", age: 18, inDays: 24 },
  { given: 'Rodrigo', family: 'Arce', age: 18, inDays: 60 },
]

/** The child with a birthday that is near; everybody else as they came. */
export function withNearBirthday(patient: PatientFacts, at: Instant): PatientFacts {
  if (patient.source !== KANSAS) return patient
  const moved = near.find((one) => patient.legalFamily.replace(/\d+/g, '') === one.family && patient.legalGiven.replace(/\d+/g, '').startsWith(one.given))
  return moved ? { ...patient, birthDate: bornFor(moved.age, addDays(localDateOf(at, 'America/New_York'), moved.inDays)) } : patient
}

function bornFor(age: number, on: PlainDate): PlainDate {
  const monthDay = on.slice(5) === '02-29' ? '02-28' : on.slice(5)
  return `${Number(on.slice(0, 4)) - age}-${monthDay}`
}
