import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asc, eq } from 'drizzle-orm'
import { TEST_PASSWORD } from '#seed/test-practice.ts'
import { MINUTE } from '#domain/time.ts'
import { codeAt, openBrowser, signIn, statusesOf, type Browser } from '#test/server/auth/browser.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice() })
afterAll(() => practice.stop())

const browser = (): Browser => openBrowser(practice.origin)
const now = () => practice.clock.now()
const events = async (event: string) => {
  const { auditEvents } = practice.app.store.read.t
  return practice.app.store.read.select().from(auditEvents).where(eq(auditEvents.event, event)).orderBy(asc(auditEvents.seq))
}

describe('signing in', () => {
  test('AU-02: name and password alone open nothing; with the code of this moment the desk is open', async () => {
    const clerk = browser()
    const first = await clerk.post('/api/session', { userName: ' FrontDesk1 ', password: TEST_PASSWORD })
    expect([first.status, first.body]).toEqual([200, { next: 'second-factor' }])
    expect((await clerk.get('/api/session')).body).toMatchObject({ session: null })
    expect((await clerk.get('/api/account/sessions')).status).toBe(401)
    const second = await clerk.post('/api/session/second-factor', { code: codeAt(now()) })
    expect(second.body).toMatchObject({ practice: { mode: 'test', needsSetUp: false }, session: { staff: { userName: 'frontdesk1', roles: ['front-desk'], initials: 'F1' } } })
    expect((await clerk.get('/api/account/sessions')).status).toBe(200)
    expect((await events('session.signed-in')).at(-1)).toMatchObject({ outcome: 'success', detail: '{"method":"totp"}' })
  })

  test('AU-08: the session lives in one cookie that no script reads, and in no answer', async () => {
    const clerk = browser()
    const reply = await signIn(clerk, 'frontdesk2', now())
    const line = reply.cookies.find((one) => one.startsWith(`${practice.app.config.cookieName}=`)) ?? ''
    expect(line).toMatch(/^__Host-pd-[0-9a-f]{8}=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const token = clerk.cookies.get(practice.app.config.cookieName) ?? ''
    expect(JSON.stringify(reply.body)).not.toContain(token)
    const rows = await practice.app.store.read.select().from(practice.app.store.read.t.staffSessions)
    expect(rows.every((row) => !token.includes(row.id))).toBe(true)
  })

  test('AU-02: a code works once per person, one step early or late passes, two steps late does not', async () => {
    practice.clock.set(Math.ceil(now() / 30_000) * 30_000 + 5_000)
    const [one, two] = [browser(), browser()]
    expect((await signIn(one, 'frontdesk3', now())).status).toBe(200)
    await two.post('/api/session', { userName: 'frontdesk3', password: TEST_PASSWORD })
    expect((await two.post('/api/session/second-factor', { code: codeAt(now()) })).body).toMatchObject({ code: 'SIGN_IN_REFUSED' })
    expect((await two.post('/api/session/second-factor', { code: codeAt(now(), -2) })).status).toBe(401)
    expect((await two.post('/api/session/second-factor', { code: codeAt(now(), 1) })).status).toBe(200)
    const other = browser()
    await other.post('/api/session', { userName: 'frontdesk4', password: TEST_PASSWORD })
    expect((await other.post('/api/session/second-factor', { code: codeAt(now(), -1) })).status).toBe(200)
  })

  test('AU-02: of two browsers with one code at the same moment one gets in', async () => {
    const pair = [browser(), browser()]
    for (const one of pair) await one.post('/api/session', { userName: 'frontdesk5', password: TEST_PASSWORD })
    const replies = await Promise.all(pair.map((one) => one.post('/api/session/second-factor', { code: codeAt(now()) })))
    expect(statusesOf(replies)).toEqual([200, 401])
  })

  test('AU-02: the first step counts for five minutes', async () => {
    const clerk = browser()
    await clerk.post('/api/session', { userName: 'frontdesk6', password: TEST_PASSWORD })
    practice.clock.advance(5 * MINUTE + 1000)
    const reply = await clerk.post('/api/session/second-factor', { code: codeAt(now()) })
    expect([reply.status, reply.body.code]).toEqual([401, 'SECOND_STEP_ENDED'])
  })

  test('AU-06: unknown name, wrong password, disabled, not yet joined: one answer, each on record', async () => {
    const { store } = practice.app
    await store.tx(async (w) => {
      await w.update(w.t.staff).set({ status: 'disabled' }).where(eq(w.t.staff.userName, 'frontdesk7'))
      await w.update(w.t.staff).set({ status: 'invited', passwordHash: null }).where(eq(w.t.staff.userName, 'frontdesk8'))
    })
    const tries = [['nobody-of-that-name', TEST_PASSWORD], ['frontdesk1', 'wrong password'], ['frontdesk7', TEST_PASSWORD], ['frontdesk8', TEST_PASSWORD]]
    const before = (await events('session.sign-in-refused')).length
    const answers = []
    for (const [userName, password] of tries) {
      const { status, body } = await browser().post('/api/session', { userName, password })
      answers.push(JSON.stringify([status, { ...body, requestId: '' }]))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('SIGN_IN_REFUSED')
    expect((await events('session.sign-in-refused')).length).toBe(before + 4)
  })

  test('IN-09: another site cannot start a sign-in', async () => {
    const { body, status } = await browser().post('/api/session', { userName: 'frontdesk1', password: TEST_PASSWORD }, { headers: { Origin: 'https://elsewhere.example' } })
    expect([status, body.code]).toEqual([403, 'ORIGIN_NOT_OURS'])
  })

  test('signing in again in the same browser ends the session before', async () => {
    const desk = browser()
    await signIn(desk, 'helpline1', now())
    const former = new Map(desk.cookies)
    expect((await signIn(desk, 'helpline2', now())).status).toBe(200)
    const thief = openBrowser(practice.origin)
    for (const [name, value] of former) thief.cookies.set(name, value)
    expect((await thief.get('/api/account/sessions')).status).toBe(401)
  })
})
