import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'

const PERIOD = 30
/** Steps before and after the present one that are taken: clocks differ, and typing takes time (AU-02). */
const WINDOW = 1

/** A new second factor, base32: 160 bits, as RFC 4226 §4 recommends. */
export function newTotpSecret(app: App): string {
  return new Secret({ buffer: new Uint8Array(app.random.bytes(20)).buffer }).base32
}

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, practiceName: string, userName: string): string {
  return totpOf(secret, practiceName, userName).toString()
}

/** The 30-second step whose code this is, if it is at most one step away from `at`; null otherwise. */
export function stepOfCode(secret: string, code: string, at: Instant): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: at, window: WINDOW })
  return delta === null ? null : Math.floor(at / 1000 / PERIOD) + delta
}

/**
 * Uses up a code: true once for each step and person, later steps only (AU-02). Two requests with one code have one winner,
 * because the row says which step was last.
 */
export async function useTotpStep(w: Writer, staffId: string, step: number): Promise<boolean> {
  const { staff } = w.t
  const used = await w.update(staff).set({ totpLastStep: step })
    .where(and(eq(staff.id, staffId), or(isNull(staff.totpLastStep), lt(staff.totpLastStep, step)))).returning({ id: staff.id })
  return used.length === 1
}

function totpOf(secret: string, issuer = 'Portal Desk', label = 'staff'): TOTP {
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) })
}
