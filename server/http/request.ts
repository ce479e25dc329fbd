import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import type { Language } from '#domain/reasons/text.ts'
import type { App } from '#server/app.ts'
import { cookieOf, csrfTokenOf, sessionIdFromToken } from '#server/auth/auth.ts'
import { sameSecret } from '#server/secrets.ts'

/** The session row named by the request's cookie, or null. */
export async function sessionIdOfRequest(app: App, req: IncomingMessage): Promise<string | null> {
  const token = cookieOf(req, app.config.cookieName)
  return token ? sessionIdFromToken(app, token) : null
}

/** The language that the screen asks for. */
export function languageOf(req: IncomingMessage): Language {
  return /^\s*es\b/i.test(req.headers['accept-language'] ?? '') ? 'es' : 'en'
}

/** Whether an unsafe request comes from a page of ours: Origin, else Sec-Fetch-Site; both absent is a no (IN-09). */
export function comesFromHere(app: App, req: IncomingMessage): boolean {
  const origin = req.headers.origin
  if (origin !== undefined) return origin === app.origin()
  return req.headers['sec-fetch-site'] === 'same-origin'
}

/** Whether the request carries the token of its own session. */
export function carriesCsrf(app: App, req: IncomingMessage, sessionId: string): boolean {
  const given = req.headers['x-csrf-token']
  return typeof given === 'string' && sameSecret(given, csrfTokenOf(app, sessionId))
}

/** Address of the caller as far as the configured proxies can be believed. */
export function sourceOf(req: Request): string {
  return req.ip ?? req.socket.remoteAddress ?? ''
}

/** A browser's short name for its owner's list of sessions. */
export function browserOf(req: IncomingMessage): string {
  const agent = req.headers['user-agent'] ?? ''
  const browser = /Edg\//.test(agent) ? 'Edge' : /Firefox\//.test(agent) ? 'Firefox' : /Chrome\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : 'Other'
  const system = /Windows/.test(agent) ? 'Windows' : /Android/.test(agent) ? 'Android' : /iPhone|iPad/.test(agent) ? 'iOS' : /Mac OS/.test(agent) ? 'macOS' : /Linux/.test(agent) ? 'Linux' : ''
  return system ? `${browser}, ${system}` : browser
}
