import { callServer } from '#client/layout/server.ts'
import { refreshSession } from '#client/layout/auth-provider.ts'
import { sessionState, takeAnswer, takePreferences } from '#client/layout/session.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Role } from '#domain/roles.ts'

export type Desk = { role: Role; staffName: string }

/** What the server wants next: the second factor, or nothing more. */
export type NextStep = 'second-factor' | 'done'

/** The cookie did not come back: Safari keeps no secure cookie on plain http. */
export class CookieLost extends Error {}

async function take(answer: SessionAnswer): Promise<NextStep> {
  takeAnswer(answer)
  const { session } = await refreshSession()
  if (!session) throw new CookieLost()
  return 'done'
}

const act = () => ({ key: crypto.randomUUID() })

/** First step: name and password. */
export async function sendPassword(userName: string, password: string): Promise<NextStep> {
  const { data } = await callServer<SessionAnswer | { next: 'second-factor' }>('/session', {
    body: { userName, password },
    act: act(),
  })
  return 'next' in data ? data.next : take(data)
}

/** Second step: the 6-digit code, or one of the recovery codes. */
export async function sendSecondFactor(proof: { code: string } | { recoveryCode: string }): Promise<NextStep> {
  const { data } = await callServer<SessionAnswer>('/session/second-factor', { body: proof, act: act() })
  return take(data)
}

/** The demo practice's six desks. */
export async function readDesks(): Promise<Desk[]> {
  const { data } = await callServer<Desk[]>('/demo/desks')
  return data
}

/** Sits down at a desk of the demo practice, without a password; the language of this page goes along. */
export async function enterDesk(role: Role, language: Language): Promise<NextStep> {
  const { data } = await callServer<SessionAnswer>('/demo/enter', { body: { role }, act: act() })
  const next = await take(data)
  const { session } = sessionState()
  if (session && session.staff.language !== language) {
    const { theme, singleKeys } = session.staff
    await callServer('/account/preferences', { body: { language, theme, singleKeys }, act: act() })
    takePreferences({ language, theme, singleKeys })
  }
  return next
}

/** Moves the demo's clock forward. */
export async function moveClock(advanceMinutes: number): Promise<void> {
  await callServer('/demo/clock', { body: { advanceMinutes }, act: act() })
  await refreshSession()
}

/** Puts the demo practice back to its first day. */
export async function startOver(): Promise<void> {
  await callServer('/demo/start-over', { body: {}, act: act() })
  await refreshSession()
}
