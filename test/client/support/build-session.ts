import { actions, cellFor, type Action, type Cell } from '#domain/actions.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import type { Role } from '#domain/roles.ts'
import { HOUR, MINUTE, isoOf } from '#domain/time.ts'

type Session = NonNullable<SessionAnswer['session']>
type Given = { roles?: Role[]; now?: number; mode?: SessionAnswer['practice']['mode']; staff?: Partial<Session['staff']>; lockIn?: number }

/** The answer of `GET /api/session` for somebody with these roles. */
export function buildSession(given: Given = {}): SessionAnswer & { session: Session } {
  const { roles = ['front-desk'], now = Date.now(), mode = 'real', staff = {}, lockIn = 10 * MINUTE } = given
  return {
    practice: { name: 'Maple Harbor Medical', timeZone: 'America/New_York', mode, needsSetUp: false, damaged: false },
    now: isoOf(now),
    session: {
      staff: {
        id: 'staff-rosa', userName: 'rosa.delgado', name: 'Rosa Delgado', initials: 'RD', roles, clinicianKind: null, siteId: 'site-main',
        siteName: 'Main Street', language: 'en', theme: 'light', singleKeys: true, figuresAsTables: false, ...staff,
      },
      csrfToken: 'csrf-of-rosa',
      idleLockAt: isoOf(now + lockIn),
      endsAt: isoOf(now + 12 * HOUR),
      may: Object.fromEntries(actions.map((action) => [action, cellFor(action, roles)])) as Record<Action, Cell>,
    },
  }
}

/** The same answer when nobody sits here. */
export function buildNobody(given: Given = {}): SessionAnswer {
  return { ...buildSession(given), session: null }
}
