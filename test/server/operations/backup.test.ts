import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openReader, type StoreAddress } from '#db/open.ts'
import type { Reader } from '#db/store.ts'
import { recordEvent, systemActor } from '#server/audit/recorder.ts'
import { copyBeforeMigration } from '#server/operations/copy-before-migration.ts'
import type { CommandAnswer } from '#server/operations/commands.ts'
import type { Restored } from '#server/operations/restore.ts'
import { emptyPlace, ownFolder, type } from '#test/server/operations/places.ts'
import { engineOfLeg } from '#test/support/database.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

const CANARY = 'Zanzibar-Quokka-Clinic'

async function openAnother(): Promise<TestPractice> {
  const another = await openPractice()
  onTestFinished(() => another.stop())
  return another
}

const addressOf = ({ app }: TestPractice): StoreAddress => ({ dataDir: app.config.dataDir, databaseUrl: app.config.databaseUrl })
const anchorOf = ({ app }: TestPractice) => ({ ANCHOR_DIR: app.config.anchorDir })

function addSite({ app }: TestPractice, name: string): Promise<void> {
  return app.store.tx(async (w) => {
    await w.insert(w.t.sites).values({ id: name, name, timeZone: 'America/New_York', jurisdiction: 'NY', source: 'console' })
  })
}

function queueMail({ app }: TestPractice): Promise<void> {
  const at = app.clock.now()
  return app.store.tx(async (w) => {
    await w.insert(w.t.outboxMails).values({
      id: 'waiting', template: 'staff-invitation', personKind: 'staff', personId: 'x', purpose: 'account', address: 'a@example.org', language: 'en', refs: '{}',
      messageId: '<waiting@localhost>', keyId: 'k', state: 'queued', nextAttemptAt: at + 86_400_000, queuedAt: at,
    })
  })
}

async function backUp(of: TestPractice, to = ownFolder()): Promise<string> {
  const said = await type(`backup --to ${to} --json`, addressOf(of))
  expect(said.err).toBe('')
  const answer = said.json<Extract<CommandAnswer, { command: 'backup' }>>()
  return answer.made.file
}

async function look<Result>(address: StoreAddress, question: (db: Reader) => Promise<Result>): Promise<Result> {
  const reader = await openReader(address)
  try {
    return await question(reader.read)
  } finally {
    await reader.close()
  }
}

const statusOf = (address: StoreAddress, userName: string) => look(address, async (db) => {
  const [row] = await db.select({ status: db.t.staff.status }).from(db.t.staff).where(eq(db.t.staff.userName, userName))
  return row?.status
})

async function setUp(): Promise<{ practice: TestPractice; file: string }> {
  const practice = await openPractice()
  await addSite(practice, CANARY)
  await practice.as('frontdesk1')
  await queueMail(practice)
  return { practice, file: await backUp(practice, mkdtempSync(join(tmpdir(), 'portal-desk-backup-'))) }
}

let practice: TestPractice
let file: string
beforeAll(async () => {
  ({ practice, file } = await setUp())
  await addSite(practice, 'After')
})
afterAll(async () => {
  await practice.stop()
  rmSync(dirname(file), { recursive: true })
})

test('OP-01, PH-06: a backup is made while the server runs; nobody reads it without the passphrase', async () => {
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  expect(readdirSync(dirname(file))).toEqual([basename(file)])
  expect(readFileSync(file).includes(CANARY)).toBe(false)
  expect(readFileSync(file).includes(practice.app.secrets.current('seal').id)).toBe(false)
  expect(readdirSync(practice.app.config.dataDir).filter((name) => name.startsWith('copy'))).toEqual([])
  const { body } = await (await practice.as('privacy1')).post<{ rows: { detail: unknown }[] }>('/api/audit/search', { event: 'system.backed-up' })
  expect(body.rows).toMatchObject([{ detail: { file: basename(file) } }])
})

test('OP-02: the practice comes back in an empty place, its sessions ended, waiting mail parked, the gap in its record', async () => {
  const place = await emptyPlace()
  const said = await type(`restore --from ${file} --json`, place, anchorOf(practice))
  expect(said).toMatchObject({ code: 0, err: '' })
  expect(said.json<Restored>()).toMatchObject({ sessionsEnded: 1, mailsParked: 1, damage: [], withoutKeys: false, chain: { firstBad: null } })
  const sites = (await look(place, (db) => db.select().from(db.t.sites))).map((row) => row.name)
  expect(sites).toContain(CANARY)
  expect(sites).not.toContain('After')
  expect(await look(place, (db) => db.select().from(db.t.staffSessions))).toMatchObject([{ endReason: 'restored' }])
  expect(await look(place, (db) => db.select().from(db.t.outboxMails))).toMatchObject([{ id: 'waiting', state: 'parked', lastStatus: 'restored' }])
  const [event] = await look(place, (db) => db.select().from(db.t.auditEvents).where(eq(db.t.auditEvents.event, 'system.restored')))
  expect(JSON.parse(event?.detail ?? '{}')).toMatchObject({ gapMinutes: 0, sessionsEnded: 1, mailsParked: 1 })
  expect(await type('verify --json', place, anchorOf(practice))).toMatchObject({ code: 0, out: expect.stringContaining('"firstBad":null') as string })
  const { findings } = (await type('doctor --json', place, anchorOf(practice))).json<Extract<CommandAnswer, { command: 'doctor' }>>()
  const unsafe = engineOfLeg() === 'sqlite' ? [] : ['fsync', 'full_page_writes']
  expect(findings.filter(({ state }) => state === 'problem').map(({ name }) => name)).toEqual(unsafe)
})

test('OP-02: a restore overwrites nothing', async () => {
  expect(await type(`restore --from ${file}`, addressOf(practice), anchorOf(practice))).toMatchObject({ code: 2, out: '' })
  const place = await emptyPlace()
  mkdirSync(place.dataDir)
  writeFileSync(join(place.dataDir, 'note.txt'), 'mine')
  const said = await type(`restore --from ${file}`, place, anchorOf(practice))
  expect(said.code).toBe(2)
  expect(said.err).toContain('overwrites nothing')
  expect(readdirSync(place.dataDir)).toEqual(['note.txt'])
})

test('PH-06: a backup that was cut, altered or is opened with other words makes nothing', async () => {
  const folder = ownFolder()
  const spoiled = (name: string, spoil: (path: string) => void): string => {
    const path = join(folder, name)
    cpSync(file, path)
    spoil(path)
    return path
  }
  const { size } = statSync(file)
  const flip = (path: string, at: number): void => {
    const bytes = readFileSync(path)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const attempts: [string, Record<string, string>][] = [
    [spoiled('cut', (path) => truncateSync(path, size - 100)), {}],
    [spoiled('altered', (path) => flip(path, size - 60)), {}],
    [spoiled('another-head', (path) => flip(path, 60)), {}],
    [spoiled('text', (path) => writeFileSync(path, 'just a text')), {}],
    [file, { BACKUP_PASSPHRASE: 'twelve herons over the harbor' }],
  ]
  for (const [path, env] of attempts) {
    const place = await emptyPlace()
    const said = await type(`restore --from ${path}`, place, { ...anchorOf(practice), ...env })
    expect(said.code, path).toBe(2)
    expect(said.err, path).toMatch(/altered or cut|no backup|newer version|JSON/)
    expect(readdirSync(join(place.dataDir, '..')), path).toEqual([])
  }
})

test('OP-03: who lost access after the backup has none after the restore', async () => {
  const another = await openAnother()
  const privacy = await another.as('privacy1')
  const idOf = async (userName: string) => (await another.as(userName)).staffId ?? ''
  const [leaver, returner] = [await idOf('helpline1'), await idOf('helpline2')]
  await another.app.store.tx(async (w) => { await w.insert(w.t.staffRoles).values({ staffId: returner, role: 'front-desk' }) })
  const kept = await backUp(another)
  expect((await privacy.post(`/api/staff/${leaver}/disable`, { reason: 'left the practice' }, { version: 1 })).status).toBe(200)
  await another.app.store.tx((w) => recordEvent(w, { actor: systemActor, at: another.clock.now(), requestId: null, sourceAddress: null }, {
    event: 'staff.roles-changed', objectId: returner, detail: { from: 'helpline,front-desk', to: 'helpline', sessionsEnded: 0 },
  }))
  await another.stop()
  const place = await emptyPlace()
  const said = await type(`restore --from ${kept} --json`, place, anchorOf(another))
  expect(said.json<Restored>()).toMatchObject({ disabled: [leaver], rolesTaken: [returner] })
  expect(await statusOf(place, 'helpline1')).toBe('disabled')
  const roles = await look(place, (db) => db.select().from(db.t.staffRoles).where(eq(db.t.staffRoles.staffId, returner)))
  expect(roles.map((row) => row.role)).toEqual(['helpline'])
})

test('OP-01: a backup made while people write is one moment of it', async () => {
  const another = await openAnother()
  let written = 0
  let stop = false
  const writing = (async () => {
    while (!stop) {
      const number = String(written).padStart(5, '0')
      await another.app.store.tx(async (w) => {
        await w.insert(w.t.sites).values({ id: `one-${number}`, name: `One ${number}`, timeZone: 'UTC', jurisdiction: 'NY', source: 'load' })
        await w.insert(w.t.sites).values({ id: `two-${number}`, name: `Two ${number}`, timeZone: 'UTC', jurisdiction: 'NY', source: 'load' })
      })
      written += 1
      await new Promise((resolve) => { setImmediate(resolve) })
    }
  })()
  await eventually('people are writing', () => written > 20)
  const kept = await backUp(another)
  const atTheEnd = written
  stop = true
  await writing
  const place = await emptyPlace()
  expect((await type(`restore --from ${kept}`, place, anchorOf(another))).err).toBe('')
  const rows = (await look(place, (db) => db.select().from(db.t.sites).where(eq(db.t.sites.source, 'load')))).map((row) => row.id)
  const ones = rows.filter((id) => id.startsWith('one-')).toSorted()
  expect(ones.length).toBeGreaterThan(20)
  expect(ones.length).toBeLessThanOrEqual(atTheEnd)
  expect(ones).toEqual(ones.map((_, at) => `one-${String(at).padStart(5, '0')}`))
  expect(rows.filter((id) => id.startsWith('two-')).length).toBe(ones.length)
})

test('a plain backup is for made-up practices, carries no keys, and needs no server', async () => {
  const closed = await openPractice()
  await closed.stop()
  const folder = ownFolder()
  expect((await type(`backup --to ${folder}`, addressOf(closed), { BACKUP_PASSPHRASE: '' })).err).toContain('BACKUP_PASSPHRASE')
  expect(await type(`backup --to ${folder} --plain`, addressOf(closed), { BACKUP_PASSPHRASE: '' })).toMatchObject({ code: 0, err: '' })
  const [name] = readdirSync(folder)
  const place = await emptyPlace()
  const restored = await type(`restore --from ${join(folder, name ?? '')} --json`, place, { ANCHOR_DIR: ownFolder(), BACKUP_PASSPHRASE: '' })
  expect(restored.json<Restored>()).toMatchObject({ withoutKeys: true, damage: [] })
})

test('OP-01: before a migration the data is copied beside itself; three copies stay, and one can be restored with the keys that lie there', async () => {
  const closed = await openPractice()
  await addSite(closed, 'Before the migration')
  await closed.stop()
  const { config } = closed.app
  for (let day = 1; day <= 4; day++) await copyBeforeMigration(config, Date.UTC(2026, 10, day))
  const copies = readdirSync(join(config.dataDir, 'before-migration')).toSorted()
  expect(copies.map((name) => name.slice(0, 20))).toEqual(['portal-desk-20261102', 'portal-desk-20261103', 'portal-desk-20261104'])
  const place = await emptyPlace()
  const words = `restore --from ${join(config.dataDir, 'before-migration', copies[2] ?? '')} --secrets ${join(config.dataDir, 'secrets.json')} --json`
  expect((await type(words, place, anchorOf(closed))).json<Restored>()).toMatchObject({ withoutKeys: false, damage: [] })
  expect((await look(place, (db) => db.select().from(db.t.sites))).map((row) => row.name)).toContain('Before the migration')
})

test('OP-01: the nightly backup goes to its folder by itself, and the administrator sees how old it is', async () => {
  const to = ownFolder()
  const another = await openPractice({ BACKUP_DIR: to, BACKUP_PASSPHRASE: 'eleven herons over the harbor' })
  onTestFinished(() => another.stop())
  const admin = await another.as('admin1')
  expect((await admin.get('/api/system')).body).toMatchObject({ damaged: null, lastBackupAt: null, backupLate: false })
  await eventually('a backup is made', async () => (await admin.get<{ lastBackupAt: string | null }>('/api/system')).body.lastBackupAt, 60_000)
  expect(readdirSync(to)).toHaveLength(1)
  another.clock.advance(49 * 3_600_000)
  expect((await (await another.as('admin1')).get('/api/system')).body).toMatchObject({ backupLate: true })
})
