import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { comeBack } from '#server/operations/storage-state.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { onServer } from '#test/support/postgres-client.ts'
import { eventually } from '#test/support/waiting.ts'

let practice: TestPractice
let admin: Desk
let privacy: Desk

beforeEach(async () => {
  practice = await openPractice()
  admin = await practice.as('admin1')
  privacy = await practice.as('privacy1')
})
afterEach(async () => {
  await takeWrites(true)
  await practice.stop()
})

/** Lets the storage refuse every write, as a folder without room or rights does, and take them again. */
async function takeWrites(yes: boolean): Promise<void> {
  const { store, config } = practice.app
  if (!config.databaseUrl) {
    await store.raw(`pragma query_only = ${yes ? 'off' : 'on'}`)
    return
  }
  const name = new URL(config.databaseUrl).pathname.slice(1)
  const { postgresUrl } = inject('storage')
  await onServer(postgresUrl ?? '', `alter database ${name} set default_transaction_read_only = ${yes ? 'off' : 'on'}`)
  await onServer(postgresUrl ?? '', `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  await eventually('the connections are new', () => store.read.$count(store.read.t.sites).then(() => true))
}

const aSite = { name: 'Harbor East', timeZone: 'America/New_York', jurisdiction: 'NY' }
const ready = async () => (await admin.get<{ ready: boolean; problems: string[] }>('/api/ready')).body

test('DU-06: while nothing can be written, changes are refused, reading goes on, and nothing is half done', async () => {
  const before = await practice.app.store.read.$count(practice.app.store.read.t.sites)
  await takeWrites(false)
  const refused = await admin.post('/api/sites', aSite, { key: 'the-same-key' })
  expect(refused).toMatchObject({ status: 503, body: { code: 'STORAGE_BUSY' } })
  expect(refused.headers.get('retry-after')).toBe('1')
  expect((await privacy.get('/api/staff')).status).toBe(200)
  expect((await privacy.get('/api/staff', { 'X-Activity': '1' })).status).toBe(200)
  expect(await eventually('the probe has seen it', async () => (await ready()).problems.includes('storage'))).toBe(true)
  await takeWrites(true)
  expect(await practice.app.store.read.$count(practice.app.store.read.t.sites)).toBe(before)
  expect(await eventually('it takes writes without a restart', async () => (await ready()).ready)).toBe(true)
  expect((await admin.post('/api/sites', aSite, { key: 'the-same-key' })).status).toBe(200)
})

test('AD-03: what was read while nothing could be written is in the record afterwards, once, with its own instant', async () => {
  await takeWrites(false)
  const at = practice.clock.now()
  const answer = await privacy.get('/api/staff')
  const requestId = answer.headers.get('x-request-id')
  practice.clock.advance(60_000)
  await takeWrites(true)
  await Promise.all([comeBack(practice.app), comeBack(practice.app)])
  await comeBack(practice.app)
  const { auditEvents } = practice.app.store.read.t
  const events = (await practice.app.store.read.select().from(auditEvents)).filter((row) => row.requestId === requestId)
  expect(events).toMatchObject([{ event: 'staff.read', actorId: privacy.staffId, outcome: 'success' }])
  expect(Math.abs((events[0]?.at ?? 0) - at)).toBeLessThan(30_000)
})

test('AD-03: when the record alone cannot be written, nothing is shown and nothing is done', async () => {
  const { store } = practice.app
  const sqlite = `create trigger nothing_goes before insert on audit_events begin select raise(abort, 'nothing goes'); end`
  await store.raw(store.engine === 'sqlite' ? sqlite : 'alter table audit_events add constraint nothing_goes check (false) not valid')
  const read = await privacy.get('/api/staff')
  const act = await admin.post('/api/sites', aSite)
  await store.raw(store.engine === 'sqlite' ? 'drop trigger nothing_goes' : 'alter table audit_events drop constraint nothing_goes')
  expect(read).toMatchObject({ status: 503, body: { code: 'STORAGE_BUSY' } })
  expect(act).toMatchObject({ status: 503 })
  expect((await store.read.select().from(store.read.t.sites)).map((row) => row.name)).not.toContain('Harbor East')
})
