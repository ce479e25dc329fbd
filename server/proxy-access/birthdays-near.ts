import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { GrantState } from '#domain/access/grant-states.ts'
import { birthdayOn } from '#domain/birthdays.ts'
import { addDays, type PlainDate } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** The birthdays at which what proxies see changes (R21, R23). */
export const decisiveAges = [12, 18] as const
export type DecisiveAge = (typeof decisiveAges)[number]

export type NearBirthday = { patientId: string; portalId: string; birthDate: PlainDate; age: DecisiveAge; on: PlainDate }

/**
 * Patients with access in one of these states on a portal whose birthday to `age` falls between two days, both inclusive, by the index of
 * birth dates: nobody else is looked at. Without the dead (R13).
 */
export async function birthdaysNear(
  db: Reader, age: DecisiveAge, from: PlainDate, to: PlainDate, states: readonly GrantState[] = ['pending', 'active', 'suspended'],
): Promise<NearBirthday[]> {
  const { patients: p, proxyGrants: g } = db.t
  // A day more on either side: a leap day's birthday moves by one.
  const [first, last] = [yearsBefore(addDays(from, -1), age), yearsBefore(addDays(to, 1), age)]
  const rows = await db.selectDistinct({ patientId: p.id, portalId: g.portalId, birthDate: p.birthDate }).from(p).innerJoin(g, eq(g.patientId, p.id))
    .where(and(gte(p.birthDate, first), lte(p.birthDate, last), eq(p.deceased, false), inArray(g.state, [...states])))
    .orderBy(asc(p.birthDate), asc(p.id), asc(g.portalId))
  return rows.map((row) => ({ ...row, age, on: birthdayOn(row.birthDate, age) })).filter((one) => one.on >= from && one.on <= to)
}

function yearsBefore(date: PlainDate, years: number): PlainDate {
  return `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`
}
