import type { Request, Response } from 'express'
import { DAY, SECOND } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { cookieOf } from '#server/auth/auth.ts'

/** The mark by which a device is known again for a day: random, says nothing, goes to these pages alone. */
const COOKIE = 'pd-device'

/** Keyed hash of the mark that this browser carries; null: none yet. */
export function deviceHashOf(app: App, req: Request): string | null {
  const mark = cookieOf(req, COOKIE)
  return mark && /^[\w-]{32}$/.test(mark) ? app.secrets.hmac('hash', 'device', mark) : null
}

/** Gives the browser a mark and answers its hash. Only after a right code: looking at a page leaves nothing behind. */
export function markDevice(app: App, res: Response): { hash: string; set: () => void } {
  const mark = app.random.bytes(24).toString('base64url')
  return {
    hash: app.secrets.hmac('hash', 'device', mark),
    set: () => { res.append('Set-Cookie', `${COOKIE}=${mark}; Path=/p; HttpOnly; Secure; SameSite=Strict; Max-Age=${DAY / SECOND}`) },
  }
}

/**
 * Whether this browser holds a console session: only that the cookie is there. Its value is never looked at on these pages
 * (IN-09), so it opens nothing here; a desk code is simply not for a desk's own browser (ID-04).
 */
export function isConsoleBrowser(app: App, req: Request): boolean {
  return (req.headers.cookie ?? '').split(';').some((part) => part.trim().startsWith(`${app.config.cookieName}=`))
}
