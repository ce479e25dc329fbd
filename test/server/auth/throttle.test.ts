import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEST_PASSWORD } from '#seed/test-practice.ts'
import { HOUR, MINUTE, SECOND } from '#domain/time.ts'
import { sourceKey } from '#server/auth/source.ts'
import { codeAt, openBrowser, signIn } from '#test/server/auth/browser.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice({ TRUST_PROXY: 'loopback' }) })
afterAll(() => practice.stop())

const now = () => practice.clock.now()
const tryPassword = async (userName: string, password: string, from?: string) => {
  const { status, body, headers } = await openBrowser(practice.origin, from).post('/api/session', { userName, password })
  return { status, code: body.code, body: JSON.stringify({ ...body, requestId: '' }), wait: Number(headers.get('retry-after') ?? 0) }
}
/** Wrong passwords one after another. */
const fail = async (userName: string, times: number, from?: string) => {
  const statuses: number[] = []
  for (let at = 0; at < times; at += 1) statuses.push((await tryPassword(userName, `wrong ${at}`, from)).status)
  return statuses
}

describe('guessing one account', () => {
  test('AU-05: from the 5th failure the next try must wait, and ten in a row meet 429', async () => {
    const statuses = await fail('frontdesk1', 10, '192.0.2.1')
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(statuses.slice(5)).toEqual([429, 429, 429, 429, 429])
  })

  test('AU-05: while it waits the right password gets the answer of a wrong one, and the wait is said', async () => {
    await fail('frontdesk2', 5, '192.0.2.2')
    const wrong = await tryPassword('frontdesk2', 'wrong', '192.0.2.2')
    const right = await tryPassword('frontdesk2', TEST_PASSWORD, '192.0.2.2')
    expect(right.status).toBe(429)
    expect(right.body).toBe(wrong.body)
    expect(right.wait).toBeGreaterThan(0)
    practice.clock.advance(right.wait * SECOND)
    expect((await tryPassword('frontdesk2', TEST_PASSWORD, '192.0.2.2')).status).toBe(200)
  })

  test('AU-05: waits grow, never past ten minutes, and failures are forgotten', async () => {
    expect(await fail('frontdesk3', 5, '192.0.2.3')).toEqual([401, 401, 401, 401, 401])
    const waits: number[] = []
    for (let more = 0; more < 10; more += 1) {
      const { status, wait } = await tryPassword('frontdesk3', 'wrong', '192.0.2.3')
      expect(status).toBe(429)
      waits.push(wait)
      practice.clock.advance(wait * SECOND)
      expect((await tryPassword('frontdesk3', 'wrong', '192.0.2.3')).status).toBe(401)
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect([waits[0], waits.at(-1)]).toEqual([2, 600])
    practice.clock.advance(3 * HOUR)
    expect(await fail('frontdesk3', 4, '192.0.2.3')).toEqual([401, 401, 401, 401])
  })

  test('AU-05: a burst of tries at once is judged one after another: the right one among them gets nothing more', async () => {
    const burst = await Promise.all(Array.from({ length: 24 }, (_, at) => tryPassword('frontdesk4', at === 23 ? TEST_PASSWORD : `wrong ${at}`, '192.0.2.4')))
    expect(burst.filter((one) => one.status === 401)).toHaveLength(5)
    expect(burst.filter((one) => one.status === 429).length).toBeGreaterThanOrEqual(18)
  })

  test('AU-06: a name that nobody has is slowed like one that somebody has', async () => {
    expect(await fail('nobody-of-this-name', 6, '192.0.2.5')).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('AU-05: codes of the second step are slowed in the same way', async () => {
    const clerk = openBrowser(practice.origin, '192.0.2.6')
    await clerk.post('/api/session', { userName: 'frontdesk6', password: TEST_PASSWORD })
    for (let at = 0; at < 5; at += 1) expect((await clerk.post('/api/session/second-factor', { code: '000000' })).status).toBe(401)
    const right = await clerk.post('/api/session/second-factor', { code: codeAt(now()) })
    expect([right.status, right.body.code]).toEqual([429, 'SIGN_IN_SLOWED'])
    practice.clock.advance(3 * SECOND)
    expect((await clerk.post('/api/session/second-factor', { code: codeAt(now()) })).status).toBe(200)
  })
})

describe('a practice behind one address', () => {
  test('AU-05: twenty wrong passwords behind one address lock nobody else out', async () => {
    await fail('helpline1', 20, '203.0.113.1')
    const colleague = await signIn(openBrowser(practice.origin, '203.0.113.1'), 'helpline2', now())
    expect(colleague.status).toBe(200)
  })

  test('AU-05: a hundred names tried from one address do not shut it for those who know their password', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, at) => tryPassword(`guess-${at}`, 'wrong', '203.0.113.2')))
    practice.clock.advance(SECOND)
    for (const userName of ['helpline3', 'helpline4', 'helpline5']) {
      expect((await signIn(openBrowser(practice.origin, '203.0.113.2'), userName, now())).status).toBe(200)
    }
  })

  test('AU-05: strangers elsewhere cannot lock the owner out of the desk where they sit', async () => {
    expect((await signIn(openBrowser(practice.origin, '203.0.113.3'), 'helpline6', now())).status).toBe(200)
    practice.clock.advance(MINUTE)
    for (let network = 0; network < 40; network += 1) await tryPassword('helpline6', 'wrong', `198.51.100.${network}`)
    expect((await tryPassword('helpline6', TEST_PASSWORD, '198.51.100.99')).status).toBe(429)
    expect((await signIn(openBrowser(practice.origin, '203.0.113.3'), 'helpline6', now())).status).toBe(200)
  })

  test('AU-05: many networks together are slowed as well, but an owner away from the desk gets in again in the end', async () => {
    for (let network = 0; network < 40; network += 1) await tryPassword('helpline7', 'wrong', `198.51.100.${network}`)
    expect((await tryPassword('helpline7', TEST_PASSWORD, '203.0.113.77')).status).toBe(429)
    practice.clock.advance(HOUR)
    expect((await tryPassword('helpline7', TEST_PASSWORD, '203.0.113.77')).status).toBe(200)
  })
})

describe('who counts as one source', () => {
  test('AU-05: addresses of one IPv6 network are one source', async () => {
    expect(sourceKey('2001:db8:0:1::1')).toBe(sourceKey('2001:db8:0:1:ffff:ffff:ffff:ffff'))
    expect(sourceKey('2001:db8:0:1::1')).not.toBe(sourceKey('2001:db8:0:2::1'))
    expect(sourceKey('::ffff:192.0.2.1')).toBe('192.0.2.1')
    for (let host = 1; host <= 5; host += 1) await tryPassword('manager1', 'wrong', `2001:db8:0:1::${host}`)
    expect((await tryPassword('manager1', 'wrong', '2001:db8:0:1::99')).status).toBe(429)
    expect((await tryPassword('manager1', 'wrong', '2001:db8:0:2::1')).status).toBe(401)
  })

  test('AU-05: without a named proxy nobody chooses their own address', async () => {
    const plain = await openPractice()
    const statuses: number[] = []
    for (let at = 0; at < 8; at += 1) {
      statuses.push((await openBrowser(plain.origin, `192.0.2.${at}`).post('/api/session', { userName: 'manager2', password: 'wrong' })).status)
    }
    await plain.stop()
    expect(statuses.at(-1)).toBe(429)
  })

  test('AU-05: a restart forgets nothing, and rows hold neither name nor address', async () => {
    const first = await openPractice()
    const { dataDir, databaseUrl } = first.app.config
    const wrong = (origin: string) => openBrowser(origin).post('/api/session', { userName: 'manager3', password: 'wrong' })
    for (let at = 0; at < 5; at += 1) await wrong(first.origin)
    const rows = JSON.stringify(await first.app.store.read.select().from(first.app.store.read.t.signInThrottles))
    expect(rows).not.toMatch(/manager3|127\.0\.0\.1/)
    await first.stop()
    const second = await openPractice({ DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) })
    const again = await wrong(second.origin)
    const next = await wrong(second.origin)
    await second.stop()
    expect([again.status, next.status]).toContain(429)
  })
})
