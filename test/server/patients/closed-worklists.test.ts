import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '#domain/roles.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desks: [string, Desk][]
beforeAll(async () => {
  practice = await openPractice({ PRACTICE: 'demo', REQUESTS_PER_SECOND: '100000' })
  desks = await Promise.all(roles.map(async (role): Promise<[string, Desk]> => [role, await practice.as(await oneWith(role))]))
})
afterAll(() => practice.stop())

/** User name of the first active member of staff of the demo who holds this role. */
async function oneWith(role: string): Promise<string> {
  const { staff, staffRoles } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select({ name: staff.userName }).from(staff).innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(eq(staffRoles.role, role)).orderBy(asc(staff.createdAt), asc(staff.userName))
  return row?.name ?? ''
}

const span = { from: '2025-01-01', to: '2026-12-31' }
/** Every list of people in the console, and every search that lists some. */
const lists: [string, object?][] = [
  ['/api/outbox'], ['/api/two-person-requests'], ['/api/dangling-relations'], ['/api/proxy-requests'], ['/api/proxy-documents'], ['/api/birthdays'], ['/api/proxy-letters'],
  ['/api/prepared-invitations'], ['/api/missing-labs'], ['/api/lab-messages'], ['/api/results/findings'],
  ['/api/patients/search', {}], ['/api/patients/search', { text: 'ma' }], ['/api/patients/differences/search', {}], ['/api/today/search', {}],
  ['/api/enrollments/search', {}], ['/api/invitations/search', {}], ['/api/registrations/search', {}], ['/api/shared-contacts/search', {}],
  ...['invited', 'opened', 'activated', 'declined', 'expired', 'failed', 'declined-at-desk', 'deferred', 'open-now'].map((what): [string, object] => ['/api/enrollment-figures/rows', { ...span, what }]),
  ...['an', 'ma', 'jo'].map((text): [string, object] => ['/api/proxy-persons/search', { text }]),
  ['/api/message-threads/search', { limit: 100 }], ['/api/message-threads/search', { limit: 100, state: 'resolved' }], ['/api/message-threads/next', {}],
  ['/api/service-levels/messages', {}],
  ...['review', 'order', 'held', 'blocked'].map((group): [string, object] => ['/api/results/worklist', { group }]),
  ...['waiting', 'mine', 'ended'].map((group): [string, object] => ['/api/recovery/search', { group }]), ['/api/recovery/supervision', { from: '2026-10-01', to: '2026-12-31' }],
  ['/api/results/released', {}], ['/api/holds/search', { ...span, reason: 'a look' }],
]

/** What every desk is answered, as text: by role, path and body. */
async function everyList(): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const [role, desk] of desks) {
    for (const [path, body] of lists) {
      const answer = body ? await desk.post(path, body) : await desk.get(path)
      expect([path, [200, 403].includes(answer.status)]).toEqual([path, true])
      answers.set(`${role} ${path} ${JSON.stringify(body ?? '')}`, JSON.stringify(answer.body))
    }
  }
  return answers
}

/** Threads that are somebody's to answer now stay theirs when the chart is closed meanwhile. */
async function unheldOf(ids: readonly string[]): Promise<string[]> {
  const { messageThreads: h } = practice.app.store.read.t
  const rows = await practice.app.store.read.select({ id: h.patientId, assigneeId: h.assigneeId, state: h.state }).from(h).where(inArray(h.patientId, [...ids]))
  const held = new Set(rows.filter(({ assigneeId, state }) => assigneeId !== null && state !== 'resolved').map(({ id }) => id))
  return ids.filter((id) => !held.has(id))
}

test('AZ-02: whoever is on any list leaves every list, for every role, once their chart is closed', async () => {
  const { patients } = practice.app.store.read.t
  const all = new Set((await practice.app.store.read.select({ id: patients.id }).from(patients)).map(({ id }) => id))
  const before = await everyList()
  const shown = [...before].map(([list, text]) => [list, [...new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))].filter((id) => all.has(id))] as const)
  const withPeople = new Set(shown.filter(([, ids]) => ids.length > 0).map(([list]) => list.split(' ')[1]))
  expect(withPeople.size).toBeGreaterThan(12)
  const closed = new Set<string>()
  for (const [, ids] of shown) for (const id of (await unheldOf(ids)).slice(0, 3)) closed.add(id)
  await practice.app.store.tx(async (w) => { await w.update(patients).set({ restricted: true }).where(inArray(patients.id, [...closed])) })
  const after = await everyList()
  expect([...after].flatMap(([list, text]) => [...closed].filter((id) => text.includes(id)).map((id) => `${list}: ${id}`))).toEqual([])
})
