import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { HOUR, MINUTE } from '#domain/time.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
let weimann: Desk
let fay: Desk
let nurse: Desk
let manager: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
})
beforeEach(async () => {
  weimann = await practice.as('clinician1')
  fay = await practice.as('clinician4')
  nurse = await practice.as('clinician13')
  manager = await practice.as('manager1')
})
afterAll(() => practice.stop())

const text = 'Please keep taking it; we look again in June.'

describe('a claim', () => {
  test('CC-02: of sixteen who claim one thread at once exactly one wins, the others hear who has it', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    const desks = await Promise.all(Array.from({ length: 16 }, (_, at) => practice.as(['clinician1', 'clinician4', 'clinician7', 'clinician10'][at % 4] ?? '')))
    const answers = await Promise.all(desks.map((desk) => m.claim(desk, threadId)))
    const winners = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.row.assignee?.id))
    expect(winners.size).toBe(1)
    for (const { status, body } of answers.filter((one) => one.status !== 200)) {
      expect([status, body.code]).toEqual([409, 'THREAD_HELD'])
      expect(body.current?.byId).toBe([...winners][0])
    }
  })

  test('CC-02: goes on with a sign of life, and can be taken by others once nobody has heard of its owner for ten minutes', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    expect((await m.claim(weimann, threadId)).status).toBe(200)
    m.advance(9 * MINUTE)
    expect((await weimann.post(`/api/message-threads/${threadId}/heartbeat`, { doing: 'answering' })).body).toMatchObject({ mine: true })
    m.advance(9 * MINUTE)
    fay = await practice.as('clinician4')
    expect((await m.claim(fay, threadId)).body.code).toBe('THREAD_HELD')
    expect((await m.row(fay, threadId)).present).toEqual([])
    m.advance(2 * MINUTE)
    expect((await m.claim(fay, threadId)).status).toBe(200)
  })

  test('AU-10: a sign of life that a screen sends keeps the claim and not the session', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    const desk = await practice.as('clinician7')
    expect((await m.claim(desk, threadId)).status).toBe(200)
    const alive = () => desk.post(`/api/message-threads/${threadId}/heartbeat`, { doing: 'answering' })
    m.advance(6 * MINUTE)
    expect((await alive()).status).toBe(200)
    m.advance(6 * MINUTE)
    expect((await alive()).status).toBe(401)
  })

  test('CC-02: others see who is answering while they are at it', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    await m.claim(weimann, threadId)
    await weimann.post(`/api/message-threads/${threadId}/heartbeat`, { doing: 'answering' })
    const present = [{ id: weimann.staffId, name: 'Clinician 1', doing: 'answering' }]
    expect((await m.row(fay, threadId)).present).toEqual(present)
    expect((await fay.post(`/api/message-threads/${threadId}/heartbeat`, { doing: 'reading' })).body).toMatchObject({ mine: false, present })
    await fay.post(`/api/message-threads/${threadId}/leave`, {})
    await weimann.post(`/api/message-threads/${threadId}/leave`, {})
    expect((await m.row(fay, threadId)).present).toEqual([])
  })

  test('is given back with a word, taken over with a note, handed on by a manager', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    await m.claim(weimann, threadId)
    expect((await m.act(fay, threadId, 'give-back')).body.code).toBe('THREAD_NOT_YOURS')
    expect((await m.act(weimann, threadId, 'give-back', { note: 'Refill is with Dr. Fay.' })).body.row.assignee).toBeNull()
    await m.claim(weimann, threadId)
    expect((await m.act(fay, threadId, 'take-over', { note: 'Patient called, waits.' })).body.row.assignee?.id).toBe(fay.staffId)
    expect((await m.act(manager, threadId, 'reassign', { to: nurse.staffId, note: 'Dr. Fay is in surgery.' })).body.row.assignee?.id).toBe(nurse.staffId)
    const { entries } = await m.open(weimann, threadId)
    expect(entries.map(({ cause }) => cause)).toEqual([null, 'give-back', 'take-over', 'reassign'])
  })

  test('AZ-05: a thread is handed only to somebody who works in its queue and may answer there', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    const elsewhere = await practice.as('clinician2')
    const helpline = await practice.as('helpline1')
    for (const to of [elsewhere, helpline, manager]) {
      expect((await m.act(manager, threadId, 'reassign', { to: to.staffId, note: 'Please.' })).body.code).toBe('ASSIGNEE_NOT_IN_QUEUE')
    }
  })
})

describe('a reply', () => {
  const reply = async (desk: Desk, threadId: string, more: Record<string, unknown> = {}) => {
    const { lastPatientMessageId } = await m.open(desk, threadId)
    return m.act(desk, threadId, 'reply', { text, seenMessageId: lastPatientMessageId, ...more })
  }

  test('answers the clock, names who can read it, and goes out through the portal once', async () => {
    const patientId = await m.patient()
    const { threadId } = await m.receive({ patientId })
    m.advance(3 * HOUR)
    weimann = await practice.as('clinician1')
    await m.claim(weimann, threadId)
    const seen = await m.open(weimann, threadId)
    expect(seen.readers.readers.map(({ kind, id }) => ({ kind, id }))).toEqual([{ kind: 'patient', id: patientId }])
    const answer = await reply(weimann, threadId, { leaves: 'resolved' })
    expect([answer.status, answer.body.row.state, answer.body.row.clock?.stage]).toEqual([200, 'resolved', 'running'])
    const { portalCommands: c } = practice.app.store.read.t
    expect(await practice.app.store.read.select({ kind: c.kind, state: c.state }).from(c).where(eq(c.objectId, answer.body.entryId ?? ''))).toEqual([{ kind: 'message.send', state: 'queued' }])
  })

  test('CC-04: sent twice with one key it is one reply, and with the answer of the first', async () => {
    const { threadId, messageId } = await m.receive({ patientId: await m.patient() })
    const { body: claimed } = await m.claim(weimann, threadId)
    const send = () => weimann.post<{ entryId: string }>(`/api/message-threads/${threadId}/reply`, { text, seenMessageId: messageId }, { key: `key-of-${threadId}`, version: claimed.row.version })
    const [one, two] = await Promise.all([send(), send()])
    const three = await send()
    expect([one.status, two.status, three.status]).toEqual([200, 200, 200])
    expect(new Set([one.body.entryId, two.body.entryId, three.body.entryId]).size).toBe(1)
    expect((await m.open(weimann, threadId)).entries.filter(({ kind }) => kind === 'reply')).toHaveLength(1)
  })

  test('CC-03: is not sent while the patient has written again unseen; the text is kept', async () => {
    const patientId = await m.patient()
    const { threadId, messageId } = await m.receive({ patientId, threadId: 'conv-1' })
    await m.claim(weimann, threadId)
    await weimann.post(`/api/message-threads/${threadId}/save-draft`, { text, seenMessageId: messageId })
    const second = await m.receive({ patientId, threadId: 'conv-1', text: 'I forgot: I also feel dizzy when I stand up.' })
    expect(second).toMatchObject({ outcome: 'added', threadId })
    const refused = await m.act(weimann, threadId, 'reply', { text, seenMessageId: messageId })
    expect([refused.status, refused.body.code, refused.body.current?.lastPatientMessageId]).toEqual([409, 'NEW_PATIENT_MESSAGE', second.messageId])
    const opened = await m.open(weimann, threadId)
    expect(opened.draft?.text).toBe(text)
    expect((await m.act(weimann, threadId, 'reply', { text, seenMessageId: second.messageId })).status).toBe(200)
    expect((await m.open(weimann, threadId)).draft).toBeNull()
  })

  test('CC-01: on a version that is no longer the newest is refused with the thread as it is now', async () => {
    const { threadId, messageId } = await m.receive({ patientId: await m.patient() })
    const { body } = await m.claim(weimann, threadId)
    const forgotten = await weimann.post<{ code: string }>(`/api/message-threads/${threadId}/reply`, { text, seenMessageId: messageId })
    expect([forgotten.status, forgotten.body.code]).toEqual([428, 'VERSION_NEEDED'])
    const stale = await weimann.post<{ current: { row: { version: number } } }>(`/api/message-threads/${threadId}/reply`, { text, seenMessageId: messageId }, { version: body.row.version - 1 })
    expect([stale.status, stale.body.current.row.version]).toEqual([412, body.row.version])
  })

  test('is only for whoever holds the thread: two people never answer one', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    expect((await reply(fay, threadId)).body.code).toBe('THREAD_NOT_YOURS')
    await m.claim(weimann, threadId)
    expect((await reply(fay, threadId)).body.code).toBe('THREAD_HELD')
    expect((await reply(weimann, threadId)).status).toBe(200)
  })

  test('a note beside it changes no version, so that whoever is writing goes on', async () => {
    const { threadId } = await m.receive({ patientId: await m.patient() })
    await m.claim(weimann, threadId)
    const { row, lastPatientMessageId } = await m.open(weimann, threadId)
    expect((await nurse.post(`/api/message-threads/${threadId}/note`, { text: 'Last LDL 120 in June.' })).status).toBe(200)
    expect((await weimann.post(`/api/message-threads/${threadId}/reply`, { text, seenMessageId: lastPatientMessageId }, { version: row.version })).status).toBe(200)
  })

  test('a canned reply with a field that has no value is not sent', async () => {
    const made = await manager.post<{ id: string }>('/api/canned-replies', { title: `Lipids ${MONDAY}`, text: 'Dear {patient.given}, please keep taking {which medicine?}.' })
    const { threadId } = await m.receive({ patientId: await m.patient({ given: 'Carin' }) })
    await m.claim(weimann, threadId)
    const filled = await weimann.post<{ text: string; missing: string[] }>(`/api/canned-replies/${made.body.id}/fill`, { threadId })
    expect(filled.body).toMatchObject({ text: 'Dear Carin, please keep taking {which medicine?}.', missing: ['which medicine?'] })
    expect((await reply(weimann, threadId, { text: filled.body.text, cannedReplyId: made.body.id })).body.code).toBe('CANNED_FIELD_EMPTY')
    const whole = await weimann.post<{ text: string }>(`/api/canned-replies/${made.body.id}/fill`, { threadId, values: { 'which medicine?': 'the statin' } })
    expect((await reply(weimann, threadId, { text: whole.body.text, cannedReplyId: made.body.id })).status).toBe(200)
  })
})
