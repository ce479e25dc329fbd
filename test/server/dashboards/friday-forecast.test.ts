import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DrillAnswer, ServiceLevels } from '#domain/contracts/service-levels.ts'
import { DAY, HOUR, isoOf, MINUTE } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { messagePractice, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

/** Friday, 16:00 in New York; its office closes at 17:30. */
const FRIDAY = Date.parse('2026-03-06T21:00:00Z')
/** The pace of the queue's Fridays: minutes after four at which an answer goes out. */
const PACE = [12, 31, 55, 80] as const

let practice: TestPractice
let m: MessagePractice
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  m = messagePractice(practice)
})
afterAll(() => practice.stop())

const at = async (instant: number) => {
  practice.clock.set(instant)
  await runDueJobs(practice.app)
}

async function answer(threadId: string): Promise<void> {
  const desk = await practice.as('clinician1')
  await m.claim(desk, threadId)
  const opened = await m.open(desk, threadId)
  const sent = await m.act(desk, threadId, 'reply', { text: 'Please keep on as before.', seenMessageId: opened.lastPatientMessageId, leaves: 'resolved' })
  expect(sent.status).toBe(200)
}

test('what the dashboard says at four on a Friday of Monday morning is what the week-end then brings, thread by thread', { timeout: 120_000 }, async () => {
  // Four weeks of Fridays at one pace.
  for (let week = 4; week >= 1; week--) {
    const friday = FRIDAY - week * 7 * DAY
    for (const minute of PACE) {
      await at(friday - 30 * HOUR)
      const { threadId } = await m.receive({ patientId: await m.patient() })
      await at(friday + minute * MINUTE)
      await answer(threadId)
    }
  }
  // This week: ten wait, due between 16:20 on Friday and Sunday night.
  const dueAt = [20, 40, 70, 300, 900, 1_500, 2_000, 2_600, 3_100].map((minute) => FRIDAY + minute * MINUTE)
  const waiting: string[] = []
  for (const due of [...dueAt, FRIDAY + 3_200 * MINUTE]) {
    const sentAt = Math.min(due - 48 * HOUR, FRIDAY - MINUTE)
    practice.clock.set(sentAt)
    waiting.push((await m.receive({ patientId: await m.patient(), sentAt: isoOf(sentAt) })).threadId)
  }
  await at(FRIDAY)
  const manager = await practice.as('manager1')
  const { body: shown } = await manager.post<ServiceLevels>('/api/service-levels/messages', { days: 30 })
  const said = (await manager.post<DrillAnswer>('/api/service-levels/threads', { figure: { of: 'forecast' }, limit: 200 })).body.rows.map(({ thread }) => thread.id)
  const queue = shown.forecast.queues.find(({ due }) => due > 0)
  expect([queue?.answersLastFour, queue?.pace, queue?.closesAt]).toEqual([16, 4, isoOf(FRIDAY + 90 * MINUTE)])
  expect(shown.forecast.assumption).toContain('due first')

  // The week-end: people answer what is due first, at the pace of their Fridays; nobody answers until Monday.
  for (const minute of PACE) {
    await at(FRIDAY + minute * MINUTE)
    const next = (await m.search(await practice.as('clinician1'), { limit: 1 })).rows[0]
    await answer(next?.id ?? '')
  }
  await at(Date.parse(queue?.opensAt ?? ''))
  const monday = await practice.as('manager1')
  const late = (await monday.post<DrillAnswer>('/api/service-levels/threads', { figure: { of: 'open', late: true }, limit: 200 })).body.rows.map(({ thread }) => thread.id)
  const answeredLate = (await monday.post<DrillAnswer>('/api/service-levels/threads', { figure: { of: 'answered', onTime: false, from: '2026-03-06', to: '2026-03-09' }, limit: 200 })).body.rows.map(({ thread }) => thread.id)
  const happened = [...late, ...answeredLate].filter((id) => waiting.includes(id)).toSorted()
  console.log(`Friday 16:00: ${queue?.due} due before Monday, ${queue?.reached} reached at this pace, ${shown.forecast.late} late; Monday: ${happened.length} late, ${happened.filter((id) => said.includes(id)).length} of them foretold`)
  expect(said.toSorted()).toEqual(happened)
  expect(happened.length).toBeGreaterThan(0)
  expect(happened.length).toBeLessThan(dueAt.length)
})
