import { callServer } from '#client/layout/server.ts'
import { refreshSession } from '#client/layout/auth-provider.ts'
import { takeAnswer, type Session } from '#client/layout/session.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Role } from '#domain/roles.ts'

export type Desk = { role: Role; staffName: string }

/** What the server wants next: the second factor, or nothing more. */
export type NextStep = 'second-factor' | 'done'

/** The cookie did not come back: Safari keeps no secure cookie on plain http. */
export class CookieLost extends Error {}

const act = () => ({ key: crypto.randomUUID() })

/** Asks with the new cookie who sits here: only what comes back with it counts. */
async function whoSitsHere(): Promise<SessionAnswer & { session: Session }> {
  const { data } = await callServer<SessionAnswer>('/session')
  if (!data.session) throw new CookieLost()
  return { ...data, session: data.session }
}

/** First step: name and password. */
export async function sendPassword(userName: string, password: string): Promise<NextStep> {
  const { data } = await callServer<SessionAnswer | { next: 'second-factor' }>('/session', {
    body: { userName, password },
    act: act(),
  })
  if ('next' in data) return data.next
  takeAnswer(await whoSitsHere())
  return 'done'
}

/** Second step: the 6-digit code, or one of the recovery codes. */
export async function sendSecondFactor(proof: { code: string } | { recoveryCode: string }): Promise<void> {
  await callServer('/session/second-factor', { body: proof, act: act() })
  takeAnswer(await whoSitsHere())
}

/** The demo practice's six desks. */
export async function readDesks(): Promise<Desk[]> {
  const { data } = await callServer<Desk[]>('/demo/desks')
  return data
}

/** Sits down at a desk of the demo practice, without a password; the language of the sign-in page goes along. */
export async function enterDesk(role: Role, language: Language): Promise<void> {
  await callServer('/demo/enter', { body: { role }, act: act() })
  const answer = await whoSitsHere()
  const { staff, csrfToken } = answer.session
  if (staff.language !== language) {
    const body = { language, theme: staff.theme, singleKeys: staff.singleKeys }
    await callServer('/account/preferences', { body, act: act(), headers: { 'X-CSRF-Token': csrfToken } })
  }
  takeAnswer({ ...answer, session: { ...answer.session, staff: { ...staff, language } } })
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
