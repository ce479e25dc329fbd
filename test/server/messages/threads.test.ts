import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { HOUR, isoOf } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
})
afterAll(() => practice.stop())

describe('its clock', () => {
  const rowOf = async (threadId: string) => m.row(await practice.as('manager1'), threadId)
  /** Whole hours from one instant to another: the practice's clock runs on while a test works. */
  const hoursAfter = (from: number, to: string | null | undefined) => Math.round((Date.parse(to ?? '') - from) / HOUR)

  test('R50: runs from the earliest unanswered message; an answer ends it, and what the patient writes then starts a new one', async () => {
    const patientId = await m.patient()
    const sentAt = m.now()
    const { threadId } = await m.receive({ patientId, threadId: 'c-1', sentAt: isoOf(sentAt) })
    m.advance(5 * HOUR)
    const second = await m.receive({ patientId, threadId: 'c-1' })
    expect((await rowOf(threadId)).clock).toMatchObject({ startedAt: isoOf(sentAt), targetAt: isoOf(sentAt + 48 * HOUR), limitAt: isoOf(sentAt + 72 * HOUR), warnAt: isoOf(sentAt + 36 * HOUR) })
    const desk = await practice.as('clinician1')
    await m.claim(desk, threadId)
    await m.act(desk, threadId, 'reply', { text: 'Yes.', seenMessageId: second.messageId })
    m.advance(HOUR)
    const newAt = m.now()
    await m.receive({ patientId, threadId: 'c-1', sentAt: isoOf(newAt) })
    expect((await rowOf(threadId)).clock).toMatchObject({ startedAt: isoOf(newAt), answeredAt: null })
  })

  test('R50: waiting for the patient stops it; their message lets it run on, and so does reopening', async () => {
    const patientId = await m.patient()
    const sentAt = m.now()
    const { threadId } = await m.receive({ patientId, threadId: 'c-2', sentAt: isoOf(sentAt) })
    const desk = await practice.as('clinician1')
    await m.claim(desk, threadId)
    expect((await m.act(desk, threadId, 'wait')).body.row).toMatchObject({ state: 'waiting', clock: { paused: true, targetAt: null } })
    m.advance(10 * HOUR)
    await m.receive({ patientId, threadId: 'c-2', text: 'No fever.' })
    const { clock } = await rowOf(threadId)
    expect([clock?.paused, hoursAfter(sentAt, clock?.targetAt)]).toEqual([false, 58])
    const again = await practice.as('clinician1')
    await m.claim(again, threadId)
    await m.act(again, threadId, 'resolve', { disposition: 'no-reply-needed' })
    m.advance(4 * HOUR)
    const later = await practice.as('clinician1')
    const { row } = (await m.act(later, threadId, 'reopen')).body
    expect([row.state, row.clock?.answeredAt, hoursAfter(sentAt, row.clock?.targetAt)]).toEqual(['open', null, 62])
  })

  test('R50: a site’s own holiday moves business days of the threads that run, by a walk that loses none and can be stopped anywhere', async () => {
    const threads = []
    const sites = (await (await practice.as('manager3')).get<{ id: string; name: string }[]>('/api/sites')).body
    const siteId = sites.find(({ name }) => name === 'Mission Road')?.id
    for (let n = 0; n < 7; n++) threads.push(await m.receive({ patientId: await m.patient({ siteId }), portalId: 'myportal-ca' }))
    const before = await Promise.all(threads.map(({ threadId }) => rowOf(threadId)))
    const manager = await practice.as('manager1')
    // Closing time in California, by the calendar there.
    const on = isoOf(Date.parse(before[0]?.clock?.targetAt ?? '') - 8 * HOUR).slice(0, 10)
    const changed = await manager.post<{ toRecompute: number }>(`/api/site-calendars/${siteId}/change`, { hours: null, alsoClosedOn: [on], openAnywayOn: [] }, { version: 0 })
    expect([changed.status, changed.body.toRecompute >= 7]).toEqual([200, true])
    const midway = await m.receive({ patientId: await m.patient({ siteId }), portalId: 'myportal-ca' })
    m.advance(11_000)
    await runDueJobs(practice.app)
    const after = await Promise.all([...threads, midway].map(({ threadId }) => rowOf(threadId)))
    expect(new Set(after.map((row) => row.clock?.targetAt)).size).toBe(1)
    expect(Date.parse(after[0]?.clock?.targetAt ?? '')).toBeGreaterThan(Date.parse(before[0]?.clock?.targetAt ?? ''))
    expect((await manager.get<{ siteId: string; toRecompute: number }[]>('/api/site-calendars')).body.find((one) => one.siteId === siteId)?.toRecompute).toBe(0)
  })
})

describe('who sees what', () => {
  test('AZ-02: another pool’s thread answers as one that is not there, in list, counts, reading and acts', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    for (const userName of ['clinician2', 'frontdesk1']) {
      const desk = await practice.as(userName)
      expect((await m.search(desk, { limit: 100 })).rows.some(({ id }) => id === threadId)).toBe(false)
      expect((await desk.post(`/api/message-threads/${threadId}/open`, {})).status).toBe(404)
      expect((await m.claim(desk, threadId)).status).toBe(404)
      expect((await desk.post(`/api/message-threads/${threadId}/note`, { text: 'Hm.' })).status).toBe(404)
    }
  })

  test('AZ-02: a restricted chart’s thread is in no list and no count until the chart is held open', async () => {
    const desk = await practice.as('clinician4')
    const total = async () => (await m.search(desk)).total
    const before = await total()
    const { threadId } = await m.receive({ patientId: await m.patient({ restricted: true }) })
    expect([await total(), (await desk.post(`/api/message-threads/${threadId}/open`, {})).status]).toEqual([before, 404])
    await m.receive({ patientId: await m.patient() })
    expect(await total()).toBe(before + 1)
  })

  test('AZ-02: nor is it among those that are due before the office opens', async () => {
    const desk = await practice.as('clinician4')
    const due = async () => (await desk.get<QueueLine[]>('/api/message-queues')).body.reduce((sum, { dueBeforeOpening }) => sum + dueBeforeOpening, 0)
    const sentAt = isoOf(m.now() - 47 * HOUR)
    const before = await due()
    await m.receive({ patientId: await m.patient({ restricted: true }), sentAt })
    expect(await due()).toBe(before)
    await m.receive({ patientId: await m.patient(), sentAt })
    expect(await due()).toBe(before + 1)
  })

  test('a manager sees whose thread it is and how late, its words with a reason, and the look is recorded', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    const manager = await practice.as('manager1')
    const row = await m.row(manager, threadId)
    expect([row.patient?.name, row.line]).toEqual(['Hernán Heredia', null])
    expect((await manager.post<{ code: string }>(`/api/message-threads/${threadId}/open`, {})).body.code).toBe('REASON_NEEDED')
    expect((await m.open(manager, threadId, 'The patient complained about the answer.')).entries).toHaveLength(1)
    const { auditEvents: e } = practice.app.store.read.t
    const [event] = await practice.app.store.read.select().from(e).where(and(eq(e.event, 'message.opened'), eq(e.objectId, threadId)))
    expect(JSON.parse(event?.detail ?? '{}')).toMatchObject({ reason: 'The patient complained about the answer.' })
  })

  test('clinical threads are answered by clinicians: a helpline agent of the pool reads and notes, no more', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    const helpline = await practice.as('helpline1')
    expect((await m.open(helpline, threadId)).entries).toHaveLength(1)
    const claim = await m.claim(helpline, threadId)
    expect([claim.status, claim.body.code]).toEqual([403, 'CLINICAL_THREAD'])
    expect((await helpline.post(`/api/message-threads/${threadId}/note`, { text: 'Patient called, too.' })).status).toBe(200)
  })
})

test('a message about the wrong patient is moved with its clock, and the portal is told', async () => {
  const wrong = await m.patient()
  const right = await m.patient({ birthDate: '2015-02-03', given: 'Ossie' })
  const { threadId } = await m.receive({ patientId: wrong, threadId: 'c-9' })
  const desk = await practice.as('clinician1')
  const { clock } = await m.row(desk, threadId)
  expect((await m.act(desk, threadId, 'move', { patientId: right })).body.code).toBe('REASON_NEEDED')
  const moved = await m.act(desk, threadId, 'move', { patientId: right, reason: 'She wrote in her own chart about her son.' })
  expect([moved.status, moved.body.row.patient?.id, moved.body.row.clock]).toEqual([200, right, clock])
  expect((await m.open(desk, threadId)).entries[0]?.sender.kind).toBe('named')
  const next = await m.receive({ patientId: wrong, threadId: 'c-9' })
  expect(next).toMatchObject({ outcome: 'created' })
  expect(next.threadId).not.toBe(threadId)
})
