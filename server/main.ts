import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '#db/open.ts'
import type { App } from '#server/app.ts'
import { recordDurably } from '#server/audit/record-durably.ts'
import { systemActor } from '#server/audit/recorder.ts'
import { startSealer } from '#server/audit/sealer.ts'
import { authDoors } from '#server/auth/doors.ts'
import { hashPassword } from '#server/auth/password.ts'
import { setUpGate } from '#server/auth/set-up-gate.ts'
import { prepareSetUp } from '#server/auth/set-up-secret.ts'
import { movableClock, systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { attachmentsDoor } from '#server/connector/attachments-door.ts'
import { connectorDoor, describedCalls } from '#server/connector/connector.ts'
import { demoClockDoor } from '#server/demo/clock.ts'
import { deskDoors } from '#server/demo/desks.ts'
import { mailboxDoor } from '#server/demo/mailbox.ts'
import { startOverDoor } from '#server/demo/start-over.ts'
import { messageTestDoors } from '#server/messages/test-doors.ts'
import { doorway } from '#server/http/door.ts'
import { feedsDoor } from '#server/feeds/doors.ts'
import { startFeeds } from '#server/feeds/feeds.ts'
import { makeExpress } from '#server/http/express.ts'
import { healthDoor, type Readiness } from '#server/http/health.ts'
import { makeLive } from '#server/http/live.ts'
import { hearersOf } from '#server/patients/hearers.ts'
import { jobs } from '#server/job-list.ts'
import { startJobs } from '#server/jobs/runner.ts'
import { lockFolder } from '#server/lock.ts'
import { faultOf, makeLog } from '#server/log.ts'
import { copyBeforeMigration } from '#server/operations/copy-before-migration.ts'
import { lookAtFolder, refuseLostKeys } from '#server/operations/data-folder.ts'
import { prepareOperations } from '#server/operations/operations.ts'
import { startLabListener } from '#server/results/mllp-listener.ts'
import { outboxNotes, startOutbox } from '#server/outbox/outbox.ts'
import { patientPagesDoor } from '#server/patient-pages/patient-pages.ts'
import { patientTestDoors } from '#server/patients/test-doors.ts'
import { recoveryTestDoors } from '#server/recovery/test-doors.ts'
import { preparePractice, type SeedPractice } from '#server/practice.ts'
import { systemRandom } from '#server/random.ts'
import { routes } from '#server/routes.ts'
import { loadSecrets } from '#server/secrets.ts'
import { linkDoors } from '#server/staff/doors.ts'
import { testDoors } from '#server/test-practice/doors.ts'

/** Asked for so, and not imported: an import reads every name of it, and one of them loads a whole HTTP client. */
const { createServer } = process.getBuiltinModule('node:http')

/** Longest wait for requests in flight when the server is asked to stop (DU-07). */
const DRAIN_MS = 10_000

/** A running server; `setUpSecret` while it waits for its first administrator. */
export type Running = { app: App; origin: string; setUpSecret: string | null; stop: () => Promise<void> }

/** Starts the server that the environment describes and returns once it listens. Throws with one clear line otherwise. */
export async function startServer(
  env: Record<string, string | undefined>,
  options: { seedPractice?: SeedPractice; clientDir?: string; startOver?: () => Promise<void>; strict?: boolean } = {},
): Promise<Running> {
  const config = readConfig(env)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const folder = lookAtFolder(config)
  const unlock = lockFolder(config.dataDir)
  const log = makeLog(config.logLevel)
  const clock = config.mode === 'real' ? systemClock : movableClock()
  const random = systemRandom
  const secrets = loadSecrets(config.dataDir)
  const store = await openStore(config, { strict: options.strict ?? false, backUp: () => copyBeforeMigration(config, clock.now()) })
  await refuseLostKeys(store, folder)
  const stopSealer = await startSealer(store, clock, (error) => log.error({ fault: faultOf(error) }, 'the record could not be sealed; it is tried again'))
  await preparePractice(store, config, { clock, random, secrets, hashPassword }, options.seedPractice)

  let origin = config.publicOrigin ?? ''
  const app: App = { store, clock, random, secrets, config, log, origin: () => origin }
  const operations = await prepareOperations(app)
  const setUpSecret = await prepareSetUp(app)
  const live = makeLive(app, hearersOf)
  const readiness: Readiness = { ready: true, problems: operations.problems, notes: () => outboxNotes(app) }
  const described = [
    ...authDoors(app), ...linkDoors,
    ...(config.mode === 'demo' ? [...deskDoors, demoClockDoor] : []), ...(config.mode === 'test' ? [...testDoors, ...messageTestDoors, ...patientTestDoors, ...recoveryTestDoors] : []),
  ]
  const web = makeExpress(app, routes, live, {
    gate: setUpGate(app),
    console: [
      healthDoor(readiness),
      operations.door,
      doorway(app, described),
      mailboxDoor(app),
      feedsDoor(app),
      attachmentsDoor(app),
      ...(config.mode === 'demo' && options.startOver ? [startOverDoor(app, options.startOver)] : []),
    ],
    described,
    connector: connectorDoor(app),
    calls: describedCalls,
    patientPages: patientPagesDoor(app),
    clientDir: options.clientDir ?? join(import.meta.dirname, '../client'),
  })
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 }, web)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  origin ||= `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  await note('system.started')
  const takesWrites = store.frozen() === null
  const outbox = takesWrites ? await startOutbox(app) : null
  const stopJobs = takesWrites ? await startJobs(app, jobs) : null
  const feeds = takesWrites ? await startFeeds(app) : null
  const labListener = takesWrites ? await startLabListener(app) : null
  await operations.begin()

  async function note(event: 'system.started' | 'system.stopped'): Promise<void> {
    const scene = { actor: systemActor, at: clock.now(), requestId: null, sourceAddress: null }
    await recordDurably(app, scene, event === 'system.started' ? { event, detail: { version: '0.1.0', mode: config.mode } } : { event, detail: {} })
  }

  let stopping: Promise<void> | null = null
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      readiness.ready = false
      live.close()
      const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      clearTimeout(force)
      await Promise.all([outbox?.stop(), stopJobs?.(), feeds?.stop(), labListener?.stop()])
      await note('system.stopped').catch(() => undefined)
      await stopSealer()
      await operations.end()
      await store.close()
      unlock()
    })()
    return stopping
  }
  return { app, origin, setUpSecret, stop }
}

/** The process: starts, says in one line where it listens, stops on SIGTERM and SIGINT with exit code 0. */
export async function start(options: { seedPractice?: SeedPractice } = {}): Promise<void> {
  let running: Running
  const startOver = async (): Promise<void> => {
    const { port } = new URL(running.origin)
    await running.stop()
    rmSync(running.app.config.dataDir, { recursive: true, force: true })
    running = await startServer({ ...process.env, PORT: port }, { ...options, startOver })
  }
  try {
    running = await startServer(process.env, { ...options, startOver })
  } catch (error) {
    process.stderr.write(`Portal Desk does not start: ${sentenceOf(error)}\n`)
    process.exit(1)
  }
  process.stdout.write(`Portal Desk listens on ${running.origin}\n`)
  if (running.setUpSecret) process.stdout.write(`Set-up secret, for the first administrator, once: ${running.setUpSecret}\n`)
  const end = (code: number) => void running.stop().then(() => process.exit(code), () => process.exit(1))
  process.on('SIGTERM', () => end(0))
  process.on('SIGINT', () => end(0))
  process.on('unhandledRejection', (error) => running.app.log.error({ fault: faultOf(error) }, 'a rejection nobody handled'))
  process.on('uncaughtException', (error) => {
    running.app.log.error({ fault: faultOf(error) }, 'an exception nobody caught; the server drains and ends')
    end(1)
  })
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as { code?: string; port?: number }
  return code === 'EADDRINUSE' ? `port ${port} is taken; name another one, such as PORT=${(port ?? 8080) + 1}` : error.message
}
