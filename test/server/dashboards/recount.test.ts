import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { dueState } from '#domain/business-time/due-state.ts'
import type { DrillAnswer, Figure, ServiceLevels } from '#domain/contracts/service-levels.ts'
import { ageBands } from '#domain/messages/words.ts'
import { DAY, HOUR, isoOf, MINUTE } from '#domain/time.ts'
import { promisedFor, replyClockOf } from '#db/messages/clocks.ts'
import { runDueJobs } from '#server/job-list.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
let manager: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY - 20 * DAY)
  m = messagePractice(practice)
})
afterAll(() => practice.stop())

/** The same course of events at each run: numbers that look drawn. */
function drawn(seed: number): () => number {
  let at = seed
  return () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    return at / 2 ** 32
  }
}

const levels = async (): Promise<ServiceLevels> => {
  manager = await practice.as('manager1')
  const answer = await manager.post<ServiceLevels>('/api/service-levels/messages', { days: 30 })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
const behind = async (figure: Figure): Promise<number> => {
  const answer = await manager.post<DrillAnswer>('/api/service-levels/threads', { figure, limit: 200 })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  expect(answer.body.rows.length).toBe(Math.min(200, answer.body.total))
  return answer.body.total
}

/** Three weeks of messages that are claimed, answered, paused, forwarded, closed, reopened and moved. */
async function liveThrough(): Promise<void> {
  const next = drawn(7)
  const patients = await Promise.all(Array.from({ length: 12 }, (_, at) => m.patient({ birthDate: `${1950 + at * 5}-03-04`, restricted: at === 3, language: at % 3 === 0 ? 'es' : 'en' })))
  const hidden = patients[3] ?? ''
  const threads: string[] = []
  const queues = (await manager.get<{ id: string }[]>('/api/message-queues')).body
  for (let step = 0; step < 160; step++) {
    m.advance(Math.floor(next() * 6 * HOUR) + 13 * MINUTE)
    const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
    const patientId = pick(patients)
    if (next() < 0.45 || threads.length === 0) {
      const recipient = pick(['provider', 'provider', 'billing'] as const)
      const { threadId } = await m.receive({ patientId, recipient, portalId: pick(['mychart-ny-nj', 'mychart-ny-nj', 'myportal-ca']), threadId: `conv-${patientId}-${recipient}-${Math.floor(next() * 3)}` })
      if (!threads.includes(threadId) && patientId !== hidden) threads.push(threadId)
      continue
    }
    const threadId = pick(threads)
    const desk = await practice.as(pick(['clinician1', 'clinician4', 'frontdesk1']))
    await m.claim(desk, threadId)
    const opened = await m.open(desk, threadId)
    if (!opened.row) continue
    const what = pick(['reply', 'reply', 'wait', 'resolve', 'record-call', 'give-back', 'go-on', 'reopen', 'forward'])
    await desk.post(`/api/message-threads/${threadId}/${what}`, {
      reply: { text: 'Thank you.', seenMessageId: opened.lastPatientMessageId, leaves: pick(['open', 'waiting', 'resolved']) }, wait: {}, resolve: { disposition: 'no-reply-needed' },
      'record-call': { outcome: 'spoke', at: isoOf(m.now()), note: 'Spoke with the patient.' }, 'give-back': {}, 'go-on': {}, reopen: {},
      forward: { queueId: pick(queues).id, note: 'For you, I think.' },
    }[what], { version: opened.row.version })
  }
}

test('every number of the screen is the number of threads behind it, at the hour and off it, and restricted charts are in none', { timeout: 300_000 }, async () => {
  manager = await practice.as('manager1')
  await liveThrough()
  for (const step of [0, 17 * MINUTE, 5 * HOUR, 23 * HOUR]) {
    m.advance(step)
    await runDueJobs(practice.app)
    const shown = await levels()
    expect(shown.open.total).toBe(await behind({ of: 'open' }))
    expect(shown.open.unclaimed).toBe(await behind({ of: 'open', assignee: 'nobody' }))
    expect(shown.open.late).toBe(await behind({ of: 'open', late: true }))
    expect(shown.open.waiting).toBe(await behind({ of: 'open', state: 'waiting' }))
    for (const queue of shown.queues) {
      expect([queue.name, queue.total]).toEqual([queue.name, await behind({ of: 'open', queueId: queue.id })])
      for (const band of ageBands) expect([queue.name, band, queue.bands[band]]).toEqual([queue.name, band, await behind({ of: 'open', queueId: queue.id, band })])
      expect([queue.name, queue.replies.answered]).toEqual([queue.name, await behind({ of: 'answered', queueId: queue.id, from: shown.from, to: shown.to })])
      expect([queue.name, queue.replies.onTime]).toEqual([queue.name, await behind({ of: 'answered', queueId: queue.id, onTime: true, from: shown.from, to: shown.to })])
    }
    for (const person of shown.people) {
      expect([person.name, person.open, person.late, person.replies.answered]).toEqual([
        person.name, await behind({ of: 'open', assignee: person.id }), await behind({ of: 'open', assignee: person.id, late: true }),
        await behind({ of: 'answered', staffId: person.id, from: shown.from, to: shown.to }),
      ])
    }
    for (const kind of ['reply', 'call', 'resolve'] as const) expect([kind, shown.replies.byKind[kind]]).toEqual([kind, await behind({ of: 'answered', kind, from: shown.from, to: shown.to })])
    const cells = shown.heat.cells.filter(({ messages }) => messages > 0)
    for (const { weekday, hour, messages } of cells) expect([weekday, hour, messages]).toEqual([weekday, hour, await behind({ of: 'arrived', weekday, hour, from: shown.from, to: shown.to })])
    for (const week of shown.weeks) expect([week.from, week.arrived]).toEqual([week.from, await behind({ of: 'arrived', from: week.from, to: week.to })])
    for (const { from, to, answered, onTime } of shown.weeks) expect([from, answered, onTime]).toEqual([from, await behind({ of: 'answered', from, to }), await behind({ of: 'answered', from, to, onTime: true })])
    expect([shown.forecast.late, shown.forecast.nobody]).toEqual([await behind({ of: 'forecast' }), await behind({ of: 'forecast', part: 'nobody' })])
    for (const { queueId, due, reached, answersLastFour } of shown.forecast.queues) {
      expect([due, reached, answersLastFour]).toEqual([await behind({ of: 'forecast', queueId, part: 'due' }), await behind({ of: 'forecast', queueId, part: 'reached' }), await behind({ of: 'pace', queueId })])
    }
    expect(shown.thisWeek.flagged).toBe(await behind({ of: 'flagged', from: shown.thisWeek.from }))
    expect([shown.thisWeek.flaggedOpen, shown.open.nobodyAnswers]).toEqual([await behind({ of: 'open', flagged: true }), await behind({ of: 'open', late: true, assignee: 'nobody' })])
    expect(shown.notRead.threads).toBe(await behind({ of: 'not-read' }))
  }
})

test('median and 90th percentile are those of the answers behind them', async () => {
  const { messageClocks: c, patients: p } = practice.app.store.read.t
  const shown = await levels()
  const rows = await practice.app.store.read.select({ minutes: c.minutes, queueId: c.queueId, on: c.answeredOn, restricted: p.restricted }).from(c).innerJoin(p, eq(p.id, c.patientId))
  for (const queue of shown.queues) {
    const minutes = rows.filter((row) => row.queueId === queue.id && !row.restricted && (row.on ?? '') >= shown.from && (row.on ?? '') <= shown.to)
      .map((row) => row.minutes ?? 0).toSorted((a, b) => a - b)
    expect([queue.name, queue.replies.medianMinutes, queue.replies.p90Minutes])
      .toEqual([queue.name, minutes[Math.floor(minutes.length / 2)] ?? null, minutes[Math.floor(minutes.length * 0.9)] ?? null])
  }
})

test('what a thread keeps of its clock is what the engine says of it now, for every thread', async () => {
  const { store } = practice.app
  const { messageThreads: h, messageClocks: c } = store.read.t
  const rows = await store.read.select({ thread: h, clock: c }).from(h).innerJoin(c, eq(c.id, h.clockId))
  expect(rows.length).toBeGreaterThan(20)
  for (const { thread, clock } of rows) {
    const { policy, calendar } = await promisedFor(store.read, thread, clock.startedAt)
    const due = dueState(replyClockOf(clock), policy.messages.promise, calendar, m.now())
    expect([thread.id, thread.warnAt, thread.targetAt, thread.limitAt, thread.pausedAt !== null, thread.answeredAt !== null])
      .toEqual([thread.id, due.warnAt, due.targetAt, due.limitAt, due.paused, due.answered])
  }
})
