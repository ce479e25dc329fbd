import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#domain/roles.ts'
import { isoOf, MINUTE } from '#domain/time.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import { startServer, type Running } from '#server/main.ts'
import type { SeedPractice } from '#server/practice.ts'
import { openBrowser, signIn } from '#test/server/auth/browser.ts'
import { openPractice } from '#test/support/desk.ts'
import { freshAddress } from '#test/support/database.ts'

/** A demo practice of seven: one at each desk, and one who holds two roles. */
const sevenPeople: SeedPractice = async ({ store, at, timeZone, newId }) => {
  await store.tx(async (w) => {
    for (const [place, role] of ['both', ...roles].entries()) {
      const id = newId()
      await w.insert(w.t.staff).values({ id, userName: role, name: `Person at ${role}`, status: 'active', createdAt: at + place })
      const held = role === 'both' ? (['front-desk', 'manager'] as const) : [role]
      await w.insert(w.t.staffRoles).values(held.map((one) => ({ staffId: id, role: one })))
    }
    await w.insert(w.t.practice).values({ id: 'practice', name: 'Demo', timeZone, mode: 'demo', seededAt: at, createdAt: at })
  })
}

async function start(env: Record<string, string>, seedPractice: SeedPractice): Promise<Running> {
  const { dataDir, databaseUrl } = await freshAddress()
  return startServer({ PORT: '0', DATA_DIR: dataDir, ANCHOR_DIR: `${dataDir}-anchor`, LOG_LEVEL: 'silent', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}), ...env }, { seedPractice })
}

describe('the demo practice', () => {
  let demo: Running
  beforeAll(async () => { demo = await start({ PRACTICE: 'demo' }, sevenPeople) })
  afterAll(() => demo.stop())

  test('has a desk for each role, at which somebody with that role alone sits', async () => {
    const desks = (await openBrowser(demo.origin).get<{ role: string; staffName: string; does: string }[]>('/api/demo/desks', { 'Accept-Language': 'es' })).body
    expect(desks.map((desk) => desk.staffName)).toEqual(roles.map((role) => `Person at ${role}`))
    expect(desks[0]?.does).toBe('Busca pacientes y los inscribe en el mostrador.')
  })

  test('one press sits down at a desk; another press changes places; both are on record', async () => {
    const visitor = openBrowser(demo.origin)
    const first = await visitor.post<SessionAnswer>('/api/demo/enter', { role: 'manager' })
    expect(first.body.session?.staff.roles).toEqual(['manager'])
    const left = new Map(visitor.cookies)
    expect((await visitor.post<SessionAnswer>('/api/demo/enter', { role: 'clinician' })).body.session?.staff.roles).toEqual(['clinician'])
    const former = openBrowser(demo.origin)
    for (const [name, value] of left) former.cookies.set(name, value)
    expect((await former.get('/api/session')).body.session).toBeNull()
    expect((await openBrowser(demo.origin).post('/api/demo/enter', { role: 'manager' }, { headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403)
    const { read } = demo.app.store
    const events = await read.select().from(read.t.auditEvents)
    expect(events.filter((event) => event.event === 'session.signed-in').map((event) => event.detail)).toEqual(['{"method":"demo-desk"}', '{"method":"demo-desk"}'])
  })

  test('asks for no code, and the proof still counts for one act only', async () => {
    const visitor = openBrowser(demo.origin)
    await visitor.post('/api/demo/enter', { role: 'administrator' })
    const { proof } = (await visitor.post<{ proof: string }>('/api/session/step-up', { action: 'account.renew-recovery-codes', objectId: 'own', code: '' })).body
    expect((await visitor.post('/api/account/recovery-codes', {}, { stepUp: proof })).status).toBe(200)
    expect((await visitor.post('/api/account/recovery-codes', {}, { stepUp: proof })).status).toBe(403)
  })

  test('its clock goes forward, from its own pages only', async () => {
    const visitor = openBrowser(demo.origin)
    const before = demo.app.clock.now()
    expect((await visitor.post('/api/demo/clock', { advanceMinutes: 60 })).status).toBe(200)
    expect(demo.app.clock.now() - before).toBeGreaterThanOrEqual(60 * MINUTE)
    for (const advanceMinutes of [-5, 0, 1e9]) expect((await visitor.post('/api/demo/clock', { advanceMinutes })).status).toBe(422)
    expect((await visitor.post('/api/demo/clock', { advanceMinutes: 5 }, { headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403)
  })

  test('AZ-11: has none of the test practice’s doors', async () => {
    for (const path of ['/api/test/clock', '/api/test/staff', '/api/test/mailbox']) expect((await openBrowser(demo.origin).get(path)).status).toBe(404)
    expect((await openBrowser(demo.origin).post('/api/test/clock', { advanceMinutes: 1 })).status).toBe(404)
  })
})

test('AZ-11: a real practice has neither test doors nor desks without a password', async () => {
  const real = await start({}, sevenPeople)
  await real.app.store.tx(async (w) => {
    await w.insert(w.t.staff).values({ id: 'a', userName: 'a', name: 'A', status: 'active', createdAt: 1 })
    await w.insert(w.t.staffRoles).values({ staffId: 'a', role: 'administrator' })
  })
  for (const path of ['/api/test/clock', '/api/test/staff', '/api/demo/desks']) expect([path, (await openBrowser(real.origin).get(path)).status]).toEqual([path, 404])
  for (const path of ['/api/test/clock', '/api/demo/enter']) expect([path, (await openBrowser(real.origin).post(path, { role: 'manager' })).status]).toEqual([path, 404])
  await real.stop()
})

describe('the test practice', () => {
  test('its clock is read, set and advanced from outside, and drives sessions', async () => {
    const practice = await openPractice()
    const outside = openBrowser(practice.origin)
    const wanted = isoOf(practice.clock.now() + 400 * MINUTE)
    const plain = await fetch(`${practice.origin}/api/test/clock`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ set: wanted }) })
    expect(((await plain.json()) as { now: string }).now.slice(0, 18)).toBe(wanted.slice(0, 18))
    const clerk = openBrowser(practice.origin)
    expect((await signIn(clerk, 'frontdesk1', practice.clock.now())).status).toBe(200)
    await outside.post('/api/test/clock', { advanceMinutes: 11 })
    expect((await clerk.get('/api/session')).body.session).toBeNull()
    expect((await outside.get<{ now: string }>('/api/test/clock')).body.now > wanted).toBe(true)
    expect((await outside.post('/api/test/clock', { advanceMinutes: 1e9 })).status).toBe(422)
    expect((await outside.get('/api/demo/desks')).status).toBe(404)
    await practice.stop()
  })

  test('gives a person several roles at once: rights are the union', async () => {
    const practice = await openPractice()
    const outside = openBrowser(practice.origin)
    await outside.post('/api/test/staff', { userName: 'frontdesk1', roles: ['front-desk', 'administrator'] })
    const person = openBrowser(practice.origin)
    const { body } = await signIn(person, 'frontdesk1', practice.clock.now())
    expect([body.session?.may['patient.search'], body.session?.may['staff.read'], body.session?.may['result.release']]).toEqual(['Y', 'Y', '-'])
    const listed = (await outside.get<{ userName: string; roles: string[] }[]>('/api/test/staff')).body
    expect([listed.length, listed.find((one) => one.userName === 'frontdesk1')?.roles.length]).toEqual([78, 2])
    await practice.stop()
  })

  test('AU-06: a name that nobody has takes as long as a wrong password', async () => {
    const practice = await openPractice()
    const took: Record<string, number[]> = { known: [], unknown: [] }
    for (let pair = 1; pair <= 13; pair += 1) {
      for (const [kind, userName] of [['known', `clinician${pair}`], ['unknown', `nobody${pair}`]] as const) {
        const started = performance.now()
        await openBrowser(practice.origin).post('/api/session', { userName, password: 'wrong password' })
        took[kind]?.push(performance.now() - started)
      }
    }
    await practice.stop()
    const median = (kind: string) => took[kind]?.toSorted((one, other) => one - other)[6] ?? 0
    expect(median('unknown') / median('known')).toBeGreaterThan(0.5)
    expect(median('unknown') / median('known')).toBeLessThan(2)
  })
})
