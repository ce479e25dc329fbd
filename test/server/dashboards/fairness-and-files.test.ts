import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FairnessAnswer } from '#domain/contracts/service-levels.ts'
import { HOUR } from '#domain/time.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
let manager: Desk

/** People who wrote once and were answered: six who speak English, five Spanish, two French; one child. */
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
  const people = [...Array<string>(6).fill('en'), ...Array<string>(5).fill('es'), ...Array<string>(2).fill('fr')]
  for (const [at, language] of people.entries()) {
    const { threadId, messageId } = await m.receive({ patientId: await m.patient({ language, birthDate: at === 0 ? '2016-01-01' : '1970-01-01' }) })
    m.advance((at + 1) * 10 * 60_000)
    const desk = await practice.as('clinician1')
    await m.claim(desk, threadId)
    await m.act(desk, threadId, 'reply', { text: 'Thank you.', seenMessageId: messageId })
  }
  manager = await practice.as('manager1')
}, 60_000)
afterAll(() => practice.stop())

test('reply times stand side by side only for groups of five and more, and none can be worked out from the others', async () => {
  const { body } = await manager.post<FairnessAnswer>('/api/service-levels/fairness', { days: 7 })
  const by = (trait: string) => body.by.find((one) => one.trait === trait)
  const shown = (trait: string) => by(trait)?.groups.filter(({ figures }) => figures !== null).map(({ group, people }) => [group, people])
  // French alone would be what is left of the whole: the next smallest goes with it.
  expect([shown('language'), by('language')?.hidden]).toEqual([[['en', 6]], 2])
  expect([shown('age'), by('age')?.hidden]).toEqual([[], 2])
  const english = by('language')?.groups.find(({ group }) => group === 'en')?.figures
  expect([english?.answered, english?.medianMinutes, english?.p90Minutes]).toEqual([6, 40, 60])
})

test('who does not look after the whole is told who can, and nobody sees another’s figures', async () => {
  const clinician = await practice.as('clinician4')
  expect((await clinician.post('/api/service-levels/fairness', { days: 7 })).status).toBe(403)
  expect((await clinician.post('/api/service-levels/export', { days: 7, table: 'people' })).status).toBe(403)
  const { body } = await clinician.post<{ people: { id: string }[] }>('/api/service-levels/messages', { days: 7 })
  expect(body.people.filter(({ id }) => id !== clinician.staffId)).toEqual([])
})

test('IN-08: a file for a spreadsheet holds no formula, whatever a queue is called, and making it is recorded', async () => {
  const lead = await practice.as('frontdesk1')
  const made = await manager.post('/api/message-queues', { name: '=HYPERLINK("https://evil.example")', kind: 'billing', leadId: lead.staffId, memberIds: [lead.staffId] })
  expect(made.status).toBe(200)
  const { body } = await manager.post<{ fileName: string; csv: string; rows: number }>('/api/service-levels/export', { days: 7, table: 'queues' })
  expect(body.csv).toContain("'=HYPERLINK")
  expect(body.csv.split(/\r\n|,/).some((cell) => /^["]?[=+@\t]/.test(cell))).toBe(false)
  expect(body.fileName).toMatch(/^service-levels-queues-2026-/)
  for (const table of ['people', 'weeks', 'heat', 'forecast', 'fairness']) expect([table, (await manager.post('/api/service-levels/export', { days: 7, table })).status]).toEqual([table, 200])
  const rows = await practice.app.store.read.select().from(practice.app.store.read.t.auditEvents)
  expect(rows.filter(({ event }) => event === 'service-levels.exported')).toHaveLength(6)
})

test('a stretch without an answer says so with dashes, not with noughts', async () => {
  m.advance(24 * 40 * HOUR)
  const { body } = await (await practice.as('manager1')).post<{ replies: { answered: number; medianMinutes: number | null } }>('/api/service-levels/messages', { days: 7 })
  expect([body.replies.answered, body.replies.medianMinutes]).toEqual([0, null])
})
