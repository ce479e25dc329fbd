import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { seedPractice } from '#seed/main.ts'
import type { MovableClock } from '#server/clock.ts'
import { csrfTokenOf, openSession, sessionToken } from '#server/auth/session.ts'
import { startServer, type Running } from '#server/main.ts'
import { freshAddress } from '#test/support/database.ts'

export type Answer<Body = Record<string, unknown>> = { status: number; body: Body; headers: Headers }
type More = { headers?: Record<string, string>; key?: string; version?: number; stepUp?: string }

/** A person at a desk: the headers of the browser, the cookie of the session. */
export type Desk = {
  cookie: string | null
  csrf: string | null
  staffId: string | null
  get: <Body = Record<string, unknown>>(path: string, headers?: Record<string, string>) => Promise<Answer<Body>>
  /** A command, or a read by POST: JSON, same origin, CSRF token, a fresh Idempotency-Key unless `key` is given. */
  post: <Body = Record<string, unknown>>(path: string, body?: unknown, more?: More) => Promise<Answer<Body>>
}

/** A test practice in this process, on the leg's engine, with a clock that can be moved. */
export type TestPractice = Running & {
  clock: MovableClock
  /** The desk of a seeded member of staff (`frontdesk1`), signed in without the sign-in page. */
  as: (userName: string) => Promise<Desk>
  /** A browser nobody has signed in with. */
  nobody: () => Desk
}

/** Starts a test practice of its own. The caller stops it. */
export async function openPractice(env: Record<string, string> = {}): Promise<TestPractice> {
  const address = await freshAddress()
  const running = await startServer({
    PRACTICE: 'test', PORT: '0', DATA_DIR: address.dataDir, LOG_LEVEL: 'silent',
    ...(address.databaseUrl ? { DATABASE_URL: address.databaseUrl } : {}), ...env,
  }, { seedPractice, strict: true })
  const { app } = running
  return {
    ...running,
    clock: app.clock as MovableClock,
    nobody: () => deskOf(running, null, null, null),
    as: async (userName) => {
      const { staff } = app.store.read.t
      const [person] = await app.store.read.select().from(staff).where(eq(staff.userName, userName))
      if (!person) throw new Error(`nobody is called ${userName} here`)
      const session = await app.store.tx((w) => openSession(w, app, person.id, { address: '127.0.0.1', browser: 'Test' }))
      return deskOf(running, `${app.config.cookieName}=${await sessionToken(app, session)}`, csrfTokenOf(app, session.sessionId), person.id)
    },
  }
}

function deskOf(running: Running, cookie: string | null, csrf: string | null, staffId: string | null): Desk {
  const send = async <Body>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer<Body>> => {
    const response = await fetch(running.origin + path, {
      method, headers: { ...(cookie ? { Cookie: cookie } : {}), ...headers }, body: body === undefined ? undefined : JSON.stringify(body), redirect: 'manual',
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body }
  }
  return {
    cookie, csrf, staffId,
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    post: (path, body = {}, more = {}) => send('POST', path, body, {
      'Content-Type': 'application/json', Origin: running.origin, 'Idempotency-Key': more.key ?? randomUUID(),
      ...(csrf ? { 'X-CSRF-Token': csrf } : {}),
      ...(more.version === undefined ? {} : { 'If-Match': `"${more.version}"` }),
      ...(more.stepUp ? { 'Step-Up': more.stepUp } : {}),
      ...more.headers,
    }),
  }
}
