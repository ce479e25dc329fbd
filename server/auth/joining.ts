import type { z } from 'zod'
import type { Instant } from '#domain/time.ts'
import { cookieNameOf, cookieOf, setCookie } from '#server/auth/cookies.ts'
import { JOINING_MINUTES, readShortToken, signShortToken } from '#server/auth/short-token.ts'
import type { AtDoor } from '#server/http/door.ts'

type Purpose = 'set-up' | 'invitation'

/**
 * Keeps what a person has chosen until the code of their new second factor confirms it: sealed, in their own browser,
 * for 15 minutes. So nobody half joined stands in the database.
 */
export async function startJoining(door: AtDoor<unknown>, purpose: Purpose, plan: object, at: Instant): Promise<void> {
  const { app, res } = door
  const sealed = app.secrets.seal(JSON.stringify({ purpose, plan }))
  setCookie(res, app, 'joining', await signShortToken(app, 'pd-joining', sealed, at), JOINING_MINUTES * 60)
}

/** What was kept, or null when it is not there, of another purpose, or too old. */
export async function readJoining<Plan>(door: AtDoor<unknown>, purpose: Purpose, schema: z.ZodType<Plan>): Promise<Plan | null> {
  const { app, req, at } = door
  const sealed = await readShortToken(app, 'pd-joining', cookieOf(req, cookieNameOf(app, 'joining')), at)
  if (!sealed) return null
  const kept = JSON.parse(app.secrets.open(sealed)) as { purpose: string; plan: unknown }
  return kept.purpose === purpose ? schema.parse(kept.plan) : null
}
