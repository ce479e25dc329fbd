import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '#server/app.ts'
import { needsSetUp } from '#server/auth/session-answer.ts'
import { sameSecret } from '#server/secrets.ts'

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

const fileOf = (app: App): string => join(app.config.dataDir, 'set-up-secret')

/**
 * Before the first administrator: makes the one-time secret of this data folder (mode 0600), or finds the one that an
 * earlier start made, and gives it for the console. Afterwards there is none, and a file left behind goes (AU-01).
 */
export async function prepareSetUp(app: App): Promise<string | null> {
  const file = fileOf(app)
  if (!(await needsSetUp(app.store.read, app))) {
    forgetSetUpSecret(app)
    return null
  }
  if (!existsSync(file)) {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, newSecret(app))
    fsyncSync(handle)
    closeSync(handle)
  }
  return readFileSync(file, 'utf8').trim()
}

/** Whether this is the secret in the data folder. Dashes, spaces and case do not matter. */
export function isSetUpSecret(app: App, typed: string): boolean {
  const file = fileOf(app)
  return existsSync(file) && sameSecret(plain(typed), plain(readFileSync(file, 'utf8')))
}

export function forgetSetUpSecret(app: App): void {
  rmSync(fileOf(app), { force: true })
}

/** 32 letters of 31: more than 150 bits. */
function newSecret(app: App): string {
  const letters = Array.from(app.random.bytes(64)).filter((byte) => byte < 248).slice(0, 32).map((byte) => LETTERS[byte % 31])
  return (letters.join('').match(/.{1,8}/g) ?? []).join('-')
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
