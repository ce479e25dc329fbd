import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FiguresAnswer, FigureRow } from '#domain/contracts/enrollment-figures.ts'
import { invitationStates, statesOut } from '#domain/enrollment/words.ts'
import { DAY, HOUR, localDateOf } from '#domain/time.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let manager: Desk
const now = Date.parse('2026-11-24T15:00:00Z')
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(now)
  await writeRows()
  manager = await practice.as('manager1')
})
afterAll(() => practice.stop())

type Row = TestPractice['app']['store']['read']['t']['portalInvitations']['$inferInsert']
const rows: (Row & { restricted: boolean })[] = []
const portals = ['mychart-ny-nj', 'myportal-ca']

/** Eighty invitations in every state, some of closed charts, spread over the ends of days and weeks. */
async function writeRows(): Promise<void> {
  const people = await Promise.all(Array.from({ length: 80 }, (_, at) => buildPatient(practice, { family: `Figure${at}`, birthDate: '1980-01-01', restricted: at % 11 === 0 })))
  for (const [at, person] of people.entries()) {
    const state = invitationStates[at % invitationStates.length] ?? 'handed'
    const createdAt = now - Math.floor(at * 1.3 * DAY) - (at % 24) * HOUR
    const accepted = state === 'accepted'
    rows.push({
      id: `i${at}`, patientId: person.id, portalId: portals[at % 2] ?? '', siteId: person.siteId, channel: at % 3 === 0 ? 'desk' : 'email', language: 'en', state, stateAt: createdAt, sentAt: createdAt,
      endsAt: createdAt + 60 * DAY, sends: 1, createdBy: 'x', createdAt, openedAt: accepted || state === 'opened' ? createdAt + HOUR : null, acceptedAt: accepted ? createdAt + (at + 1) * HOUR : null, restricted: at % 11 === 0,
    })
  }
  await practice.app.store.tx(async (w) => void await w.insert(w.t.portalInvitations).values(rows.map(({ restricted: _restricted, ...row }) => row)))
}

const zone = 'America/New_York'
const isIn = (row: Row, from: string, to: string) => { const on = localDateOf(row.createdAt, zone); return on >= from && on <= to }
/** The parts again, row by row, from what the words say. */
function recounted(of: readonly Row[]) {
  const out = (row: Row) => (statesOut as readonly string[]).includes(row.state)
  const over = (row: Row) => row.endsAt <= now
  return {
    invited: of.length, opened: of.filter((row) => typeof row.openedAt === 'number').length, activated: of.filter((row) => row.state === 'accepted').length,
    declined: of.filter((row) => row.state === 'declined').length, expired: of.filter((row) => row.state === 'expired' || (out(row) && over(row))).length,
    failed: of.filter((row) => (row.state === 'bounced' || row.state === 'refused') && !over(row)).length,
  }
}

test.each([['2026-08-27', '2026-11-24'], ['2026-10-01', '2026-10-31'], ['2026-11-24', '2026-11-24']])('from %s to %s every figure is what the rows say, and opens as many people', async (from, to) => {
  const { body } = await manager.post<FiguresAnswer>('/api/enrollment-figures/search', { from, to })
  const mine = rows.filter((row) => !row.restricted && isIn(row, from, to))
  expect(body.total).toEqual(recounted(mine))
  expect(body.byPortal.map(({ portalId, name: _name, ...counts }) => [portalId, counts])).toEqual(portals.filter((id) => mine.some((row) => row.portalId === id)).map((id) => [id, recounted(mine.filter((row) => row.portalId === id))]))
  expect(Object.fromEntries(body.byChannel.map(({ channel, ...counts }) => [channel, counts]))).toEqual(Object.fromEntries([...Map.groupBy(mine, (row) => row.channel)].map(([channel, of]) => [channel, recounted(of)])))
  const sum = (of: readonly { invited: number }[]) => of.reduce((total, one) => total + one.invited, 0)
  expect([sum(body.byWeek), sum(body.bySite)]).toEqual([mine.length, mine.length])
  const took = mine.flatMap((row) => (typeof row.acceptedAt === 'number' ? [(row.acceptedAt - row.createdAt) / HOUR] : [])).toSorted((a, b) => a - b)
  const middle = took.length === 0 ? null : ((took[Math.floor((took.length - 1) / 2)] ?? 0) + (took[Math.ceil((took.length - 1) / 2)] ?? 0)) / 2
  expect(body.hoursToActivate).toMatchObject({ people: took.length, median: middle })
  for (const what of ['invited', 'opened', 'activated', 'declined', 'expired', 'failed'] as const) {
    const behind = (await manager.post<{ rows: FigureRow[] }>('/api/enrollment-figures/rows', { from, to, what, limit: 100 })).body.rows
    expect([what, behind.length]).toEqual([what, body.total[what]])
  }
})

test('weeks without an invitation are there, with zeros', async () => {
  const { body } = await manager.post<FiguresAnswer>('/api/enrollment-figures/search', { from: '2026-08-27', to: '2026-11-24', portalId: 'myportal-ca' })
  const days = body.byWeek.map((row) => Date.parse(row.weekOf))
  expect(days.every((day, at) => at === 0 || day - (days[at - 1] ?? 0) === 7 * DAY)).toBe(true)
})
