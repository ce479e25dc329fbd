import { SignJWT, jwtVerify } from 'jose'
import { z } from 'zod'
import { MINUTE, type Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'

/** How long a form may lie open (IN-09). */
export const FORM_MINUTES = 30

const ISSUER = 'portal-desk'
const TYPE = 'pd-patient-form'

/** What a form says of itself: what it is about, which step, and how many wrong tries its reader has seen. No name, no secret. */
const content = z.strictObject({ about: z.string().max(120), step: z.string().max(40), tries: z.int().min(0).max(99) })
export type FormToken = z.infer<typeof content>

/** Signs a hidden field: stands against forged posts and for the order of steps, without any session (IN-09, AU-09). */
export function signForm(app: App, form: FormToken, at: Instant): Promise<string> {
  const key = app.secrets.current('session')
  return new SignJWT(form).setProtectedHeader({ alg: 'HS256', typ: TYPE, kid: key.id }).setIssuer(ISSUER).setAudience(TYPE)
    .setIssuedAt(Math.floor(at / 1000)).setExpirationTime(Math.floor((at + FORM_MINUTES * MINUTE) / 1000)).sign(key.bytes)
}

/** What the field says; null when it is not ours, altered, of another kind or too old. */
export async function readForm(app: App, text: unknown, at: Instant): Promise<FormToken | null> {
  if (typeof text !== 'string' || text === '') return null
  try {
    const keys = app.secrets.all('session')
    const { payload } = await jwtVerify(text, (header) => {
      const key = keys.find((one) => one.id === header.kid)
      if (!key) throw new Error('unknown key')
      return key.bytes
    }, { algorithms: ['HS256'], typ: TYPE, issuer: ISSUER, audience: TYPE, requiredClaims: ['exp'], currentDate: new Date(at) })
    const { about, step, tries } = payload
    const parsed = content.safeParse({ about, step, tries })
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
