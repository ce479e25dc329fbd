import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TodayAnswer } from '#domain/contracts/today.ts'
import { HOUR, isoOf, MINUTE, startOfLocalDay } from '#domain/time.ts'
import { testSites } from '#seed/test-practice.ts'
import { buildAppointment, nextOf, readDay } from '#test/server/today/build-day.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const DAY = '2026-11-24'
const [hudson, , mission] = testSites.map((site) => site.id) as [string, string, string]
let practice: TestPractice
let desk: Desk

/** A patient of Hudson Street who comes at this hour of the day there. */
async function expected(given: string, hour: number, more: Record<string, unknown> = {}, status?: 'arrived' | 'cancelled' | 'noshow'): Promise<string> {
  const made = await buildPatient(practice, { given, family: 'Today', birthDate: '1981-07-27', phone: '914-555-0101', email: `${given.toLowerCase()}@example.org`, ...more })
  await buildAppointment(practice, { patientId: made.id, siteId: hudson, startAt: startOfLocalDay(DAY, 'America/New_York') + hour * HOUR, status })
  return made.id
}

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  practice.clock.advance(Date.parse('2026-11-24T15:42:00Z') - practice.clock.now())
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

describe('the day of a site', () => {
  test('everybody who comes is there, earliest first, with the least that a desk needs (PH-04)', async () => {
    const late = await expected('Clint', 11)
    const early = await expected('Carlota', 9, { language: 'es', birthDate: '1981-07-28', portals: [{ portalId: 'nextgen-legacy', state: 'legacy-only' }] }, 'arrived')
    await expected('Cancelled', 10, {}, 'cancelled')
    const day = await readDay(desk)
    expect([day.site?.name, day.day, day.more]).toEqual(['Hudson Street', DAY, false])
    expect(day.rows.map((row) => row.patientId)).toEqual([early, late])
    expect(day.rows[0]).toEqual({
      id: day.rows[0]?.id, patientId: early, startAt: '2026-11-24T14:00:00.000Z', status: 'arrived', name: 'Carlota Today', birthDate: '1981-07-28', age: 45,
      language: 'es', portalState: 'legacy-only', lookAlike: false, nextAction: { act: 'enroll-now' },
    })
  })

  test('each row says what is missing, or why not', async () => {
    await expected('Nomail', 12, { email: undefined })
    await expected('Nothing', 12, { email: undefined, phone: undefined })
    await expected('Active', 12, { portals: [{ portalId: 'mychart-ny-nj', state: 'active' }] })
    await expected('Dead', 12, { deceased: true })
    await expected('Child', 12, { birthDate: '2014-11-25' })
    await expected('Teen', 12, { birthDate: '2010-01-01' })
    const no = await expected('No', 12)
    await practice.app.store.tx(async (w) => void await w.insert(w.t.enrollmentDeclines).values({ id: 'no', patientId: no, reason: 'prefers-paper', notedBy: 'x', notedAt: 0 }))
    const day = await readDay(desk)
    expect(nextOf(day, 'Nomail Today')).toEqual(['email'])
    expect(nextOf(day, 'Nothing Today')).toEqual(['email', 'phone'])
    expect(nextOf(day, 'Active Today')).toBe('open')
    expect(nextOf(day, 'Dead Today')).toBe('PATIENT_DECEASED')
    expect(nextOf(day, 'Child Today')).toBe('ACCOUNT_TOO_YOUNG')
    expect(nextOf(day, 'Teen Today')).toBe('enroll-now')
    expect(nextOf(day, 'No Today')).toBe('ENROLL_DECLINED')
  })

  test('R10: a teen whose only address is a parent’s, however it is written, needs an own one', async () => {
    const mother = await buildPatient(practice, { given: 'Ann', family: 'Mother', birthDate: '1980-01-01', email: 'Ann.Mother@gmail.com' })
    const household = [{ patientId: mother.id, relationship: 'mother' }]
    await expected('Shares', 13, { birthDate: '2011-02-03', email: 'annmother+kid@gmail.com', household })
    await expected('Owns', 13, { birthDate: '2011-02-03', email: 'own@example.org', household })
    const day = await readDay(desk)
    expect(nextOf(day, 'Shares Today')).toEqual(['own-email'])
    expect(nextOf(day, 'Owns Today')).toBe('enroll-now')
  })

  test('the reason why not comes with its sentences, in the caller’s language', async () => {
    const spanish = await desk.post<TodayAnswer>('/api/today/search', {}, { headers: { 'Accept-Language': 'es' } })
    const child = spanish.body.rows.find((row) => row.name === 'Child Today')?.nextAction
    expect(child).toMatchObject({ act: 'why-not', rule: 'R10', message: 'Aquí una cuenta propia empieza a los 13 años.' })
  })

  test('two people who could be taken for one another are marked, whether or not both come today', async () => {
    await buildPatient(practice, { given: 'Jonathan', family: 'Alike', birthDate: '1970-03-04' })
    await expected('Jon', 15, { family: 'Alike', birthDate: '1970-03-04' })
    const day = await readDay(desk)
    expect(day.rows.filter((row) => row.lookAlike).map((row) => row.name)).toContain('Jon Alike')
  })

  test('who said no and thought otherwise is asked again', async () => {
    await practice.app.store.tx(async (w) => void await w.update(w.t.enrollmentDeclines).set({ endedAt: 1 }).where(eq(w.t.enrollmentDeclines.id, 'no')))
    expect(nextOf(await readDay(desk), 'No Today')).toBe('enroll-now')
  })

  test('AZ-02: a restricted chart leaves no trace, neither as a row nor in a count nor in the record of the list', async () => {
    const before = await readDay(desk)
    const vip = await expected('Vip', 14, { restricted: true })
    const after = await readDay(desk)
    expect(after).toEqual(before)
    expect(JSON.stringify(await lastListed(desk))).not.toContain(vip)
  })
})

describe('whose day', () => {
  test('a site’s day is its own calendar day: a visit at 23:30 in California is not tomorrow’s', async () => {
    const made = await buildPatient(practice, { given: 'Night', family: 'Owl' })
    await buildAppointment(practice, { patientId: made.id, siteId: mission, startAt: Date.parse('2026-11-25T07:30:00Z') })
    const there = await practice.as('frontdesk3')
    expect((await readDay(there)).rows.map((row) => row.name)).toEqual(['Night Owl'])
    expect((await readDay(there, { day: '2026-11-25' })).rows).toEqual([])
  })

  test('a day of 25 hours is one day', async () => {
    const made = await buildPatient(practice, { given: 'Long', family: 'Day' })
    await buildAppointment(practice, { patientId: made.id, siteId: hudson, startAt: Date.parse('2026-11-02T04:59:00Z') })
    expect((await readDay(desk, { day: '2026-11-01' })).rows.map((row) => row.name)).toEqual(['Long Day'])
  })

  test('AZ-02: the day of a site that is not one’s own answers as one that is not there', async () => {
    const foreign = await desk.post('/api/today/search', { siteId: mission })
    const unknown = await desk.post('/api/today/search', { siteId: 'no-such-site' })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'NOT_FOUND'])
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
    expect((await readDay(desk, { siteId: hudson })).sites.map((site) => site.name)).toEqual(['Hudson Street'])
  })

  test('whoever belongs to no site chooses among all of them', async () => {
    const { staffSites } = practice.app.store.read.t
    const lost = await practice.as('frontdesk12')
    await practice.app.store.tx(async (w) => void await w.delete(w.t.staffSites).where(eq(staffSites.staffId, lost.staffId ?? '')))
    expect((await readDay(lost)).sites.map((site) => site.name)).toEqual(['Hudson Street', 'Mission Road', 'Passaic Avenue'])
    expect((await readDay(lost, { siteId: mission })).site?.name).toBe('Mission Road')
  })

  test('a retired site has no day', async () => {
    const away = await practice.as('frontdesk2')
    await practice.app.store.tx(async (w) => void await w.update(w.t.sites).set({ retiredAt: 1 }).where(eq(w.t.sites.id, testSites[1]?.id ?? '')))
    expect((await away.post('/api/today/search', { siteId: testSites[1]?.id })).status).toBe(404)
  })

  test('front desk, helpline, clinician and manager read a day; privacy officer and administrator do not', async () => {
    const answers = await Promise.all(['frontdesk1', 'helpline1', 'clinician1', 'manager1', 'privacy1', 'admin1'].map(async (who) =>
      (await (await practice.as(who)).post('/api/today/search', {})).status))
    expect(answers).toEqual([200, 200, 200, 200, 403, 403])
  })
})

test('AD-01: one list is one event, with the patients that it showed and nothing else of them', async () => {
  const day = await readDay(desk)
  const event = await lastListed(desk)
  expect(event).toEqual({ siteId: hudson, day: DAY, hits: day.rows.length, ids: [...new Set(day.rows.map((row) => row.patientId))] })
})

test('a list shows two hundred and says that there are more; nobody beyond them is in the record', async () => {
  const made = await buildPatient(practice, { given: 'Many', family: 'Times' })
  const startAt = Date.parse('2026-12-01T15:00:00Z')
  for (let place = 0; place < 201; place++) await buildAppointment(practice, { patientId: made.id, siteId: hudson, startAt: startAt + place * MINUTE })
  const day = await readDay(desk, { day: '2026-12-01' })
  expect([day.rows.length, day.more, day.rows.at(-1)?.startAt]).toEqual([200, true, isoOf(startAt + 199 * MINUTE)])
})

test('a day that is no day is a field to mend', async () => {
  expect((await desk.post('/api/today/search', { day: '2026-02-30' })).status).toBe(422)
})

async function lastListed(reader: Desk): Promise<unknown> {
  const db = practice.app.store.read
  const { auditEvents: e } = db.t
  const [row] = await db.select().from(e).where(and(eq(e.actorId, reader.staffId ?? ''), eq(e.event, 'appointment.listed'))).orderBy(desc(e.seq)).limit(1)
  return JSON.parse(row?.detail ?? '{}')
}
