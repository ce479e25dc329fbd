import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

/** A portal: it takes what it is told, as well as it does that day, and gives files. */
type Told = { headers: IncomingHttpHeaders; body: Record<string, unknown> }
let practice: TestPractice
let m: MessagePractice
let portal: Server
let told: Told[] = []
let answers: number[] = []
let file: Uint8Array = new Uint8Array()

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
  portal = createServer((req, res) => {
    if (req.method === 'GET') {
      res.writeHead(200, { 'Content-Type': 'text/html' })
      res.end(file)
      return
    }
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      told.push({ headers: req.headers, body: JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown> })
      res.writeHead(answers.shift() ?? 200)
      res.end()
    })
  })
  await new Promise<void>((up) => { portal.listen(0, '127.0.0.1', up) })
  const origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
  writeFileSync(join(practice.app.config.dataDir, 'connectors.json'), JSON.stringify({ keys: [], webhooks: [{ portalId: 'mychart-ny-nj', url: `${origin}/hook`, files: `${origin}/files` }] }))
})
afterAll(async () => {
  await practice.stop()
  await new Promise((gone) => { portal.close(gone) })
})

async function answered(more: Record<string, unknown> = {}): Promise<{ threadId: string; entryId: string }> {
  const { threadId, messageId } = await m.receive({ patientId: await m.patient() })
  const desk = await practice.as('clinician1')
  await m.claim(desk, threadId)
  const { body } = await m.act(desk, threadId, 'reply', { text: 'Please keep taking it.', seenMessageId: messageId, ...more })
  return { threadId, entryId: body.entryId ?? '' }
}
const deliver = async () => {
  m.advance(2 * MINUTE)
  await runDueJobs(practice.app)
}

test('DU-03: a reply goes to the portal signed, under one name however often it is tried, and its thread says when it is there', async () => {
  told = []
  answers = [503, 200]
  const { threadId, entryId } = await answered()
  await deliver()
  const stateOf = async () => (await m.open(await practice.as('clinician1'), threadId)).entries.find(({ id }) => id === entryId)?.delivery?.state
  expect(await stateOf()).toBe('queued')
  await deliver()
  await deliver()
  const of = told.filter(({ body }) => body.messageId === entryId)
  expect(of).toHaveLength(2)
  expect(new Set(of.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(of.every(({ headers }) => headers.authorization?.startsWith('Bearer ey'))).toBe(true)
  expect(of[0]?.body).toMatchObject({ kind: 'message.send', text: 'Please keep taking it.', audience: 'all-who-may' })
  expect(await stateOf()).toBe('delivered')
})

test('a reply that the portal will not take is parked and says so', async () => {
  answers = [422]
  const { threadId, entryId } = await answered()
  await deliver()
  expect((await m.open(await practice.as('clinician1'), threadId)).entries.find(({ id }) => id === entryId)?.delivery?.state).toBe('parked')
})

test('an answer for the patient alone opens a thread of its own, and the portal hears that nobody else reads it', async () => {
  told = []
  answers = []
  const { threadId, entryId } = await answered({ audience: 'patient-only' })
  await deliver()
  const desk = await practice.as('clinician1')
  expect((await m.open(desk, threadId)).entries.some(({ id }) => id === entryId)).toBe(false)
  const { messageEntries: e } = practice.app.store.read.t
  const [entry] = await practice.app.store.read.select().from(e).where(eq(e.id, entryId))
  const own = await m.open(desk, entry?.threadId ?? '')
  expect([own.row.audience, own.readers.readers.map(({ kind }) => kind), own.entries.map(({ id }) => id)]).toEqual(['patient-only', ['patient'], [entryId]])
  expect(told.find(({ body }) => body.messageId === entryId)?.body).toMatchObject({ audience: 'patient-only', portalThreadId: null })
})

test('what a patient answers in a thread for them alone stays in it; what somebody else writes under its name does not', async () => {
  const { entryId } = await answered({ audience: 'patient-only' })
  const { messageEntries: e, messageThreads: h } = practice.app.store.read.t
  const [own] = await practice.app.store.read.select({ id: h.id, patientId: h.patientId }).from(e).innerJoin(h, eq(h.id, e.threadId)).where(eq(e.id, entryId))
  if (!own) throw new Error('there is no thread of its own')
  const inIt = { patientId: own.patientId, threadId: own.id }
  const back = await m.receive({ ...inIt, text: 'Thank you. My mother does not know.' })
  expect([back.outcome, back.threadId]).toEqual(['added', own.id])
  const opened = await m.open(await practice.as('clinician1'), own.id)
  expect([opened.row.audience, opened.row.state, opened.row.clock?.answeredAt, opened.readers.readers.map(({ kind }) => kind)]).toEqual(['patient-only', 'open', null, ['patient']])
  const others = await m.receive({ ...inIt, text: 'What did she write?', sender: { kind: 'named', name: 'Ana Heredia', relationship: 'mother' } })
  expect([others.outcome, others.threadId === own.id]).toEqual(['created', false])
  expect((await m.tell({ ...inIt, portalId: 'followmyhealth' })).body.threadId).not.toBe(own.id)
})

test('IN-07: a file is fetched when it is asked for, handed over as a download that no browser guesses about, and kept nowhere', async () => {
  file = new TextEncoder().encode('<script>alert(1)</script>')
  const { threadId } = await m.receive({ patientId: await m.patient(), attachments: [{ ref: 'f-1', name: '../rash "photo".html', mediaType: 'text/html', bytes: file.byteLength }] })
  const desk = await practice.as('clinician1')
  const [attachment] = (await m.open(desk, threadId)).entries.flatMap(({ attachments }) => attachments)
  expect(attachment).toMatchObject({ mediaType: 'text/html', bytes: file.byteLength, showsAsImage: false })
  const got = await desk.get<string>(`/api/message-attachments/${attachment?.id}/content`)
  expect([got.status, got.body]).toEqual([200, '<script>alert(1)</script>'])
  expect([got.headers.get('content-type'), got.headers.get('x-content-type-options'), got.headers.get('content-disposition')?.startsWith('attachment;')]).toEqual(['application/octet-stream', 'nosniff', true])
  expect(got.headers.get('content-disposition')).not.toMatch(/[/\\"]/)
  const elsewhere = await practice.as('clinician2')
  expect((await elsewhere.get(`/api/message-attachments/${attachment?.id}/content`)).status).toBe(404)
  const rows = await practice.app.store.read.select().from(practice.app.store.read.t.messageAttachments)
  expect(JSON.stringify(rows)).not.toContain('alert(1)')
})

test('IN-07: a file larger than any file of a message may be is broken off, and the portal that has none is said to have none', async () => {
  file = new Uint8Array(51 * 1024 * 1024)
  const desk = await practice.as('clinician1')
  const fileOf = async (portalId: string) => {
    const { threadId } = await m.receive({ patientId: await m.patient(), portalId, attachments: [{ ref: 'f-2', name: 'scan.png', mediaType: 'image/png', bytes: 100 }] })
    return (await m.open(desk, threadId)).entries[0]?.attachments[0]?.id ?? ''
  }
  await expect(desk.get(`/api/message-attachments/${await fileOf('mychart-ny-nj')}/content`)).rejects.toThrow(/terminated|aborted|failed/)
  expect((await desk.get<{ code: string }>(`/api/message-attachments/${await fileOf('myportal-ca')}/content`)).body.code).toBe('ATTACHMENT_NOT_REACHED')
})
