import { callServer } from '#client/layout/server.ts'
import { takeAnswer } from '#client/layout/session.ts'
import type { z } from 'zod'
import type { openLinkAnswer, redeemBody } from '#domain/contracts/staff.ts'
import type { joinedAnswer, SessionAnswer, setUpBody, totpAnswer } from '#domain/contracts/session.ts'

export type NewFactor = z.infer<typeof totpAnswer>['totp']
export type SetUp = z.infer<typeof setUpBody>
export type OpenLink = z.infer<typeof openLinkAnswer>
type Joined = z.infer<typeof joinedAnswer>

const act = () => ({ key: crypto.randomUUID() })

/** Makes the practice and its first administrator with the one-time secret; answers with a new second factor. */
export async function sendSetUp(body: SetUp): Promise<NewFactor> {
  const { data } = await callServer<z.infer<typeof totpAnswer>>('/set-up', { body, act: act() })
  return data.totp
}

/** What the page behind a mailed link is for. The link is not used up by looking. */
export async function openLink(token: string): Promise<OpenLink> {
  const { data } = await callServer<OpenLink>('/staff-invitations/open', { body: { token }, act: act() })
  return data
}

/** First step behind a mailed link: a password. Answers with a new second factor, or null when none is made. */
export async function redeemLink(body: z.infer<typeof redeemBody>): Promise<NewFactor | null> {
  const { data } = await callServer<z.infer<typeof totpAnswer> | { next: 'sign-in' }>('/staff-invitations/redeem', {
    body,
    act: act(),
  })
  return 'totp' in data ? data.totp : null
}

/** The first code of the new factor; whoever shows it is signed in and sees the recovery codes once. */
export async function confirmFactor(door: 'set-up' | 'staff-invitations', code: string): Promise<Joined> {
  const { data } = await callServer<Joined>(`/${door}/confirm`, { body: { code }, act: act() })
  return data
}

/** Takes the answer of a confirmed factor as the session. */
export function takeJoined({ practice, now, session }: SessionAnswer): void {
  takeAnswer({ practice, now, session })
}
