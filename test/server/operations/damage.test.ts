import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openReader, sqliteFileOf } from '#db/open.ts'
import { sealWaiting } from '#server/audit/sealer.ts'
import { beginFullCheck } from '#server/operations/check-storage.ts'
import { rowsDamage } from '#server/operations/full-check.ts'
import { startServer } from '#server/main.ts'
import { ownFolder } from '#test/server/operations/places.ts'
import { engineOfLeg } from '#test/support/database.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

/** Changes one event of the record, as somebody who owns the database. */
async function tamper({ app }: TestPractice): Promise<void> {
  const { store } = app
  await sealWaiting(store, app.clock.now())
  await store.raw(store.engine === 'sqlite' ? 'drop trigger audit_events_no_update' : 'drop trigger audit_events_frozen on audit_events')
  await store.raw(`update audit_events set actor_id = 'nobody' where seq = (select event_seq from audit_seals where position = 1)`)
}

test('DU-08: damage found while people work stops all writing; reading goes on and every screen is told', async () => {
  const practice = await openPractice()
  onTestFinished(() => practice.stop())
  const [privacy, admin] = [await practice.as('privacy1'), await practice.as('admin1')]
  await beginFullCheck(practice.app)
  expect(practice.app.store.frozen()).toBeNull()
  await tamper(practice)
  await beginFullCheck(practice.app)
  expect(practice.app.store.frozen()).toBe('audit-chain')
  expect((await privacy.get('/api/session')).body).toMatchObject({ practice: { damaged: true }, session: { staff: { userName: 'privacy1' } } })
  expect((await privacy.get('/api/staff')).status).toBe(200)
  const refused = await admin.post('/api/sites', { name: 'Harbor East', timeZone: 'America/New_York', jurisdiction: 'NY' })
  expect(refused).toMatchObject({ status: 503, body: { code: 'READ_ONLY', rule: 'DU-08' } })
  expect((await admin.get('/api/ready'))).toMatchObject({ status: 503, body: { ready: false, problems: ['damaged'] } })
})

test('DU-08: a practice whose record was changed while it was down opens for reading only', async () => {
  const practice = await openPractice()
  const privacy = await practice.as('privacy1')
  await tamper(practice)
  const { config } = practice.app
  await practice.stop()
  const again = await startServer({
    PRACTICE: 'test', PORT: new URL(practice.origin).port, DATA_DIR: config.dataDir, LOG_LEVEL: 'silent', ...(config.databaseUrl ? { DATABASE_URL: config.databaseUrl } : {}),
  })
  onTestFinished(() => again.stop())
  expect(again.app.store.frozen()).toBe('audit-chain')
  expect((await privacy.get('/api/session')).body).toMatchObject({ practice: { damaged: true } })
  expect((await privacy.get('/api/staff')).status).toBe(200)
})

type Case = [sentence: string, run: () => Promise<void>]
const sqlite: Case[] = [
  ['DU-08: bytes that changed on the disk are found', async () => {
    const practice = await openPractice()
    const { dataDir } = practice.app.config
    await practice.stop()
    const spoiled = ownFolder()
    copyFileSync(sqliteFileOf(dataDir), sqliteFileOf(spoiled))
    const place = await openReader({ dataDir: spoiled, databaseUrl: null })
    const [root] = await place.raw(`select rootpage as page from sqlite_master where name = 'staff_by_name'`)
    await place.close()
    const handle = openSync(sqliteFileOf(spoiled), 'r+')
    writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, (Number(root?.page) - 1) * 4096 + 4032)
    closeSync(handle)
    const damageOf = async (folder: string) => {
      const reader = await openReader({ dataDir: folder, databaseUrl: null })
      const damage = await rowsDamage(reader)
      await reader.close()
      return damage
    }
    expect(await damageOf(dataDir)).toEqual([])
    expect(await damageOf(spoiled)).toEqual(['file'])
  }],
  ['DU-08: a file that is no database any more is not served, in one line', async () => {
    const folder = ownFolder()
    const handle = openSync(join(folder, 'practice.db'), 'w')
    writeSync(handle, Buffer.alloc(8192, 7))
    closeSync(handle)
    await expect(startServer({ PRACTICE: 'test', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' })).rejects.toThrow('not a database')
  }],
]
const postgres: Case[] = [
  ['a record that holds is no damage', async () => {
    const practice = await openPractice()
    onTestFinished(() => practice.stop())
    const { auditEvents } = practice.app.store.read.t
    await beginFullCheck(practice.app)
    expect(practice.app.store.frozen()).toBeNull()
    const [verified] = await practice.app.store.read.select().from(auditEvents).where(eq(auditEvents.event, 'audit.verified'))
    expect(verified).toMatchObject({ actorId: 'system', outcome: 'success' })
  }],
]
test.each(engineOfLeg() === 'sqlite' ? sqlite : postgres)('%s', (_sentence, run) => run())
