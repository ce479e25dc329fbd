import { SignJWT, jwtVerify } from 'jose'
import { MINUTE, type Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'

/** How long the step after the password may take. */
export const HALF_MINUTES = 5
/** How long a second factor may take to be set up. */
export const JOINING_MINUTES = 15

const ISSUER = 'portal-desk'
type Kind = 'pd-half' | 'pd-joining'

/** A short-lived token of one kind; neither is a session, and neither passes for the other (AU-09). `text` is what it says. */
export function signShortToken(app: App, kind: Kind, text: string, at: Instant): Promise<string> {
  const key = app.secrets.current('session')
  const minutes = kind === 'pd-half' ? HALF_MINUTES : JOINING_MINUTES
  return new SignJWT({ text }).setProtectedHeader({ alg: 'HS256', typ: kind, kid: key.id })
    .setIssuer(ISSUER).setAudience(kind).setIssuedAt(Math.floor(at / 1000))
    .setExpirationTime(Math.floor((at + minutes * MINUTE) / 1000)).sign(key.bytes)
}

/** What the token says, or null when it is not ours, of another kind, altered or too old. */
export async function readShortToken(app: App, kind: Kind, token: string | null, at: Instant): Promise<string | null> {
  if (!token) return null
  try {
    const keys = app.secrets.all('session')
    const { payload } = await jwtVerify(token, (header) => {
      const key = keys.find((candidate) => candidate.id === header.kid)
      if (!key) throw new Error('unknown key')
      return key.bytes
    }, { algorithms: ['HS256'], typ: kind, issuer: ISSUER, audience: kind, requiredClaims: ['exp'], currentDate: new Date(at) })
    return typeof payload.text === 'string' ? payload.text : null
  } catch {
    return null
  }
}
