import { createHmac } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'

const COUNT = 10
/** Crockford's letters: none looks like another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 24 letters are 120 bits: a hash of such a code cannot be searched (ASVS 6.5.2). */
const LENGTH = 24

/** Makes a new set of codes and retires the old one. Returns the rows' ids; `codesOf` gives the codes. */
export async function makeRecoveryCodes(w: Writer, app: App, staffId: string, at: Instant): Promise<string[]> {
  await retireRecoveryCodes(w, staffId, at)
  const ids = Array.from({ length: COUNT }, () => app.random.id())
  await w.insert(w.t.recoveryCodes).values(ids.map((id) => ({ id, staffId, codeHash: hashOf(app, codeOf(app, id)) })))
  return ids
}

/** The codes of these rows, as the person notes them down. Derived when they are shown, stored nowhere (ID-04). */
export function codesOf(app: App, ids: readonly string[]): string[] {
  return ids.map((id) => (codeOf(app, id).match(/.{6}/g) ?? []).join('-'))
}

/** Codes of this person stop working. */
export async function retireRecoveryCodes(w: Writer, staffId: string, at: Instant): Promise<void> {
  const { recoveryCodes } = w.t
  await w.update(recoveryCodes).set({ retiredAt: at }).where(and(eq(recoveryCodes.staffId, staffId), isNull(recoveryCodes.retiredAt)))
}

/** Uses up a code: true once. Case, dashes, spaces and look-alikes do not matter. */
export async function useRecoveryCode(w: Writer, app: App, staffId: string, typed: string, at: Instant): Promise<boolean> {
  const { recoveryCodes: t } = w.t
  const used = await w.update(t).set({ usedAt: at }).where(and(
    eq(t.staffId, staffId), eq(t.codeHash, hashOf(app, plain(typed))), isNull(t.usedAt), isNull(t.retiredAt),
  )).returning({ id: t.id })
  return used.length === 1
}

/** How many codes the person has left. */
export function recoveryCodesLeft(db: Reader, staffIds: readonly string[]): Promise<{ staffId: string }[]> {
  const { recoveryCodes: t } = db.t
  return db.select({ staffId: t.staffId }).from(t).where(and(inArray(t.staffId, [...staffIds]), isNull(t.usedAt), isNull(t.retiredAt)))
}

function codeOf(app: App, id: string): string {
  const bytes = createHmac('sha256', app.secrets.current('derive').bytes).update(`recovery-code\u001f${id}`).digest()
  return Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte % 32]).join('')
}

function hashOf(app: App, code: string): string {
  return app.secrets.hmac('hash', 'recovery-code', code)
}

function plain(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V')
}
