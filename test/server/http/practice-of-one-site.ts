import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Role } from '#domain/roles.ts'
import { openStore } from '#db/open.ts'
import type { App } from '#server/app.ts'
import { startSealer } from '#server/audit/sealer.ts'
import { csrfTokenOf, openSession, sessionToken } from '#server/auth/session.ts'
import type { MovableClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { done, record, refuse } from '#server/http/act.ts'
import { makeExpress } from '#server/http/express.ts'
import { makeLive } from '#server/http/live.ts'
import { hearersOf } from '#server/patients/hearers.ts'
import { command, idParams, read, reasonField, type AnyRoute } from '#server/http/route.ts'
import { makeLog } from '#server/log.ts'
import { systemRandom } from '#server/random.ts'
import { loadSecrets } from '#server/secrets.ts'
import { freshAddress } from '#test/support/database.ts'

const site = z.object({ id: z.string(), name: z.string(), version: z.number() })

/** Three routes that show the order every request goes through: a read, a versioned command, one with reason and step-up. */
const routes: AnyRoute[] = [
  read({
    path: 'GET /api/sites/:id', action: 'patient.read', summary: 'One site, audited as if it were a chart.', params: idParams, answer: site,
    run: async (db, _act, { params }) => {
      const [row] = await db.select().from(db.t.sites).where(eq(db.t.sites.id, params.id))
      return row ? done({ id: row.id, name: row.name, version: row.version }, row.version) : refuse('NOT_FOUND')
    },
    audit: (answer) => ({ event: 'patient.read', objectId: answer.id, detail: { part: 'site' } }),
  }),
  command({
    path: 'POST /api/sites/:id/rename', action: 'site.change', summary: 'Renames a site.', versioned: true, params: idParams,
    body: z.strictObject({ name: z.string().min(2).max(40) }), answer: site,
    run: async (w, act, { params, body }) => {
      const [row] = await w.select().from(w.t.sites).where(eq(w.t.sites.id, params.id))
      if (!row) return refuse('NOT_FOUND')
      if (row.version !== act.version) return refuse('VERSION_STALE', { current: { name: row.name, version: row.version } })
      if (row.name === body.name) return refuse('ALREADY_DONE')
      await w.update(w.t.sites).set({ name: body.name, version: row.version + 1 }).where(eq(w.t.sites.id, row.id))
      await record(w, act, { event: 'site.changed', objectId: row.id, detail: { fields: 'name' } })
      w.announce('sites', row.id)
      return done({ id: row.id, name: body.name, version: row.version + 1 }, row.version + 1)
    },
  }),
  command({
    path: 'POST /api/patients/export', action: 'patient.export', summary: 'Needs a reason and a second factor.', versioned: false,
    body: z.strictObject({ reason: reasonField.optional() }), answer: z.object({ done: z.boolean() }),
    run: async () => done({ done: true }),
  }),
]

type Reply = { status: number; body: Record<string, unknown>; headers: Headers }
export type Person = { id: string; cookie: string; csrf: string; sessionId: string }
export type SmallPractice = {
  app: App
  clock: MovableClock
  origin: string
  person: (role: Role) => Promise<Person>
  send: (person: Person | null, method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>
  /** As `send`, with every header that a console page puts on a command. */
  post: (person: Person, path: string, body: unknown, headers?: Record<string, string>) => Promise<Reply>
  events: () => Promise<{ event: string; outcome: string; actorId: string; reasonCode: string | null }[]>
  close: () => Promise<void>
}

/** A clock that moves only when it is told to: a slow machine changes nothing. */
function standingClock(): MovableClock {
  let at = Date.now()
  return { now: () => at, set: (to) => { at = to }, advance: (ms) => { at += ms } }
}

/** A practice of one site and whoever a test needs, behind the real transport on the leg's engine. */
export async function smallPractice(): Promise<SmallPractice> {
  const address = await freshAddress()
  const config = readConfig({ PRACTICE: 'test', DATA_DIR: address.dataDir, LOG_LEVEL: 'silent', REQUESTS_PER_SECOND: '20' })
  const store = await openStore(address, { strict: true })
  const clock = standingClock()
  const stopSealer = await startSealer(store, clock)
  let origin = ''
  const app: App = {
    store, clock, random: systemRandom, secrets: loadSecrets(address.dataDir), config, log: makeLog('silent'), origin: () => origin,
  }
  const live = makeLive(app, hearersOf)
  const server = createServer(makeExpress(app, routes, live, { console: [], clientDir: address.dataDir }))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await store.tx(async (w) => { await w.insert(w.t.sites).values({ id: 'main', name: 'Main Street', timeZone: 'America/New_York', jurisdiction: 'NY', source: 'test' }) })

  const send: SmallPractice['send'] = async (person, method, path, body, headers = {}) => {
    const response = await fetch(origin + path, {
      method, headers: { ...(person ? { Cookie: person.cookie } : {}), ...headers }, body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Record<string, unknown> }
  }
  return {
    app, clock, origin, send,
    person: async (role) => {
      const id = randomUUID()
      const session = await store.tx(async (w) => {
        await w.insert(w.t.staff).values({ id, userName: id, name: `The ${role}`, status: 'active', createdAt: clock.now() })
        await w.insert(w.t.staffRoles).values({ staffId: id, role })
        return openSession(w, app, id, { address: '127.0.0.1', browser: 'Test' })
      })
      const { sessionId } = session
      return { id, sessionId, cookie: `${config.cookieName}=${await sessionToken(app, session)}`, csrf: csrfTokenOf(app, sessionId) }
    },
    post: (person, path, body, headers = {}) => send(person, 'POST', path, body, {
      'Content-Type': 'application/json', Origin: origin, 'X-CSRF-Token': person.csrf, 'Idempotency-Key': randomUUID(), ...headers,
    }),
    events: async () => {
      const { auditEvents: e } = store.read.t
      return store.read.select({ event: e.event, outcome: e.outcome, actorId: e.actorId, reasonCode: e.reasonCode }).from(e).orderBy(e.seq)
    },
    close: async () => {
      live.close()
      server.closeAllConnections()
      await new Promise((resolve) => { server.close(resolve) })
      await stopSealer()
      await store.close()
    },
  }
}
