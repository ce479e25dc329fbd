import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { DAY, isoOf, MINUTE } from '#domain/time.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { connectorOf, type CallAnswer, type Connector } from '#test/support/connector.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
let portal: Connector
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
  portal = await connectorOf(practice, m.now, { may: ['messages'], portals: ['mychart-ny-nj'] })
})
afterAll(() => practice.stop())

const call = (path: string, body: unknown): Promise<CallAnswer> => portal.call(`POST /connector/v1${path}`, body)
const told = (patient: object, more: object = {}) => ({ id: randomUUID(), portalId: 'mychart-ny-nj', patient, sender: { kind: 'patient' }, subject: 'A question', text: 'May I take both?', sentAt: isoOf(m.now()), ...more })
const queues = async (): Promise<QueueLine[]> => (await (await practice.as('manager1')).get<QueueLine[]>('/api/message-queues')).body

describe('a portal reports a message', () => {
  test('with its signature, by our id or the record number; the same one again changes nothing', async () => {
    const { id, mrn } = await buildPatient(practice)
    const message = told({ mrn })
    const first = await call('/messages', message)
    expect([first.status, first.body.outcome]).toEqual([200, 'created'])
    expect(await call('/messages', message)).toEqual({ status: 200, body: { ...first.body, outcome: 'known' } })
    const { messageThreads: h } = practice.app.store.read.t
    expect(await practice.app.store.read.$count(h, eq(h.patientId, id))).toBe(1)
    expect((await call('/messages', told({ id }, { threadId: message.id }))).body).toMatchObject({ outcome: 'added', threadId: first.body.threadId })
  })

  test('IN-09: without a signature, or for a portal that it does not speak for, nothing is taken', async () => {
    const { id } = await buildPatient(practice)
    expect((await fetch(`${practice.origin}/connector/v1/messages`, { method: 'POST', body: JSON.stringify(told({ id })), headers: { 'Content-Type': 'application/json' } })).status).toBe(401)
    expect((await call('/messages', told({ id }, { portalId: 'myportal-ca' }))).status).toBe(404)
    expect((await call('/messages', told({ id: 'nobody' }))).body.code).toBe('MESSAGE_PATIENT_UNKNOWN')
    expect((await call('/messages', told({ id }, { text: '' }))).status).toBe(422)
    expect((await call('/messages', told({ id }, { text: 'x'.repeat(10_001) }))).status).toBe(422)
  })

  test('IN-07: what is written is text: no control or turning signs, and nothing that acts', async () => {
    const { id } = await buildPatient(practice)
    const { body } = await call('/messages', told({ id }, { subject: 'Re:\u202e gnihtemos', text: '<script>alert(1)</script>\u0007\r\nhttps://evil.example\u200e' }))
    const { entries, row } = await m.open(await practice.as('clinician1'), String(body.threadId))
    expect([entries[0]?.text, row.subject]).toEqual(['<script>alert(1)</script>\nhttps://evil.example', 'Re: gnihtemos'])
  })

  test('somebody else may have written it: who wrote and whom it is about are two people', async () => {
    const { id } = await buildPatient(practice, { given: 'Ossie' })
    const { body } = await call('/messages', told({ id }, { sender: { kind: 'named', name: 'Maria Heredia', relationship: 'mother' } }))
    const { entries, row } = await m.open(await practice.as('clinician1'), String(body.threadId))
    expect([row.patient?.name, row.writtenBy, entries[0]?.sender]).toEqual(['Ossie Heredia', 'Maria Heredia', { kind: 'named', name: 'Maria Heredia', relationship: 'mother' }])
  })

  test('R80: in its silent days, read-only or retired, a portal takes no messages: phone', async () => {
    const { id } = await buildPatient(practice)
    const at = (portalId: string, sentAt: string) => m.tell({ patientId: id, portalId, sentAt })
    expect((await at('mychart-ny-nj', '2025-02-28T15:00:00Z')).body.code).toBe('MESSAGE_NOT_TAKEN')
    expect((await at('nextgen-legacy', '2025-02-27T05:00:00Z')).body.code).toBe('MESSAGE_NOT_TAKEN')
    expect((await at('nextgen-legacy', '2025-02-27T04:59:59Z')).status).toBe(200)
    expect((await at('mychart-ny-nj', '2025-03-01T05:00:00Z')).status).toBe(200)
  })

  test('R80: an answer to a thread of a portal that takes none any more is a call, and the call answers the clock', async () => {
    const { threadId, messageId } = await m.receive({ patientId: await m.patient(), portalId: 'nextgen-legacy', sentAt: '2025-02-26T22:00:00Z' })
    const desk = await practice.as('clinician1')
    await m.claim(desk, threadId)
    const { may } = await m.open(desk, threadId)
    expect(may.reply?.code).toBe('PORTAL_TAKES_NO_MESSAGES')
    expect((await m.act(desk, threadId, 'reply', { text: 'Hello.', seenMessageId: messageId })).body.code).toBe('PORTAL_TAKES_NO_MESSAGES')
    expect((await m.act(desk, threadId, 'record-call', { outcome: 'no-answer', at: isoOf(m.now()), note: 'Rang ten times.' })).body.row.clock?.answeredAt).toBeNull()
    expect((await m.act(desk, threadId, 'record-call', { outcome: 'spoke', at: isoOf(m.now()), note: 'Form is signed.' })).body.row.clock?.answeredAt).not.toBeNull()
  })
})

test('R50: a call that is noted late answers what was written before it; what came after it has a clock of its own', async () => {
  const patientId = await m.patient()
  const { threadId } = await m.receive({ patientId, threadId: 'conversation-1' })
  const calledAt = m.now() + 10 * MINUTE
  m.advance(30 * MINUTE)
  const laterAt = m.now()
  await m.receive({ patientId, threadId: 'conversation-1', text: 'One thing more.' })
  m.advance(5 * MINUTE)
  const desk = await practice.as('clinician1')
  await m.claim(desk, threadId)
  const { body } = await m.act(desk, threadId, 'record-call', { outcome: 'spoke', at: isoOf(calledAt), note: 'He keeps taking it.' })
  expect([body.row.clock?.startedAt, body.row.clock?.answeredAt]).toEqual([isoOf(laterAt), null])
  const { messageClocks: c } = practice.app.store.read.t
  const clocks = await practice.app.store.read.select({ startedAt: c.startedAt, answeredAt: c.answeredAt }).from(c).where(eq(c.threadId, threadId)).orderBy(c.startedAt)
  expect(clocks.map(({ answeredAt }) => answeredAt)).toEqual([calledAt, null])
})

test('the whole number on file is for whoever holds the thread; everybody else sees its end', async () => {
  const { threadId } = await m.receive({ patientId: await m.patient({ phone: '914-555-0166' }) })
  const [desk, other] = [await practice.as('clinician1'), await practice.as('clinician2')]
  expect((await m.open(desk, threadId)).context).toMatchObject({ phoneTail: '66', phone: null })
  await m.claim(desk, threadId)
  expect((await m.open(desk, threadId)).context.phone?.replace(/\D/g, '')).toBe('9145550166')
  const seen = await m.open(other, threadId)
  expect(seen.context?.phone ?? null).toBeNull()
})

describe('where a message goes', () => {
  test('R55: the first rule that fits decides; what no rule takes goes to the default, never to nobody', async () => {
    const all = await queues()
    const nameOf = (id: string) => all.find((queue) => queue.id === id)?.name
    const sites = await Promise.all([1, 2, 3].map(async (number) => (await (await practice.as(`frontdesk${number}`)).get<{ id: string; name: string }[]>('/api/sites')).body))
    const california = sites[0]?.find(({ name }) => name === 'Mission Road')?.id
    const goes = async (more: Record<string, unknown>, patient: Record<string, unknown> = {}) => {
      const { threadId } = await m.receive({ patientId: await m.patient(patient), ...more })
      const { messageThreads: h } = practice.app.store.read.t
      const [row] = await practice.app.store.read.select({ queueId: h.queueId }).from(h).where(eq(h.id, threadId))
      return nameOf(row?.queueId ?? '')
    }
    expect(await goes({})).toBe('Hudson Street providers')
    expect(await goes({}, { siteId: california })).toBe('Mission Road providers')
    expect(await goes({ recipient: 'billing' })).toBe('Billing')
    expect(await goes({ recipient: 'administrative-support' })).toBe('Administrative support')
    expect(await goes({ topic: 'technical' })).toBe('Helpline mailbox')
    const manager = await practice.as('manager1')
    const { body: routing } = await manager.get<{ version: number; defaultQueueId: string }>('/api/message-routing')
    const changed = await manager.post('/api/message-routing/change', { rules: [], defaultQueueId: routing.defaultQueueId }, { version: routing.version })
    expect([changed.status, await goes({})]).toEqual([200, 'Administrative support'])
    expect((await manager.post('/api/message-routing/change', { rules: [], defaultQueueId: 'nobody' }, { version: routing.version + 1 })).status).toBe(404)
    expect((await manager.post('/api/message-routing/change', { rules: [], defaultQueueId: routing.defaultQueueId }, { version: routing.version })).status).toBe(412)
    const tables = practice.app.store.read.t
    await practice.app.store.tx(async (w) => void await w.delete(tables.messageRoutings).where(eq(tables.messageRoutings.version, routing.version + 1)))
  })

  test('R52: emergency wording rises to the top, goes to clinicians, and is closed only with what a clinician says was done', async () => {
    const { threadId, messageId } = await m.receive({ patientId: await m.patient(), recipient: 'billing', text: 'About my bill. Also, I have crushing chest pain right now and cannot breathe.' })
    const desk = await practice.as('clinician1')
    const [first] = (await m.search(desk)).rows
    expect([first?.id, first?.flagged, first?.queueName]).toEqual([threadId, true, 'Hudson Street providers'])
    await m.claim(desk, threadId)
    expect((await m.act(desk, threadId, 'resolve', { disposition: 'answered' })).body.code).toBe('FLAG_NEEDS_DISPOSITION')
    expect((await m.act(desk, threadId, 'reply', { text: 'Call 911.', seenMessageId: messageId, leaves: 'resolved' })).body.code).toBe('FLAG_NEEDS_DISPOSITION')
    expect((await m.act(desk, threadId, 'resolve', { disposition: 'not-emergency' })).body.code).toBe('DISPOSITION_NEEDS_BECAUSE')
    expect((await m.act(desk, threadId, 'forward', { queueId: (await queues()).find(({ kind }) => kind === 'billing')?.id, note: 'About a bill.' })).body.code).toBe('QUEUE_NOT_CLINICAL')
    const closed = await m.act(desk, threadId, 'resolve', { disposition: 'called' })
    expect([closed.status, closed.body.row.state, closed.body.row.flagged]).toEqual([200, 'resolved', false])
    const calm = await m.receive({ patientId: await m.patient() })
    await m.claim(desk, calm.threadId)
    expect((await m.act(desk, calm.threadId, 'resolve', { disposition: 'called' })).body.code).toBe('DISPOSITION_NEEDS_FLAG')
  })
})

test('a read receipt takes the reply off the unread; without one it stands there after three days', async () => {
  const { threadId, messageId } = await m.receive({ patientId: await m.patient() })
  const desk = await practice.as('clinician1')
  await m.claim(desk, threadId)
  const { body } = await m.act(desk, threadId, 'reply', { text: 'Yes.', seenMessageId: messageId })
  m.advance(3 * DAY)
  const manager = await practice.as('manager1')
  const unread = async () => (await m.search(manager, { notRead: true, limit: 100 })).rows.some(({ id }) => id === threadId)
  expect(await unread()).toBe(true)
  expect((await call('/read-receipts', { messageId: body.entryId, readAt: isoOf(m.now()) })).body).toEqual({ outcome: 'read' })
  expect(await unread()).toBe(false)
})
