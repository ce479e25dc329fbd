import { hash } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEST_PASSWORD } from '#seed/test-practice.ts'
import { MINUTE } from '#domain/time.ts'
import { codeAt, openBrowser, signIn, type Browser } from '#test/server/auth/browser.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice() })
afterAll(() => practice.stop())

const now = () => practice.clock.now()
const desk = async (userName: string, password = TEST_PASSWORD): Promise<Browser> => {
  const browser = openBrowser(practice.origin)
  expect((await signIn(browser, userName, now(), password)).status).toBe(200)
  return browser
}
const rowOf = async (userName: string) => {
  const { staff } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select().from(staff).where(eq(staff.userName, userName))
  return row
}
const change = (browser: Browser, newPassword: string, currentPassword = TEST_PASSWORD, key?: string) =>
  browser.post<{ errors?: Record<string, string>; sessionsEnded?: number }>('/api/account/password', { currentPassword, newPassword }, { key })

describe('one’s own password', () => {
  const long = 'k'.repeat(71)
  test.each([
    ['seven characters', 'sevench', false],
    ['eight characters', 'eightch!', true],
    ['words and spaces', 'four words lie here', true],
    ['seventy-two characters and one more', `${long}zy1`, true],
    ['the same but its last character', `${long}zy2`, true],
    ['two hundred fifty-six characters', 'ab'.repeat(128), true],
    ['one more than that', `${'ab'.repeat(128)}c`, false],
    ['no Latin letters at all', '長い合言葉をここに書く', true],
    ['eight characters that everybody takes', 'password1', false],
    ['the same in capitals', 'PASSWORD1', false],
    ['one character over and over', '            ', false],
    ['the user name with a year', 'Manager12-2026', false],
  ].map((row, at) => [...row, at + 1] as [string, string, boolean, number]))('AU-03: %s', async (_what, password, taken, at) => {
    const userName = `manager${at}`
    const reply = await change(await desk(userName), password)
    expect([reply.status, reply.body.errors?.newPassword === undefined]).toEqual(taken ? [200, true] : [422, false])
    if (!taken) return
    const enter = async (typed: string) => (await openBrowser(practice.origin).post('/api/session', { userName, password: typed })).status
    const last = password.at(-1) === '1' ? '2' : '1'
    expect([await enter(password.slice(0, -1) + last), await enter(password.slice(0, -1)), await enter(password)]).toEqual([401, 401, 200])
  })

  test('AU-03: the same letters composed in two ways are the same password', async () => {
    const clerk = await desk('frontdesk3')
    expect((await change(clerk, 'cafe\u0301 au lait, bitte')).status).toBe(200)
    practice.clock.advance(MINUTE)
    expect((await signIn(openBrowser(practice.origin), 'frontdesk3', now(), 'caf\u00e9 au lait, bitte')).status).toBe(200)
  })

  test('AU-11: changing it ends every other session, keeps this one, and a mail tells the person', async () => {
    const [here, there] = [await desk('frontdesk4'), openBrowser(practice.origin)]
    practice.clock.advance(MINUTE)
    await signIn(there, 'frontdesk4', now())
    const reply = await change(here, 'seven green bottles')
    expect(reply.body).toEqual({ sessionsEnded: 1 })
    expect((await here.get('/api/account/sessions')).status).toBe(200)
    expect((await there.get('/api/account/sessions')).status).toBe(401)
    const { outboxMails } = practice.app.store.read.t
    const mails = await practice.app.store.read.select().from(outboxMails).where(eq(outboxMails.address, 'frontdesk4@example.org'))
    expect(mails.map((mail) => [mail.template, mail.refs])).toEqual([['staff-account-changed', '{"change":"password"}']])
  })

  test('AU-05: the present password cannot be guessed at an open desk', async () => {
    const clerk = await desk('frontdesk5')
    for (let at = 0; at < 5; at += 1) expect((await change(clerk, 'seven green bottles', `wrong ${at}`)).status).toBe(422)
    expect((await change(clerk, 'seven green bottles')).status).toBe(429)
  })

  test('CC-04: asking twice under one key changes it once, and no row shows what was typed', async () => {
    const clerk = await desk('frontdesk6')
    const replies = [await change(clerk, 'nine green bottles', TEST_PASSWORD, 'change-once-1'), await change(clerk, 'nine green bottles', TEST_PASSWORD, 'change-once-1')]
    expect(replies.map((reply) => reply.body)).toEqual([{ sessionsEnded: 0 }, { sessionsEnded: 0 }])
    const { read } = practice.app.store
    const kept = JSON.stringify([await read.select().from(read.t.idempotencyKeys), await read.select().from(read.t.auditEvents)])
    expect(kept).not.toMatch(/nine green|maple harbor/)
  })

  test('AU-04: it is kept as argon2id, and an older, cheaper hash is renewed at the next sign-in', async () => {
    expect((await rowOf('frontdesk6'))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const cheap = await hash(TEST_PASSWORD, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 })
    await practice.app.store.tx(async (w) => { await w.update(w.t.staff).set({ passwordHash: cheap }).where(eq(w.t.staff.userName, 'frontdesk7')) })
    await desk('frontdesk7')
    expect((await rowOf('frontdesk7'))?.passwordHash).toMatch(/m=19456,t=2/)
  })
})

describe('recovery codes', () => {
  const renew = async (browser: Browser, key?: string) => {
    const { proof } = (await browser.post<{ proof: string }>('/api/session/step-up', { action: 'account.renew-recovery-codes', objectId: 'own', code: codeAt(now(), 1) })).body
    return browser.post<{ recoveryCodes: string[] }>('/api/account/recovery-codes', {}, { stepUp: proof, key })
  }

  test('AU-02: ten codes, each opens once instead of the authenticator, typed with or without dashes', async () => {
    const owner = await desk('helpline1')
    const { recoveryCodes } = (await renew(owner)).body
    expect(new Set(recoveryCodes).size).toBe(10)
    const [code = ''] = recoveryCodes
    const enter = async (recoveryCode: string) => {
      const browser = openBrowser(practice.origin)
      await browser.post('/api/session', { userName: 'helpline1', password: TEST_PASSWORD })
      return (await browser.post('/api/session/second-factor', { recoveryCode })).status
    }
    expect(await enter(code.toLowerCase().replaceAll('-', ' '))).toBe(200)
    expect(await enter(code)).toBe(401)
    expect(await enter(recoveryCodes[1] ?? '')).toBe(200)
  })

  test('AU-02: a new set ends the old one; a repeat shows the same set; no row holds a code', async () => {
    const owner = await desk('helpline2')
    const first = (await renew(owner)).body.recoveryCodes
    practice.clock.advance(MINUTE)
    const reply = await renew(owner, 'renew-codes-1')
    const again = await owner.post<{ recoveryCodes: string[] }>('/api/account/recovery-codes', {}, { key: 'renew-codes-1' })
    expect(again.body).toEqual(reply.body)
    const browser = openBrowser(practice.origin)
    await browser.post('/api/session', { userName: 'helpline2', password: TEST_PASSWORD })
    expect((await browser.post('/api/session/second-factor', { recoveryCode: first[0] })).status).toBe(401)
    const { read } = practice.app.store
    const kept = JSON.stringify([await read.select().from(read.t.idempotencyKeys), await read.select().from(read.t.recoveryCodes), await read.select().from(read.t.auditEvents)])
    for (const code of reply.body.recoveryCodes) expect(kept.includes(code) || kept.includes(code.replaceAll('-', ''))).toBe(false)
  })
})

test('preferences are kept with the person, not the browser', async () => {
  const clerk = await desk('helpline3')
  expect((await clerk.post('/api/account/preferences', { language: 'es', theme: 'dark', singleKeys: false, figuresAsTables: true })).status).toBe(200)
  practice.clock.advance(MINUTE)
  const elsewhere = openBrowser(practice.origin)
  expect((await signIn(elsewhere, 'helpline3', now())).body.session?.staff).toMatchObject({ language: 'es', theme: 'dark', singleKeys: false, figuresAsTables: true })
})
