import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openPractice } from '#test/support/desk.ts'
import { buildPatient, find, open } from '#test/server/patients/people.ts'

const born = ['2014-11-23', '2000-01-01', '1999-12-31', '2004-02-29', '1970-01-01']

/** The machine's own zone for the rest of the test; its offset from UTC in hours shows that it took. */
function moveMachineTo(zone: string): number {
  const before = process.env.TZ
  process.env.TZ = zone
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
  return -new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset() / 60
}

test.each([['Pacific/Kiritimati', 14], ['America/Los_Angeles', -8]])('IN-06: a birth date is the same day in and out where the clock is in %s', async (zone, hours) => {
  expect(moveMachineTo(zone)).toBe(hours)
  const practice = await openPractice({ PRACTICE_TZ: zone })
  onTestFinished(() => practice.stop())
  const desk = await practice.as('frontdesk1')
  const { read } = practice.app.store
  for (const birthDate of born) {
    const { id } = await buildPatient(practice, { birthDate })
    const [row] = await read.select().from(read.t.patients).where(eq(read.t.patients.id, id))
    expect(row?.birthDate).toBe(birthDate)
    expect((await open(desk, id)).birthDate).toBe(birthDate)
    expect((await find(desk, birthDate)).rows.map((one) => one.birthDate)).toEqual([birthDate])
  }
})
