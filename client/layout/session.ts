import { useSyncExternalStore } from 'react'
import type { Action, Cell } from '#domain/actions.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import type { Instant } from '#domain/time.ts'
import { forgetInput } from '#client/layout/activity.ts'
import { setServerNow } from '#client/ui/ticking.ts'

/** Who the practice is, and who sits here, as `GET /api/session` answers. */
export type Practice = SessionAnswer['practice']
export type Session = NonNullable<SessionAnswer['session']>

/** What this tab knows of the practice and of who sits here; `leftBy` is who was here when it locked. */
export type SessionState = {
  practice: Practice | null
  session: Session | null
  idleLockAt: Instant
  endsAt: Instant
  leftBy: { userName: string; path: string } | null
}

const nobody: SessionState = { practice: null, session: null, idleLockAt: 0, endsAt: 0, leftBy: null }
let state = nobody
const listeners = new Set<() => void>()

function set(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The state now, for code outside components. */
export function sessionState(): SessionState {
  return state
}

/** The state, re-rendering when it changes. */
export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribe, sessionState)
}

/** Takes what the server said about practice and person. */
export function takeAnswer(answer: SessionAnswer): void {
  setServerNow(Date.parse(answer.now))
  const { practice, session } = answer
  if (!session) return set({ ...state, practice, session: null })
  const ends = { idleLockAt: Date.parse(session.idleLockAt), endsAt: Date.parse(session.endsAt) }
  set({ practice, session, ...ends, leftBy: state.leftBy })
}

/** Takes the server's new instants for lock and end. */
export function takeInstants(instants: { idleLockAt: Instant; endsAt: Instant }): void {
  if (state.session) set({ ...state, ...instants })
}

/** Takes preferences that the server has just kept. */
export function takePreferences(given: Pick<Session['staff'], 'language' | 'theme' | 'singleKeys'> & Partial<Pick<Session['staff'], 'figuresAsTables'>>): void {
  const { session } = state
  if (session) set({ ...state, session: { ...session, staff: { ...session.staff, ...given } } })
}

/** Nobody sits here any more. After a lock the place is kept, for the same person only; leaving twice changes nothing. */
export function leave(path: string | null): void {
  const { session, practice } = state
  forgetInput()
  if (session) set({ ...nobody, practice, leftBy: path ? { userName: session.staff.userName, path } : null })
}

/** Where to go after sign-in: back to the place that this person left by a lock, else to `otherwise`. */
export function placeAfterSignIn(otherwise: string): string {
  const { leftBy, session } = state
  set({ ...state, leftBy: null })
  return leftBy && leftBy.userName === session?.staff.userName ? leftBy.path : otherwise
}

/** The signed-in person's cell of the action table; `-` when nobody is signed in. */
export function useMay(action: Action): Cell {
  return useSessionState().session?.may[action] ?? '-'
}
