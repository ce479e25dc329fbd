import { createHmac } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '#domain/time.ts'
import { sessionIdFromToken } from '#server/auth/session.ts'
import { codeAt, openBrowser, signIn, statusesOf, type Browser } from '#test/server/auth/browser.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice() })
afterAll(() => practice.stop())

const now = () => practice.clock.now()
const desk = async (userName: string): Promise<Browser> => {
  const browser = openBrowser(practice.origin)
  expect((await signIn(browser, userName, now())).status).toBe(200)
  return browser
}
const isIn = async (browser: Browser) => (await browser.get('/api/account/sessions')).status === 200
const lastEnd = async (reason: string) => {
  const { auditEvents: e } = practice.app.store.read.t
  const rows = await practice.app.store.read.select().from(e).where(and(eq(e.event, 'session.ended')))
  return rows.filter((row) => row.detail.includes(`"${reason}"`)).length
}
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('the token', () => {
  test('AU-09: alg none, a foreign key, another kind, a stripped or altered signature: nobody is signed in', async () => {
    const clerk = await desk('frontdesk1')
    const { cookieName } = practice.app.config
    const token = clerk.cookies.get(cookieName) ?? ''
    const [head = '', body = '', mark = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { jti: string; exp: number }
    const { id: kid } = practice.app.secrets.current('session')
    const foreign = new SignJWT({}).setIssuer('portal-desk').setAudience('portal-desk-console').setJti(claims.jti).setExpirationTime(claims.exp)
      .setProtectedHeader({ alg: 'HS256', typ: 'pd-session', kid }).sign(Buffer.alloc(32, 7))
    const otherKind = new SignJWT({}).setIssuer('portal-desk').setAudience('portal-desk-console').setJti(claims.jti).setExpirationTime(claims.exp)
      .setProtectedHeader({ alg: 'HS256', typ: 'pd-half', kid }).sign(practice.app.secrets.current('session').bytes)
    const none = base64({ alg: 'none', typ: 'pd-session', kid })
    const longer = base64({ ...claims, exp: claims.exp + 3600 })
    const sha512 = base64({ alg: 'HS512', typ: 'pd-session', kid })
    const forged = [
      `${none}.${body}.`, `${none}.${body}.${mark}`, `${head}.${body}.`, `${head}.${body}`, `${head}.${longer}.${mark}`,
      `${sha512}.${body}.${createHmac('sha512', practice.app.secrets.current('session').bytes).update(`${sha512}.${body}`).digest('base64url')}`,
      await foreign, await otherKind, '', 'null', claims.jti,
    ]
    for (const one of forged) {
      const thief = openBrowser(practice.origin)
      thief.cookies.set(cookieName, one)
      expect([one.slice(0, 20), await isIn(thief)]).toEqual([one.slice(0, 20), false])
    }
    expect(await isIn(clerk)).toBe(true)
  })

  test('AU-09: a token that was believed before is too old from its own second on', async () => {
    const { app } = practice
    const { id: kid, bytes } = app.secrets.current('session')
    const endsAt = Math.floor(now() / 1000) + 60
    const token = await new SignJWT({}).setIssuer('portal-desk').setAudience('portal-desk-console').setJti('somebody').setExpirationTime(endsAt)
      .setProtectedHeader({ alg: 'HS256', typ: 'pd-session', kid }).sign(bytes)
    const asAt = (at: number) => sessionIdFromToken({ ...app, secrets: app.secrets, clock: { now: () => at } }, token)
    const known = await sessionIdFromToken(app, token)
    expect(known).not.toBeNull()
    expect(await sessionIdFromToken(app, token)).toBe(known)
    expect(await asAt(endsAt * 1000 - 1)).toBe(known)
    expect(await asAt(endsAt * 1000)).toBeNull()
    practice.clock.advance(61 * SECOND)
    expect(await sessionIdFromToken(app, token)).toBeNull()
    expect(await sessionIdFromToken(app, `${token.slice(0, -2)}xx`)).toBeNull()
  })

  test('AU-09: the cookie of the first step is no session', async () => {
    const thief = openBrowser(practice.origin)
    await thief.post('/api/session', { userName: 'frontdesk2', password: 'maple harbor test desk 42' })
    const half = thief.cookies.get(`${practice.app.config.cookieName}-half`) ?? ''
    thief.cookies.set(practice.app.config.cookieName, half)
    expect([half.length > 20, await isIn(thief)]).toEqual([true, false])
  })
})

describe('how long it lasts', () => {
  test('AU-10: ten idle minutes end it; asking who sits here and listening are not activity', async () => {
    const clerk = await desk('frontdesk3')
    for (let minute = 1; minute <= 9; minute += 1) {
      practice.clock.advance(MINUTE)
      expect((await clerk.get('/api/session')).body.session).not.toBeNull()
      expect(await isIn(clerk)).toBe(true)
    }
    practice.clock.advance(MINUTE)
    expect((await clerk.get('/api/session')).body.session).toBeNull()
    expect(await isIn(clerk)).toBe(false)
  })

  test('AU-10: "stay signed in" moves the lock, and at most to the twelfth hour', async () => {
    const clerk = await desk('frontdesk4')
    const start = now()
    let endsAt = ''
    while (now() - start < 12 * HOUR - 10 * MINUTE) {
      practice.clock.advance(9 * MINUTE)
      const reply = await clerk.post<{ idleLockAt: string; endsAt: string }>('/api/session/activity')
      if (reply.status !== 200) break
      expect(Date.parse(reply.body.idleLockAt)).toBeGreaterThan(now() + 9 * MINUTE)
      endsAt = reply.body.endsAt
    }
    expect(Date.parse(endsAt) - start).toBeLessThanOrEqual(12 * HOUR)
    practice.clock.advance(9 * MINUTE)
    expect((await clerk.post('/api/session/activity')).status).toBe(now() - start < 12 * HOUR ? 200 : 401)
    practice.clock.advance(9 * MINUTE)
    expect((await clerk.post('/api/session/activity')).status).toBe(401)
  })

  test('AU-10: an open live stream does not keep the desk open, and ends with it', async () => {
    const clerk = await desk('frontdesk5')
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const stream = await fetch(`${practice.origin}/api/events`, { headers: { Cookie: cookie } })
    const reader = stream.body?.getReader()
    let heard = ''
    const listening = (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard += Buffer.from(part.value as Uint8Array).toString()
    })()
    practice.clock.advance(10 * MINUTE)
    await openBrowser(practice.origin).post('/api/test/clock', { advanceMinutes: 0 })
    await eventually('the stream says that it is over', () => heard.includes('event: end'))
    await listening
  })
})

describe('how it ends', () => {
  test('AU-11: signing out ends it on the server, and tells the browser to forget', async () => {
    const clerk = await desk('frontdesk6')
    const stolen = openBrowser(practice.origin)
    for (const [name, value] of clerk.cookies) stolen.cookies.set(name, value)
    const reply = await clerk.post('/api/session/sign-out')
    expect([reply.status, reply.headers.get('clear-site-data')]).toEqual([200, '"cache", "storage"'])
    expect(clerk.cookies.size).toBe(0)
    expect(await isIn(stolen)).toBe(false)
    expect(await lastEnd('signed-out')).toBe(1)
    expect((await clerk.post('/api/session/sign-out')).status).toBe(200)
  })

  test('AU-11: locking ends it as well; another site can do neither', async () => {
    const clerk = await desk('frontdesk7')
    const foreign = { headers: { Origin: 'https://elsewhere.example' } }
    expect((await clerk.post('/api/session/lock', {}, foreign)).status).toBe(403)
    expect((await clerk.post('/api/session/sign-out', {}, { headers: { 'X-CSRF-Token': 'guess' } })).status).toBe(403)
    expect(await isIn(clerk)).toBe(true)
    expect((await clerk.post('/api/session/lock')).status).toBe(200)
    expect(await isIn(clerk)).toBe(false)
    expect(await lastEnd('locked')).toBe(1)
  })

  test('AU-11: people see their own sessions and end them one by one, never those of others', async () => {
    const [one, other] = [await desk('helpline1'), openBrowser(practice.origin)]
    practice.clock.advance(31 * SECOND)
    await signIn(other, 'helpline1', now())
    const stranger = await desk('helpline2')
    type Line = { id: string; current: boolean }
    const list = (await one.get<Line[]>('/api/account/sessions')).body
    expect([list.length, list.filter((line) => line.current).length]).toEqual([2, 1])
    const target = list.find((line) => !line.current)?.id ?? ''
    expect((await stranger.post(`/api/account/sessions/${target}/end`)).status).toBe(404)
    expect((await one.post(`/api/account/sessions/${target}/end`)).status).toBe(200)
    expect([await isIn(one), await isIn(other)]).toEqual([true, false])
  })
})

describe('a fresh second factor for one act', () => {
  const codes = { action: 'account.renew-recovery-codes', objectId: 'own' } as const
  const stepUp = (browser: Browser, body: object) => browser.post<{ proof: string; code: string }>('/api/session/step-up', body)

  test('AU-12: a stolen cookie without the factor gets a machine-readable no, and wrong codes are slowed', async () => {
    const owner = await desk('manager1')
    const bare = await owner.post('/api/account/recovery-codes')
    expect([bare.status, bare.body.code, bare.body.stepUp]).toEqual([403, 'STEP_UP_NEEDED', codes])
    expect((await stepUp(owner, { ...codes, code: '' })).body.code).toBe('CODE_NOT_ACCEPTED')
    for (let at = 0; at < 4; at += 1) expect((await stepUp(owner, { ...codes, code: '000000' })).status).toBe(422)
    expect((await stepUp(owner, { ...codes, code: codeAt(now(), 1) })).status).toBe(429)
  })

  test('AU-12: the proof counts for that act, that object, that session, once, for five minutes', async () => {
    const owner = await desk('manager2')
    const code = () => codeAt(now(), 1)
    const { proof } = (await stepUp(owner, { ...codes, code: code() })).body
    expect((await stepUp(owner, { ...codes, code: code() })).status).toBe(422)
    const colleague = await desk('manager3')
    expect((await colleague.post('/api/account/recovery-codes', {}, { stepUp: proof })).status).toBe(403)
    expect((await owner.post('/api/account/recovery-codes', {}, { stepUp: proof })).status).toBe(200)
    expect((await owner.post('/api/account/recovery-codes', {}, { stepUp: proof })).status).toBe(403)
    practice.clock.advance(MINUTE)
    const other = (await stepUp(owner, { ...codes, objectId: 'another', code: code() })).body.proof
    expect((await owner.post('/api/account/recovery-codes', {}, { stepUp: other })).status).toBe(403)
    practice.clock.advance(MINUTE)
    const late = (await stepUp(owner, { ...codes, code: code() })).body.proof
    practice.clock.advance(5 * MINUTE)
    expect((await owner.post('/api/account/recovery-codes', {}, { stepUp: late })).status).toBe(403)
  })

  test('AU-12: two acts at once with one proof: one is done', async () => {
    const owner = await desk('manager4')
    const { proof } = (await stepUp(owner, { ...codes, code: codeAt(now(), 1) })).body
    const replies = await Promise.all([1, 2, 3].map(() => owner.post('/api/account/recovery-codes', {}, { stepUp: proof })))
    expect(statusesOf(replies)).toEqual([200, 403, 403])
  })

  test('AU-12: a proof is not given for what the person may not do', async () => {
    const clerk = await desk('frontdesk8')
    const reply = await stepUp(clerk, { action: 'two-person.approve', objectId: 'x', code: codeAt(now(), 1) })
    expect([reply.status, reply.body.code]).toEqual([403, 'ROLE_MAY_NOT'])
  })
})
