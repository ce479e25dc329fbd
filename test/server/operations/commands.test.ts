import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoreAddress } from '#db/open.ts'
import { startServer } from '#server/main.ts'
import type { CommandAnswer } from '#server/operations/commands.ts'
import { emptyPlace, ownFolder, type } from '#test/server/operations/places.ts'
import { engineOfLeg } from '#test/support/database.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let address: StoreAddress
let anchor: { ANCHOR_DIR: string }
beforeAll(async () => {
  practice = await openPractice()
  const { dataDir, databaseUrl, anchorDir } = practice.app.config
  address = { dataDir, databaseUrl }
  anchor = { ANCHOR_DIR: anchorDir }
})
afterAll(() => practice.stop())

test('PH-06: the control socket, the lock and the keys are the owner’s alone', () => {
  for (const name of ['control.sock', 'lock.db', 'secrets.json']) {
    expect((statSync(join(address.dataDir, name)).mode & 0o777).toString(8), name).toBe('600')
  }
})

test('OP-07: doctor tells what a write is worth, and what an operator answers for', async () => {
  const said = await type('doctor --json', address, anchor)
  const { findings } = said.json<Extract<CommandAnswer, { command: 'doctor' }>>()
  const durable = engineOfLeg() === 'sqlite' ? ['synchronous', 'journal', 'references'] : ['synchronous_commit', 'fsync', 'full_page_writes']
  expect(findings.map(({ name }) => name)).toEqual([
    'practice', 'writes', ...durable, 'record', 'seal', 'anchors', 'backup', 'clock', 'outbox', 'parked mail', 'files', 'room',
  ])
  expect(findings.find(({ name }) => name === durable[0])).toMatchObject({ state: 'good' })
  expect(findings.find(({ name }) => name === 'practice')).toMatchObject({ state: 'note' })
})

test('OP-06: a second server on the same folder does not start, and says why in one line', async () => {
  await expect(startServer({ PRACTICE: 'test', PORT: '0', DATA_DIR: address.dataDir, LOG_LEVEL: 'silent' })).rejects.toThrow(/another Portal Desk serves this data folder/)
})

test('a command without a practice, or with a word too many, answers 2 and makes nothing', async () => {
  const place = await emptyPlace()
  for (const words of ['doctor', 'verify', `backup --to ${ownFolder()}`]) {
    const said = await type(words, { ...place, databaseUrl: null }, anchor)
    expect(said, words).toMatchObject({ code: 2, out: '' })
    expect(said.err).toContain('there is no practice in')
  }
  expect((await type('sing', address, anchor)).code).toBe(2)
  expect((await type('restore', address, anchor)).code).toBe(2)
  expect((await type('verify twice', address, anchor)).code).toBe(2)
  expect((await type('doctor --help', address, anchor))).toMatchObject({ code: 0 })
})

test('a data folder with a very long name has a control socket too', async () => {
  const long = await openPractice({ DATA_DIR: join(await folderOf(120), 'data') , DATABASE_URL: (await emptyPlace()).databaseUrl ?? '' })
  const said = await type('doctor --json', long.app.config, { ANCHOR_DIR: long.app.config.anchorDir })
  await long.stop()
  expect(said.json<{ findings: unknown[] }>().findings.length).toBeGreaterThan(5)
})

test('AD-05: verify answers 0 for a record that holds and 1 for one that does not', async () => {
  expect(await type('verify', address, anchor)).toMatchObject({ code: 0, out: expect.stringContaining('The record holds.') as string })
  const { store } = practice.app
  await store.raw(store.engine === 'sqlite' ? 'drop trigger audit_events_no_update' : 'drop trigger audit_events_frozen on audit_events')
  await store.raw(`update audit_events set actor_id = 'nobody' where seq = (select event_seq from audit_seals where position = 1)`)
  const said = await type('verify', address, anchor)
  expect(said.code).toBe(1)
  expect(said.out).toContain('DOES NOT HOLD at place 1: event-changed')
})

async function folderOf(length: number): Promise<string> {
  const folder = join(ownFolder(), 'n'.repeat(length))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
