import type { AuthProvider } from 'ra-core'
import { callServer } from '#client/layout/server.ts'
import { leave, sessionState, takeAnswer } from '#client/layout/session.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import { tellTabs } from '#client/layout/channel.ts'
import { Refused } from '#client/ui/refused.ts'

/** Asks the server who sits here, and takes the answer. */
export async function refreshSession(): Promise<SessionAnswer> {
  const { data } = await callServer<SessionAnswer>('/session')
  takeAnswer(data)
  return data
}

async function endHere(path: '/session/sign-out' | '/session/lock'): Promise<void> {
  if (!sessionState().session) return
  await callServer(path, { body: {}, act: { key: crypto.randomUUID() } }).catch(() => undefined)
  tellTabs({ kind: 'ended' })
}

/** Ends this person's turn here but keeps the place, for the same person after sign-in. */
export async function lockScreen(path: string): Promise<void> {
  await endHere('/session/lock')
  leave(path)
}

/** Ends this person's turn here, keeping the place, unless the server says that the session goes on. */
export async function leaveIfOver(path: string): Promise<void> {
  const answer = await callServer<SessionAnswer>('/session').catch(() => null)
  if (answer?.data.session) return takeAnswer(answer.data)
  leave(path)
}

/** Only 401 ends a session here: a refusal by role (403) is an answer like another. */
export const authProvider: AuthProvider = {
  login: async () => undefined,
  logout: async () => {
    await endHere('/session/sign-out')
    if (sessionState().session) leave(null)
  },
  checkAuth: async () => {
    if (!sessionState().practice) await refreshSession()
    if (!sessionState().session) throw new Error('Nobody is signed in')
  },
  checkError: async (error: unknown) => {
    if (!(error instanceof Refused) || error.status !== 401) return
    leave(window.location.pathname)
    throw new Error(error.problem.message)
  },
}
