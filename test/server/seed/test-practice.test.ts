import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { seedPractice } from '#seed/main.ts'
import { TEST_PASSWORD, TEST_TOTP_SECRET } from '#seed/test-practice.ts'
import { findPortals } from '#db/portals.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#test/support/database.ts'

const at = Date.UTC(2026, 10, 24, 15, 42)

async function testPractice(times = 1): Promise<Store> {
  const store = await freshStore()
  onTestFinished(() => store.close())
  for (let time = 0; time < times; time++) {
    await seedPractice({
      store, mode: 'test', at, timeZone: 'America/New_York', newId: () => 'unused',
      hashPassword: async (password) => `hash of ${password}`, seal: (plain) => `sealed ${plain}`, mailKeyId: 'key',
    })
  }
  return store
}

test('the test practice has thirteen people of each role and no patient', async () => {
  const { read } = await testPractice()
  const held = await read.select().from(read.t.staffRoles)
  const perRole = Object.groupBy(held, (one) => one.role)
  expect(Object.values(perRole).map((people) => people?.length)).toEqual([13, 13, 13, 13, 13, 13])
  expect(await read.$count(read.t.patients)).toBe(0)
})

test('clinicians 11 to 13 are clinical staff, the others prescribers', async () => {
  const { read } = await testPractice()
  const clinicians = await read.select().from(read.t.staff).where(eq(read.t.staff.clinicianKind, 'clinical-staff'))
  expect(clinicians.map((one) => one.userName).toSorted()).toEqual(['clinician11', 'clinician12', 'clinician13'])
  expect(await read.$count(read.t.staff, eq(read.t.staff.clinicianKind, 'prescriber'))).toBe(10)
})

test('everybody has the documented password and second factor', async () => {
  const { read } = await testPractice()
  const people = await read.select().from(read.t.staff)
  expect(new Set(people.map((one) => one.passwordHash))).toEqual(new Set([`hash of ${TEST_PASSWORD}`]))
  expect(new Set(people.map((one) => one.totpSealed))).toEqual(new Set([`sealed ${TEST_TOTP_SECRET}`]))
  expect(new Set(people.map((one) => one.status))).toEqual(new Set(['active']))
})

test('there is a site in New York, New Jersey and California, each on its own clock', async () => {
  const { read } = await testPractice()
  const sites = await read.select().from(read.t.sites)
  expect(sites.map((site) => `${site.jurisdiction} ${site.timeZone}`).toSorted()).toEqual([
    'CA America/Los_Angeles', 'NJ America/New_York', 'NY America/New_York',
  ])
})

test('the five portals are there with their rules', async () => {
  const { read } = await testPractice()
  const portals = await findPortals(read)
  expect(portals.map((portal) => portal.id)).toEqual(['mychart-ny-nj', 'nextgen-legacy', 'caremount', 'myportal-ca', 'followmyhealth'])
  expect(portals.every((portal) => portal.versions.length > 0)).toBe(true)
})

test('seeding the test practice twice gives the same rows', async () => {
  const { read } = await testPractice(2)
  expect(await read.$count(read.t.staff)).toBe(78)
  expect(await read.$count(read.t.staffSites)).toBe(78)
  expect(await read.$count(read.t.portals)).toBe(5)
  expect(await read.$count(read.t.practice)).toBe(1)
})
