import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { TEST_PASSWORD, TEST_TOTP_SECRET } from '#seed/test-practice.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'

export type Reply<Body = Record<string, unknown>> = { status: number; body: Body; headers: Headers; cookies: string[] }
type Sent = { headers?: Record<string, string>; key?: string; version?: number; stepUp?: string }

/** A browser with its cookies, as a person at a desk uses it: every page is the console's own. */
export type Browser = {
  cookies: Map<string, string>
  csrf: string
  get: <Body = Record<string, unknown>>(path: string, headers?: Record<string, string>) => Promise<Reply<Body>>
  post: <Body = Record<string, unknown>>(path: string, body?: unknown, more?: Sent) => Promise<Reply<Body>>
}

/** Opens a browser. `from`: the address it calls from, believed only where the server trusts its proxy. */
export function openBrowser(origin: string, from?: string): Browser {
  const browser: Browser = {
    cookies: new Map(), csrf: '',
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    post: (path, body = {}, more = {}) => send('POST', path, body, {
      'Content-Type': 'application/json', Origin: origin, 'Idempotency-Key': more.key ?? randomUUID(),
      ...(browser.csrf ? { 'X-CSRF-Token': browser.csrf } : {}),
      ...(more.version === undefined ? {} : { 'If-Match': `"${more.version}"` }),
      ...(more.stepUp ? { 'Step-Up': more.stepUp } : {}), ...more.headers,
    }),
  }
  async function send<Body>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Reply<Body>> {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(origin + path, {
      method, body: body === undefined ? undefined : JSON.stringify(body),
      headers: { ...(cookie ? { Cookie: cookie } : {}), ...(from ? { 'X-Forwarded-For': from } : {}), ...headers },
    })
    const cookies = response.headers.getSetCookie()
    for (const one of cookies) keepCookie(browser.cookies, one)
    const text = await response.text()
    const parsed = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) as Body : text as Body
    const csrf = (parsed as Partial<SessionAnswer>).session?.csrfToken
    if (csrf) browser.csrf = csrf
    return { status: response.status, body: parsed, headers: response.headers, cookies }
  }
  return browser
}

/** The statuses of answers to requests made at once, lowest first. */
export function statusesOf(replies: readonly { status: number }[]): number[] {
  return replies.map((reply) => reply.status).toSorted((one, other) => one - other)
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  if (/max-age=0(;|$)/i.test(line)) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

/** The code that an authenticator shows at that instant, some steps later. */
export function codeAt(at: number, steps = 0, secret = TEST_TOTP_SECRET): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at + steps * 30_000 })
}

/** Both steps of the sign-in page for a person of the test practice. */
export async function signIn(browser: Browser, userName: string, at: number, password = TEST_PASSWORD): Promise<Reply<SessionAnswer>> {
  const first = await browser.post<SessionAnswer>('/api/session', { userName, password })
  return first.status === 200 ? browser.post<SessionAnswer>('/api/session/second-factor', { code: codeAt(at) }) : first
}
