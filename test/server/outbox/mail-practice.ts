import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asc, eq } from 'drizzle-orm'
import type { AuditEventCode } from '#domain/audit-events.ts'
import type { Role } from '#domain/roles.ts'
import { openStore } from '#db/open.ts'
import type { Store } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { csrfTokenOf, openSession, sessionToken } from '#server/auth/session.ts'
import { movableClock, type MovableClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { connectorDoor } from '#server/connector/connector.ts'
import { mailboxDoor } from '#server/demo/mailbox.ts'
import { makeExpress } from '#server/http/express.ts'
import { makeLive } from '#server/http/live.ts'
import { hearersOf } from '#server/patients/hearers.ts'
import { jobRoutes } from '#server/jobs/routes.ts'
import { makeLog } from '#server/log.ts'
import type { MailRow } from '#server/outbox/compose.ts'
import { deliverDue, type Delivered } from '#server/outbox/deliver.ts'
import { queueMail, type Queued } from '#server/outbox/queue-mail.ts'
import { outboxRoutes } from '#server/outbox/routes.ts'
import { systemRandom } from '#server/random.ts'
import { loadSecrets } from '#server/secrets.ts'
import { freshAddress } from '#test/support/database.ts'

const never = new AbortController().signal

/** A practice that has people and an outbox, on the leg's engine, without a seed. */
export type MailPractice = {
  app: App
  clock: MovableClock
  store: Store
  scene: () => AuditScene
  staff: (facts?: { name?: string; email?: string | null; language?: string; status?: string }) => Promise<string>
  /** Queues an invitation to the staff member, as an act would. */
  queue: (staffId: string) => Promise<Queued>
  /** A queued mail's id; throws when the mail was withheld. */
  queued: (staffId?: string) => Promise<string>
  deliver: () => Promise<Delivered>
  row: (mailId: string) => Promise<MailRow>
  events: (event: AuditEventCode) => Promise<{ reasonCode: string | null; detail: unknown; actorId: string }[]>
  close: () => Promise<void>
}

/** Opens it with these settings over the usual ones of a test practice. */
export async function mailPractice(settings: Record<string, string> = {}): Promise<MailPractice> {
  const address = await freshAddress()
  const config = readConfig({
    PRACTICE: 'test', DATA_DIR: address.dataDir, LOG_LEVEL: 'silent', SMTP_TIMEOUT_MS: '2000',
    MAIL_FROM: 'Portal Desk <desk@practice.example>', BOUNCE_DOMAIN: 'bounces.practice.example', ...settings,
  })
  const store = await openStore(address, { strict: true })
  const clock = movableClock()
  const app: App = {
    store, clock, random: systemRandom, secrets: loadSecrets(address.dataDir), config, log: makeLog('silent'),
    origin: () => 'https://desk.practice.example',
  }
  await store.tx(async (w) => await w.insert(w.t.practice).values({
    id: 'practice', name: 'Main Street Medical', timeZone: 'America/New_York', mode: 'test', createdAt: clock.now(),
  }))
  const scene = (): AuditScene => ({ actor: systemActor, at: clock.now(), requestId: null, sourceAddress: null })

  const staff: MailPractice['staff'] = async (facts = {}) => {
    const id = randomUUID()
    const email = facts.email === undefined ? `${id.slice(0, 8)}@staff.example` : facts.email
    await store.tx(async (w) => await w.insert(w.t.staff).values({
      id, userName: id, name: facts.name ?? 'Robin Ash', email, status: facts.status ?? 'active',
      language: facts.language ?? 'en', createdAt: clock.now(),
    }))
    return id
  }
  const queue: MailPractice['queue'] = (staffId) => store.tx((w) => queueMail(w, app, {
    scene: scene(), template: 'staff-invitation', refs: { invitationId: randomUUID() },
    person: { kind: 'staff', id: staffId }, purpose: 'staff-invitation',
  }))
  return {
    app, clock, store, scene, staff, queue,
    queued: async (staffId) => {
      const answer = await queue(staffId ?? await staff())
      if (!answer.queued) throw new Error(answer.code)
      return answer.mailId
    },
    deliver: () => deliverDue(app, never),
    row: async (mailId) => {
      const { outboxMails } = store.read.t
      const [row] = await store.read.select().from(outboxMails).where(eq(outboxMails.id, mailId))
      if (!row) throw new Error('no such mail')
      return row
    },
    events: async (event) => {
      const { auditEvents: e } = store.read.t
      const rows = await store.read.select().from(e).where(eq(e.event, event)).orderBy(asc(e.seq))
      return rows.map((row) => ({ reasonCode: row.reasonCode, detail: JSON.parse(row.detail) as unknown, actorId: row.actorId }))
    },
    close: () => store.close(),
  }
}

type Reply = { status: number; body: unknown; headers: Headers }
export type Desk = {
  origin: string
  cookie: string
  get: (path: string) => Promise<Reply>
  retry: (mailId: string, version: number) => Promise<Reply>
}

/** The practice behind its real transport, with a way to sign somebody of these roles in. The caller closes it. */
export async function openDesks(practice: MailPractice): Promise<{ origin: string; desk: (...roles: Role[]) => Promise<Desk>; close: () => Promise<void> }> {
  const { store, clock } = practice
  let origin = ''
  const app: App = { ...practice.app, origin: () => origin }
  const live = makeLive(app, hearersOf)
  const server = createServer(makeExpress(app, [...outboxRoutes, ...jobRoutes], live, {
    console: [mailboxDoor(app)], connector: connectorDoor(app), clientDir: app.config.dataDir,
  }))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const reply = async (response: Response): Promise<Reply> =>
    ({ status: response.status, body: (await response.json()) as unknown, headers: response.headers })
  return {
    origin,
    desk: async (...roles) => {
      const staffId = await practice.staff()
      const session = await store.tx(async (w) => {
        await w.insert(w.t.staffRoles).values(roles.map((role) => ({ staffId, role })))
        return openSession(w, app, staffId, { address: '127.0.0.1', browser: 'Test' })
      })
      const cookie = `${app.config.cookieName}=${await sessionToken(app, session)}`
      return {
        origin, cookie,
        get: async (path) => reply(await fetch(origin + path, { headers: { Cookie: cookie } })),
        retry: async (mailId, version) => reply(await fetch(`${origin}/api/outbox/${mailId}/retry`, {
          method: 'POST', body: '{}', headers: {
            Cookie: cookie, 'Content-Type': 'application/json', Origin: origin, 'If-Match': `"${version}"`,
            'X-CSRF-Token': csrfTokenOf(app, session.sessionId), 'Idempotency-Key': `${randomUUID()}-${clock.now()}`,
          },
        })),
      }
    },
    close: async () => {
      live.close()
      server.closeAllConnections()
      await new Promise((resolve) => { server.close(resolve) })
    },
  }
}
