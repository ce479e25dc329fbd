import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import type { StoreAddress } from '#db/open.ts'
import { run } from '#server/operations/run-command.ts'
import { onServer, withDatabase } from '#test/support/postgres-client.ts'

export const PASSPHRASE = 'eleven herons over the harbor'

/** A folder of the test's own; gone when it ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-desk-operations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A place where no practice is yet: a folder that does not exist, and on PostgreSQL a database without tables. */
export async function emptyPlace(): Promise<StoreAddress> {
  const dataDir = join(ownFolder(), 'data')
  const { postgresUrl } = inject('storage')
  if (!postgresUrl) return { dataDir, databaseUrl: null }
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  await onServer(postgresUrl, `create database ${name}`)
  return { dataDir, databaseUrl: withDatabase(postgresUrl, name) }
}

export type Said = { code: number; out: string; err: string; json: <Answer>() => Answer }

/** Types a command as an operator does, with the settings of a test practice at this address. */
export async function type(words: string, address: StoreAddress, env: Record<string, string> = {}): Promise<Said> {
  const given = words.split(' ')
  const values: Record<string, string | boolean> = {}
  const positionals: string[] = []
  for (let word = given.shift(); word !== undefined; word = given.shift()) {
    if (!word.startsWith('--')) positionals.push(word)
    else values[word.slice(2)] = given[0] === undefined || given[0].startsWith('--') ? true : (given.shift() ?? true)
  }
  const out: string[] = []
  const err: string[] = []
  const code = await run(positionals, values, {
    env: {
      PRACTICE: 'test', DATA_DIR: address.dataDir, ...(address.databaseUrl ? { DATABASE_URL: address.databaseUrl } : {}), BACKUP_PASSPHRASE: PASSPHRASE, ...env,
    },
    say: (text) => void out.push(text), complain: (text) => void err.push(text),
  })
  return { code, out: out.join('\n'), err: err.join('\n'), json: <Answer>() => JSON.parse(out.join('\n')) as Answer }
}
