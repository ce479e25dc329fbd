import { hash } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { SignJWT, jwtVerify } from 'jose'
import { HOUR, MINUTE, type Instant } from '#domain/time.ts'
import type { Language } from '#domain/reasons/text.ts'
import { roles as allRoles, type ClinicianKind } from '#domain/roles.ts'
import { hot, type Reader, type Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { sourceHash } from '#server/auth/throttle.ts'
import type { StaffActor } from '#server/http/act.ts'

/** Absolute life of a session (AU-10). */
const SESSION_HOURS = 12
const ISSUER = 'portal-desk'
const AUDIENCE = 'portal-desk-console'

export type OpenSession = { actor: StaffActor; lastActivityAt: Instant; endsAt: Instant; idleLockAt: Instant }

type SessionRow = {
  id: string; staffId: string; lastActivityAt: number; endsAt: number
  userName: string; name: string; clinicianKind: string | null; patientId: string | null; language: string
}

/** Name of the row that a random session name stands for: what a thief of the database cannot use. */
export function sessionIdOf(name: string): string {
  return hash('sha256', name)
}

/** A session just opened: its secret name, for the token alone, and its row. */
export type NewSession = { name: string; sessionId: string; startsAt: Instant; endsAt: Instant }

/** Makes a session row. The name leaves this process only inside the token of `sessionToken`. */
export async function openSession(
  w: Writer, app: App, staffId: string, source: { address: string | null; browser: string },
): Promise<NewSession> {
  const startsAt = app.clock.now()
  const name = app.random.bytes(32).toString('base64url')
  const sessionId = sessionIdOf(name)
  const endsAt = startsAt + SESSION_HOURS * HOUR
  await w.insert(w.t.staffSessions).values({
    id: sessionId, staffId, createdAt: startsAt, lastActivityAt: startsAt, endsAt,
    sourceHash: sourceHash(app, source.address), browser: source.browser.slice(0, 60),
  })
  return { name, sessionId, startsAt, endsAt }
}

/** The signed token that names a session. It goes into a cookie and nowhere else. Sign after the commit. */
export function sessionToken(app: App, session: NewSession): Promise<string> {
  const key = app.secrets.current('session')
  return new SignJWT({}).setProtectedHeader({ alg: 'HS256', typ: 'pd-session', kid: key.id })
    .setIssuer(ISSUER).setAudience(AUDIENCE).setJti(session.name).setIssuedAt(Math.floor(session.startsAt / 1000))
    .setExpirationTime(Math.ceil(session.endsAt / 1000)).sign(key.bytes)
}

/** A token that was verified: the row that it names, and the second from which it is too old. */
type Verified = { sessionId: string; endsAtSecond: number }
/** Tokens that were verified, by their hash; none of them is kept. What may end early is the row, which is read each time. */
const verified = new WeakMap<App, Map<string, Verified>>()
const MOST_VERIFIED = 1_000

/** The row's id named by a token, or null when the token is not ours, altered, of another kind or too old (AU-09). */
export async function sessionIdFromToken(app: App, token: string): Promise<string | null> {
  const known = verified.get(app) ?? new Map<string, Verified>()
  verified.set(app, known)
  const mark = hash('sha256', token)
  let found = known.get(mark) ?? null
  if (!found) {
    found = await verify(app, token)
    if (!found) return null
    if (known.size >= MOST_VERIFIED) known.clear()
    known.set(mark, found)
  }
  return Math.floor(app.clock.now() / 1000) < found.endsAtSecond ? found.sessionId : null
}

async function verify(app: App, token: string): Promise<Verified | null> {
  try {
    const keys = app.secrets.all('session')
    const { payload } = await jwtVerify(token, (header) => {
      const key = keys.find((candidate) => candidate.id === header.kid)
      if (!key) throw new Error('unknown key')
      return key.bytes
    }, { algorithms: ['HS256'], typ: 'pd-session', issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['jti', 'exp'], currentDate: new Date(app.clock.now()) })
    return payload.jti && payload.exp !== undefined ? { sessionId: sessionIdOf(payload.jti), endsAtSecond: payload.exp } : null
  } catch {
    return null
  }
}

const sessionById = hot<SessionRow[]>('session_by_id', (db, t) =>
  db.select({
    id: t.staffSessions.id, staffId: t.staffSessions.staffId, lastActivityAt: t.staffSessions.lastActivityAt, endsAt: t.staffSessions.endsAt,
    userName: t.staff.userName, name: t.staff.name, clinicianKind: t.staff.clinicianKind, patientId: t.staff.patientId, language: t.staff.language,
  }).from(t.staffSessions).innerJoin(t.staff, eq(t.staff.id, t.staffSessions.staffId))
    .where(and(eq(t.staffSessions.id, sql.placeholder('id')), isNull(t.staffSessions.endedAt), eq(t.staff.status, 'active'))))

const rolesOfStaff = hot<{ role: string }[]>('roles_of_staff', (db, t) =>
  db.select({ role: t.staffRoles.role }).from(t.staffRoles).where(eq(t.staffRoles.staffId, sql.placeholder('staffId'))))

/** The open session of a row id at `at`: not ended, not idle, not past its end, its person active. Roles are fresh. */
export async function findSession(db: Reader, app: App, sessionId: string, at: Instant): Promise<OpenSession | null> {
  const [row] = await db.hot(sessionById, { id: sessionId })
  if (!row) return null
  const idleLockAt = row.lastActivityAt + app.config.idleMinutes * MINUTE
  if (at >= idleLockAt || at >= row.endsAt) return null
  const held = await db.hot(rolesOfStaff, { staffId: row.staffId })
  const actor: StaffActor = {
    id: row.staffId, userName: row.userName, name: row.name,
    roles: allRoles.filter((role) => held.some((one) => one.role === role)),
    clinicianKind: row.clinicianKind as ClinicianKind | null, patientId: row.patientId,
    language: row.language as Language, sessionId: row.id,
  }
  return { actor, lastActivityAt: row.lastActivityAt, endsAt: row.endsAt, idleLockAt }
}

const touchSession = hot<unknown>('touch_session', (db, t) =>
  db.update(t.staffSessions).set({ lastActivityAt: sql`${sql.placeholder('at')}` })
    .where(and(eq(t.staffSessions.id, sql.placeholder('id')), isNull(t.staffSessions.endedAt))))

/** Notes that the person did something. A clock that went back never extends a session. */
export async function noteActivity(w: Writer, session: OpenSession, at: Instant): Promise<void> {
  if (at - session.lastActivityAt >= 1000) await w.hot(touchSession, { id: session.actor.sessionId, at })
}

/** Ties a form to its session without storing anything (IN-09). */
export function csrfTokenOf(app: App, sessionId: string): string {
  return app.secrets.hmac('session', 'csrf', sessionId)
}
