import type { IncomingMessage } from 'node:http'
import type { Response } from 'express'
import type { App } from '#server/app.ts'

/** Cookies that this server sets: the session, the first half of a sign-in, a second factor being set up. */
export type CookieKind = 'session' | 'half' | 'joining'

export function cookieNameOf(app: App, kind: CookieKind): string {
  return kind === 'session' ? app.config.cookieName : `${app.config.cookieName}-${kind}`
}

/** One value of a cookie, or null. */
export function cookieOf(req: IncomingMessage, name: string): string | null {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

/** Sets a cookie that no script reads, no other site sends and no plain connection carries (AU-08). */
export function setCookie(res: Response, app: App, kind: CookieKind, value: string, maxAgeSeconds?: number): void {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  res.append('Set-Cookie', `${cookieNameOf(app, kind)}=${value}; Path=/; HttpOnly; Secure; SameSite=Strict${age}`)
}

export function clearCookie(res: Response, app: App, kind: CookieKind): void {
  setCookie(res, app, kind, '', 0)
}
