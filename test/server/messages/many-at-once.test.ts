import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { DAY } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { messagePractice, MONDAY, type MessagePractice, type Refused } from '#test/server/messages/build-messages.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
let manager: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
  manager = await practice.as('manager1')
})
afterAll(() => practice.stop())

async function three(): Promise<{ id: string; version: number }[]> {
  const threads = []
  for (let n = 0; n < 3; n++) {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    threads.push({ id: threadId, version: (await m.row(manager, threadId)).version })
  }
  return threads
}
const eventsOf = (event: string) => practice.app.store.read.$count(practice.app.store.read.t.auditEvents, and(eq(practice.app.store.read.t.auditEvents.event, event), eq(practice.app.store.read.t.auditEvents.actorId, manager.staffId ?? '')))

test('many threads are assigned by one act with one event that names them all', async () => {
  const threads = await three()
  const to = (await practice.as('clinician4')).staffId ?? ''
  const before = await eventsOf('message.bulk-assigned')
  expect((await manager.post('/api/message-threads/bulk-assign', { threads, to, note: 'Before we open.' })).body).toEqual({ done: 3 })
  for (const { id } of threads) expect((await m.row(manager, id)).assignee?.id).toBe(to)
  expect(await eventsOf('message.bulk-assigned')).toBe(before + 1)
})

test('all of them or none: when one has changed since, it is named and nothing happens', async () => {
  const threads = await three()
  await m.claim(await practice.as('clinician1'), threads[1]?.id ?? '')
  const to = (await practice.as('clinician4')).staffId ?? ''
  const answer = await manager.post<Refused>('/api/message-threads/bulk-assign', { threads, to, note: 'Before we open.' })
  expect([answer.status, answer.body.code, answer.body.current]).toEqual([409, 'THREADS_CHANGED', { ids: [threads[1]?.id] }])
  for (const place of [0, 2]) expect((await m.row(manager, threads[place]?.id ?? '')).assignee).toBeNull()
  const elsewhere = (await practice.as('clinician2')).staffId ?? ''
  const fresh = await three()
  expect((await manager.post<Refused>('/api/message-threads/bulk-assign', { threads: fresh, to: elsewhere, note: 'Before we open.' })).body.code).toBe('ASSIGNEE_NOT_IN_QUEUE')
})

test('many threads are put into another queue, their clocks with them', async () => {
  const threads = await three()
  const queues = (await manager.get<QueueLine[]>('/api/message-queues')).body
  const billing = queues.find(({ kind }) => kind === 'billing')
  const before = await Promise.all(threads.map(({ id }) => m.row(manager, id)))
  expect((await manager.post('/api/message-threads/bulk-forward', { threads, queueId: billing?.id, note: 'All about bills.' })).body).toEqual({ done: 3 })
  const after = await Promise.all(threads.map(({ id }) => m.row(manager, id)))
  expect(after.map(({ queueName, clock }) => [queueName, clock?.targetAt])).toEqual(before.map(({ clock }) => ['Billing', clock?.targetAt]))
})

test('who could take threads is proposed by load and cover: the least laden who is there', async () => {
  const [busy, idle, away] = [await practice.as('clinician1'), await practice.as('clinician7'), await practice.as('clinician10')]
  const threads = await three()
  await manager.post('/api/message-threads/bulk-assign', { threads, to: busy.staffId, note: 'Yours.' })
  await manager.post('/api/covers', { absentId: away.staffId, coveringId: busy.staffId, fromAt: new Date(m.now()).toISOString(), untilAt: new Date(m.now() + DAY).toISOString() })
  const { threadId } = await m.receive({ patientId: await m.patient() })
  const { body } = await manager.post<{ proposals: { to: { id: string } | null }[]; people: { id: string; open: number; away: boolean }[] }>('/api/message-threads/propose-assignment', { ids: [threadId] })
  const there = body.people.filter((one) => !one.away)
  expect(body.people.find(({ id }) => id === away.staffId)?.away).toBe(true)
  expect(there.find(({ id }) => id === body.proposals[0]?.to?.id)?.open).toBe(Math.min(...there.map(({ open }) => open)))
  expect(there.some(({ id }) => id === idle.staffId)).toBe(true)
  const { threadId: closed } = await m.receive({ patientId: await m.patient({ restricted: true }) })
  const { messageThreads: h } = practice.app.store.read.t
  expect(await practice.app.store.read.$count(h, and(eq(h.id, closed), inArray(h.assigneeId, body.people.map(({ id }) => id))))).toBe(1)
  expect((await manager.post<typeof body>('/api/message-threads/propose-assignment', { ids: [threadId] })).body.people).toEqual(body.people)
})

test('every night the kept counts are held beside the threads, and one that is off is put right and told', async () => {
  await three()
  const { messageCounts: c, messageBuckets: b, messageDays: d, messagePersonDays: p, auditEvents: e } = practice.app.store.read.t
  const all = async () => JSON.stringify([await practice.app.store.read.select().from(c).orderBy(c.queueId, c.state, c.assigneeId, c.portalId, c.siteId, c.rank), await practice.app.store.read.select().from(b).orderBy(b.bucket), (await practice.app.store.read.select().from(d).orderBy(d.queueId, d.dayOn)).map(({ onTime, byReply, arrivals }) => [onTime, byReply, arrivals.length])].map((rows) => rows.filter((row) => Array.isArray(row) || row.n !== 0)))
  const night = async () => {
    m.advance(DAY)
    await runDueJobs(practice.app)
  }
  await night()
  const right = await all()
  expect(await practice.app.store.read.$count(e, eq(e.event, 'message.counts-mended'))).toBe(0)
  await practice.app.store.tx(async (w) => {
    await w.update(c).set({ n: 77 })
    await w.delete(b)
    await w.update(d).set({ arrivals: 'aa', onTime: 9 })
    await w.insert(p).values({ staffId: 'nobody', siteId: 'nowhere', dayOn: '2026-03-02', minutes: '0001', onTime: 1, withinLimit: 1 })
  })
  await night()
  expect(await all()).toBe(right)
  expect(await practice.app.store.read.$count(p, eq(p.staffId, 'nobody'))).toBe(0)
  expect(await practice.app.store.read.$count(e, eq(e.event, 'message.counts-mended'))).toBeGreaterThan(0)
})
