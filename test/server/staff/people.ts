import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { TEST_PASSWORD } from '#seed/test-practice.ts'
import type { Action } from '#domain/actions.ts'
import { MINUTE } from '#domain/time.ts'
import { codeAt, openBrowser, signIn, type Browser, type Reply } from '#test/server/auth/browser.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

type Asked = { requestId: string; state: string; code?: string }
type StepUp = { action: Action; objectId: string }

/** A test practice with people who sign in, ask and approve as they do at their desks. */
export type People = {
  practice: TestPractice
  sit: (userName: string, password?: string) => Promise<Browser>
  idOf: (userName: string) => Promise<string>
  /** A command with a fresh second factor, where the server asks for one. */
  act: <Body = Asked>(browser: Browser, path: string, body?: unknown, version?: number) => Promise<Reply<Body>>
  approve: (browser: Browser, requestId: string) => Promise<Reply<{ state?: string; code?: string }>>
  /** A proof that the person has just shown their second factor for this act. */
  prove: (browser: Browser, need: StepUp) => Promise<string>
  /** The token of the last link mailed to the address. */
  tokenFor: (address: string) => Promise<string>
  eventsOf: (objectId: string) => Promise<string[]>
  stop: () => Promise<void>
}

export async function openPeople(): Promise<People> {
  const practice = await openPractice()
  const { app, origin, clock } = practice
  const db = app.store.read
  const people: People = {
    practice,
    sit: async (userName, password = TEST_PASSWORD) => {
      clock.advance(MINUTE)
      const browser = openBrowser(origin)
      const reply = await signIn(browser, userName, clock.now(), password)
      if (reply.status !== 200) throw new Error(`${userName} cannot sign in: ${JSON.stringify(reply.body)}`)
      return browser
    },
    idOf: async (userName) => {
      const [row] = await db.select({ id: db.t.staff.id }).from(db.t.staff).where(eq(db.t.staff.userName, userName))
      return row?.id ?? ''
    },
    act: async <Body>(browser: Browser, path: string, body: unknown = {}, version?: number) => {
      const key = randomUUID()
      const first = await browser.post<Body & { code?: string; stepUp?: StepUp }>(path, body, { version, key })
      if (first.body.code !== 'STEP_UP_NEEDED') return first
      return browser.post<Body>(path, body, { version, key, stepUp: await proofFor(browser, first.body.stepUp) })
    },
    prove: proofFor,
    approve: (browser, requestId) => people.act(browser, `/api/two-person-requests/${requestId}/approve`, {}, 1),
    tokenFor: async (address) => {
      await openBrowser(origin).post('/api/test/clock', { advanceMinutes: 1 })
      const { body } = await openBrowser(origin).get<{ mails: { links: string[] }[] }>(`/api/test/mailbox?to=${encodeURIComponent(address)}`)
      const link = body.mails.flatMap((mail) => mail.links)[0] ?? ''
      return link.split('/').at(-1) ?? ''
    },
    eventsOf: async (objectId) => {
      const rows = await db.select().from(db.t.auditEvents).where(eq(db.t.auditEvents.objectId, objectId)).orderBy(asc(db.t.auditEvents.seq))
      return rows.map((row) => row.event)
    },
    stop: () => practice.stop(),
  }
  async function proofFor(browser: Browser, need: StepUp | undefined): Promise<string> {
    clock.advance(MINUTE)
    const { body } = await browser.post<{ proof: string }>('/api/session/step-up', { ...need, code: codeAt(clock.now()) })
    return body.proof
  }
  return people
}
