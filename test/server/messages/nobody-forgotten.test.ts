import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE } from '#domain/time.ts'
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

describe('nobody is forgotten', () => {
  const holderOf = async (threadId: string): Promise<string | null> => {
    const { messageThreads: h } = practice.app.store.read.t
    const [row] = await practice.app.store.read.select({ assigneeId: h.assigneeId }).from(h).where(eq(h.id, threadId))
    return row?.assigneeId ?? null
  }
  const guard = async () => {
    m.advance(MINUTE + 1_000)
    await runDueJobs(practice.app)
  }

  test('what is written about a restricted chart goes to its keeper, who alone sees that it is there, and never lies with nobody', async () => {
    const lead = await practice.as('clinician1')
    const patientId = await m.patient({ restricted: true })
    const { threadId } = await m.receive({ patientId, text: 'Please call me back.' })
    expect(await holderOf(threadId)).toBe(lead.staffId)
    const row = (await m.search(lead, { assignee: 'me', limit: 100 })).rows.find(({ id }) => id === threadId)
    expect([row?.mine, row?.patient, row?.line, row?.subject]).toEqual([true, null, null, ''])
    const opened = await lead.post<{ code: string; message: string }>(`/api/message-threads/${threadId}/open`, {})
    expect([opened.body.code, opened.body.message]).toEqual(['RESTRICTED_THREAD', expect.stringContaining('Hernán Heredia')])
    expect((await m.search(await practice.as('clinician4'), { limit: 100 })).rows.some(({ id }) => id === threadId)).toBe(false)
    const { messageThreads: h } = practice.app.store.read.t
    await practice.app.store.tx(async (w) => void await w.update(h).set({ assigneeId: null, assignedAt: null }).where(eq(h.id, threadId)))
    await guard()
    expect(await holderOf(threadId)).toBe(lead.staffId)
  })

  test('a claim that ran out long ago is given back; what an absent colleague holds goes to whoever covers them', async () => {
    const [fay, weimann] = [await practice.as('clinician4'), await practice.as('clinician7')]
    const left = await m.receive({ patientId: await m.patient() })
    await m.claim(fay, left.threadId)
    m.advance(31 * MINUTE)
    await guard()
    expect(await holderOf(left.threadId)).toBeNull()
    const held = await m.receive({ patientId: await m.patient() })
    const manager = await practice.as('manager1')
    await m.act(manager, held.threadId, 'reassign', { to: fay.staffId, note: 'Yours.' })
    const cover = await manager.post('/api/covers', { absentId: fay.staffId, coveringId: weimann.staffId, fromAt: new Date(m.now()).toISOString(), untilAt: new Date(m.now() + 600 * MINUTE).toISOString() })
    expect(cover.status).toBe(200)
    await guard()
    expect(await holderOf(held.threadId)).toBe(weimann.staffId)
    const { auditEvents: e } = practice.app.store.read.t
    expect(await practice.app.store.read.$count(e, and(eq(e.event, 'message.guarded'), eq(e.objectId, held.threadId)))).toBe(1)
  })
})

test('a clinician is told how many results of the patient wait, a front desk is not', async () => {
  const patientId = await m.patient()
  const clinical = await m.receive({ patientId })
  const billing = await m.receive({ patientId, recipient: 'billing' })
  expect((await m.open(await practice.as('clinician4'), clinical.threadId)).context.openResults).toBe(0)
  expect((await m.open(await practice.as('frontdesk1'), billing.threadId)).context.openResults).toBeNull()
})
