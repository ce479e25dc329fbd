import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { DAY, HOUR, isoOf } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
let key: CryptoKey
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
  const pair = await generateKeyPair('ES256', { extractable: true })
  key = pair.privateKey
  const { kty, crv, x, y } = await exportJWK(pair.publicKey)
  writeFileSync(join(practice.app.config.dataDir, 'connectors.json'), JSON.stringify({ keys: [{ kid: 'p1', iss: 'portal.example', may: ['messages'], portals: ['mychart-ny-nj'], kty, crv, x, y }] }))
})
afterAll(() => practice.stop())

async function call(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const now = Math.floor(m.now() / 1000)
  const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', typ: 'pd-connector', kid: 'p1' }).setIssuer('portal.example').setAudience('portal-desk-connector')
    .setIssuedAt(now).setExpirationTime(now + 120).setJti(randomUUID()).sign(key)
  const answer = await fetch(`${practice.origin}/connector/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` } })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
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
    const desk = await practice.as('clinician1')
    const total = async () => (await m.search(desk)).total
    const before = await total()
    const { threadId } = await m.receive({ patientId: await m.patient({ restricted: true }) })
    expect([await total(), (await desk.post(`/api/message-threads/${threadId}/open`, {})).status]).toEqual([before, 404])
    await m.receive({ patientId: await m.patient() })
    expect(await total()).toBe(before + 1)
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
