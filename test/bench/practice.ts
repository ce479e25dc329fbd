import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { openStore, sqliteFileOf } from '#db/open.ts'
import { seedPractice } from '#seed/main.ts'
import { bigPatients } from '#test/bench/big-patients.ts'
import type { App } from '#server/app.ts'
import { csrfTokenOf, openSession, sessionToken } from '#server/auth/session.ts'
import { startSealer } from '#server/audit/sealer.ts'
import { hashPassword } from '#server/auth/password.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { makeLog } from '#server/log.ts'
import { systemRandom } from '#server/random.ts'
import { loadSecrets } from '#server/secrets.ts'

/** A test practice with many patients on disk, and the headers of a front-desk session in it. */
export type BigPractice = { dataDir: string; file: string; headers: Record<string, string> }

/** Makes (or finds) a practice of `size` patients below `reports/bench`, and opens a session there. */
export async function bigPractice(size: number, port: number): Promise<BigPractice> {
  const dataDir = resolve('reports', 'bench', String(size))
  const env = { PRACTICE: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  const config = readConfig(env)
  const done = existsSync(join(dataDir, 'loaded'))
  if (!done) rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secrets = loadSecrets(dataDir)
  const store = await openStore(config)
  const stopSealer = await startSealer(store, systemClock)
  if (!done) {
    await seedPractice({
      store, mode: 'test', at: systemClock.now(), timeZone: config.practiceTimeZone, newId: systemRandom.id, hashPassword, seal: secrets.seal,
      mailKeyId: secrets.current('derive').id,
    })
  }
  const app: App = {
    store, clock: systemClock, random: systemRandom, secrets, config, log: makeLog('silent'), origin: () => `http://127.0.0.1:${port}`,
  }
  const { staff, sites } = store.read.t
  const [clerk] = await store.read.select().from(staff).where(eq(staff.userName, 'frontdesk1'))
  const [site] = await store.read.select().from(sites).limit(1)
  if (!clerk || !site) throw new Error('the test practice has no front desk')
  const session = await store.tx((w) => openSession(w, app, clerk.id, { address: '127.0.0.1', browser: 'Bench' }))
  const headers = {
    Cookie: `${config.cookieName}=${await sessionToken(app, session)}`, 'X-CSRF-Token': csrfTokenOf(app, session.sessionId),
    Origin: app.origin(), 'Content-Type': 'application/json',
  }
  await stopSealer()
  await store.close()
  const file = sqliteFileOf(dataDir)
  if (!done) load(file, size, site.id)
  if (!done) mkdirSync(join(dataDir, 'loaded'))
  return { dataDir, file, headers }
}

/** Writes the made-up patients straight into the file: this prepares a measurement, it is not the import. */
function load(file: string, size: number, siteId: string): void {
  const db = new Database(file)
  const first = bigPatients(1, siteId).next().value
  if (!first) return
  const columns = Object.keys(first)
  const insert = db.prepare(`INSERT INTO patients (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`)
  db.exec('BEGIN')
  for (const row of bigPatients(size, siteId)) insert.run(row)
  db.exec('COMMIT; ANALYZE')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
