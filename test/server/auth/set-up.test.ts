import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type Running } from '#server/main.ts'
import { codeAt, openBrowser, type Browser } from '#test/server/auth/browser.ts'
import { freshAddress } from '#test/support/database.ts'

type Joined = { recoveryCodes: string[]; session: { staff: { id: string; roles: string[] } } }

/** A real practice on an empty folder, as an operator starts it. */
async function firstStart(env: Record<string, string> = {}): Promise<Running> {
  const { dataDir, databaseUrl } = await freshAddress()
  return startServer({
    PORT: '0', DATA_DIR: dataDir, ANCHOR_DIR: `${dataDir}-anchor`, LOG_LEVEL: 'silent', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}), ...env,
  })
}
const secretFile = (running: Running) => join(running.app.config.dataDir, 'set-up-secret')
const plan = (secret: string) => ({
  secret, practiceName: 'Harbor Family Practice', timeZone: 'America/New_York', name: 'Ada Okafor', userName: 'Ada', email: 'ada@example.org', password: 'four words lie here',
})
const setUp = async (browser: Browser, secret: string) => {
  const { body } = await browser.post<{ totp: { secret: string; uri: string } }>('/api/set-up', plan(secret))
  const reply = await browser.post<Joined>('/api/set-up/confirm', { code: codeAt(Date.now(), 0, body.totp.secret) })
  return { totp: body.totp, reply }
}

let running: Running
beforeAll(async () => { running = await firstStart() })
afterAll(() => running.stop())

describe('the first start', () => {
  test('AU-01: each empty folder has its own secret, in a file that only its owner reads', async () => {
    const other = await firstStart()
    const secrets = [running, other].map((one) => readFileSync(secretFile(one), 'utf8'))
    expect(secrets[0]).not.toBe(secrets[1])
    expect([running.setUpSecret, other.setUpSecret]).toEqual(secrets)
    expect(statSync(secretFile(running)).mode & 0o777).toBe(0o600)
    const { dataDir, databaseUrl } = other.app.config
    await other.stop()
    const again = await firstStart({ DATA_DIR: dataDir, ANCHOR_DIR: `${dataDir}-anchor`, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) })
    expect(again.setUpSecret).toBe(secrets[1])
    await again.stop()
  })

  test('AU-01: nothing is served before there is an administrator, but what says so', async () => {
    const anybody = openBrowser(running.origin)
    expect((await anybody.get('/api/session')).body).toMatchObject({ practice: { mode: 'real', needsSetUp: true }, session: null })
    expect((await anybody.get('/api/health')).status).toBe(200)
    for (const path of ['/api/staff', '/api/sites', '/api/account/sessions']) {
      const reply = await anybody.get(path)
      expect([path, reply.status, reply.body.code]).toEqual([path, 503, 'NEEDS_SET_UP'])
    }
    expect((await anybody.post('/api/session', { userName: 'admin', password: 'admin admin' })).status).toBe(503)
    const { read } = running.app.store
    expect(await read.select().from(read.t.staff)).toEqual([])
  })

  test('AU-01: without the secret nobody sets it up, from another site neither', async () => {
    const stranger = openBrowser(running.origin)
    const guess = await stranger.post('/api/set-up', plan('0000-0000'))
    expect([guess.status, guess.body.code]).toEqual([403, 'SET_UP_SECRET_DIFFERS'])
    expect((await stranger.post('/api/set-up', plan(running.setUpSecret ?? ''), { headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403)
    expect((await stranger.post('/api/set-up/confirm', { code: '123456' })).status).toBe(401)
    const weak = await stranger.post('/api/set-up', { ...plan(running.setUpSecret ?? ''), password: 'password1' })
    expect(weak.status).toBe(422)
  })

  test('AU-01: with the secret one administrator is made, with second factor and recovery codes; the secret is gone', async () => {
    const [operator, rival] = [openBrowser(running.origin), openBrowser(running.origin)]
    const secret = running.setUpSecret ?? ''
    const second = (await rival.post<{ totp: { secret: string } }>('/api/set-up', { ...plan(secret), userName: 'rival' })).body
    await operator.post('/api/set-up', plan(secret))
    expect((await operator.post('/api/set-up/confirm', { code: '000000' })).status).toBe(422)
    const { read } = running.app.store
    expect(await read.select().from(read.t.staff)).toEqual([])
    const { reply, totp } = await setUp(operator, secret.toUpperCase())
    expect(totp.uri).toMatch(/^otpauth:\/\/totp\/.*secret=/)
    expect(reply.body.session.staff.roles).toEqual(['administrator'])
    expect(reply.body.recoveryCodes).toHaveLength(10)
    expect(existsSync(secretFile(running))).toBe(false)
    expect((await rival.post('/api/set-up/confirm', { code: codeAt(Date.now(), 0, second.totp.secret) })).body.code).toBe('ALREADY_SET_UP')
    expect((await rival.post('/api/set-up', plan(secret))).status).toBe(409)
    expect(await read.select({ name: read.t.staff.userName }).from(read.t.staff)).toEqual([{ name: 'ada' }])
    expect((await operator.get('/api/staff')).status).toBe(200)
    expect((await openBrowser(running.origin).get('/api/session')).body).toMatchObject({ practice: { name: 'Harbor Family Practice', needsSetUp: false } })
  })
})

describe('the first privacy officer', () => {
  const invite = (browser: Browser, userName: string, roles: string[]) => browser.post<{ state: string; staffId?: string }>('/api/staff/invite', {
    userName, name: `Person ${userName}`, email: `${userName}@example.org`, roles, reason: 'opening the practice',
  })

  test('AZ-06: is invited by one person, because nobody could approve; everybody else takes two', async () => {
    const operator = openBrowser(running.origin)
    await operator.post('/api/session', { userName: 'ada', password: 'four words lie here' })
    const { read, tx } = running.app.store
    const [row] = await read.select().from(read.t.staff)
    const secret = running.app.secrets.open(row?.totpSealed ?? '')
    expect((await operator.post('/api/session/second-factor', { code: codeAt(Date.now(), 1, secret) })).status).toBe(200)

    expect((await invite(operator, 'clerk', ['front-desk'])).body.state).toBe('open')
    expect((await invite(operator, 'both', ['privacy-officer', 'administrator'])).body.state).toBe('open')
    const first = await invite(operator, 'olive', ['privacy-officer'])
    expect(first.body).toMatchObject({ state: 'done' })
    const next = await invite(operator, 'petra', ['privacy-officer'])
    expect(next.body).toMatchObject({ state: 'done' })
    const people = await read.select({ userName: read.t.staff.userName, status: read.t.staff.status }).from(read.t.staff)
    expect(people.filter((one) => one.userName !== 'ada').toSorted((a, b) => a.userName.localeCompare(b.userName)))
      .toEqual([{ userName: 'olive', status: 'disabled' }, { userName: 'petra', status: 'invited' }])
    const events = await read.select().from(read.t.auditEvents)
    expect(events.filter((event) => event.event === 'staff.invited').map((event) => event.evidence)).toEqual(['first-privacy-officer', 'first-privacy-officer'])
    await tx(async (w) => { await w.update(w.t.staff).set({ status: 'active', passwordHash: 'x' }) })
    expect((await invite(operator, 'quinn', ['privacy-officer'])).body.state).toBe('open')
  })
})
