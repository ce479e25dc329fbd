/*
 * A test practice filled from FHIR for the look-up benches, and a front-desk session in it. Run by `adapter.mjs` as
 * `node lookup-practice.ts empty|session …`; imported by `lookup.ts`.
 */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { eq } from 'drizzle-orm'
import { patientFromFhir } from '#domain/feeds/fhir-patient.ts'
import { openStore, sqliteFileOf } from '#db/open.ts'
import { upsertPatients, type PatientToKeep } from '#db/patients.ts'
import type { Store } from '#db/store.ts'
import { seedPractice } from '#seed/main.ts'
import type { App } from '#server/app.ts'
import { startSealer } from '#server/audit/sealer.ts'
import { hashPassword } from '#server/auth/password.ts'
import { csrfTokenOf, openSession, sessionToken } from '#server/auth/session.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { makeLog } from '#server/log.ts'
import { systemRandom } from '#server/random.ts'
import { loadSecrets } from '#server/secrets.ts'

const SLICE = 5_000

/** How the server is started on such a practice. */
export const serverEnv = (dataDir: string, port: number): Record<string, string> => ({
  PRACTICE: 'test', DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent', REQUESTS_PER_SECOND: '1000000', NODE_ENV: 'production',
})

/** Makes a practice in an empty folder and reads FHIR Patients into it, one a line; answers how many and how long it took. */
export async function fillPractice(dataDir: string, lines: AsyncIterable<string>): Promise<{ patients: number; ms: number }> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return withPractice(dataDir, async (app) => {
    const { store, secrets, config } = app
    await seedPractice({
      store, mode: 'test', at: systemClock.now(), timeZone: config.practiceTimeZone, newId: systemRandom.id, hashPassword, seal: secrets.seal,
      mailKeyId: secrets.current('derive').id,
    })
    const began = performance.now()
    const patients = await readPatients(store, lines)
    if (store.engine === 'sqlite') await store.raw('ANALYZE')
    return { patients, ms: performance.now() - began }
  })
}

async function readPatients(store: Store, lines: AsyncIterable<string>): Promise<number> {
  const [site] = await store.read.select({ id: store.read.t.sites.id }).from(store.read.t.sites).where(eq(store.read.t.sites.jurisdiction, 'NY')).limit(1)
  const at = systemClock.now()
  let slice: PatientToKeep[] = []
  let count = 0
  const keep = async (): Promise<void> => {
    const people = slice
    slice = []
    const kept = await store.tx((w) => upsertPatients(w, people, { at, newId: systemRandom.id }))
    count += kept.filter((one) => one.outcome === 'created').length
  }
  for await (const line of lines) {
    const answer = patientFromFhir(JSON.parse(line), { source: 'bench', at, timeZone: 'America/New_York' })
    if ('mapped' in answer) slice.push({ facts: answer.mapped, siteId: site?.id ?? '' })
    if (slice.length >= SLICE) await keep()
  }
  await keep()
  return count
}

/** The headers of somebody's session that is opened now. The server is not running. */
export async function sessionHeaders(dataDir: string, port: number, userName = 'frontdesk1'): Promise<Record<string, string>> {
  return withPractice(dataDir, async (app) => {
    const { staff } = app.store.read.t
    const [clerk] = await app.store.read.select().from(staff).where(eq(staff.userName, userName))
    if (!clerk) throw new Error('the test practice has no such desk')
    const session = await app.store.tx((w) => openSession(w, app, clerk.id, { address: '127.0.0.1', browser: 'Bench' }))
    return {
      Cookie: `${app.config.cookieName}=${await sessionToken(app, session)}`, 'X-CSRF-Token': csrfTokenOf(app, session.sessionId),
      Origin: `http://127.0.0.1:${port}`,
    }
  })
}

/** Works on a practice whose server is not running. */
export async function withPractice<T>(dataDir: string, work: (app: App) => Promise<T>): Promise<T> {
  const config = readConfig(serverEnv(dataDir, 0))
  const secrets = loadSecrets(dataDir)
  const store = await openStore(config)
  const stopSealer = await startSealer(store, systemClock)
  try {
    return await work({ store, clock: systemClock, random: systemRandom, secrets, config, log: makeLog('silent'), origin: () => '' })
  } finally {
    await stopSealer()
    await store.close()
  }
}

const [task, folder, given] = process.argv[1] === import.meta.filename ? process.argv.slice(2) : []
if (task === 'empty' && folder) await fillPractice(resolve(folder), (async function* none(): AsyncGenerator<string> {})())
if (task === 'session' && folder && given) console.log(JSON.stringify({ ...(await sessionHeaders(resolve(folder), Number(given))), file: sqliteFileOf(resolve(folder)) }))
