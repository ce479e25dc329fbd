import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openStore, sqliteFileOf } from '#db/open.ts'
import type { StoreAddress } from '#db/open.ts'
import type { Store } from '#db/store.ts'
import { onServer, withDatabase } from '#test/support/postgres-client.ts'
import { TEMPLATE } from '#test/support/storage-for-all.ts'

/** The engine of the leg that runs: every test of `test/server` runs once on each. */
export function engineOfLeg(): 'sqlite' | 'postgres' {
  return inject('storage').engine
}

/**
 * The address of a practice nobody else uses: an empty data folder and an up-to-date, empty database.
 * For a test that starts a server, or opens the storage itself. Gone at the end of the leg.
 */
export async function freshAddress(): Promise<StoreAddress> {
  const { folder, postgresUrl } = inject('storage')
  const name = `practice_${randomUUID().replaceAll('-', '')}`
  const dataDir = join(folder, name)
  mkdirSync(dataDir, { mode: 0o700 })
  if (!postgresUrl) {
    cpSync(sqliteFileOf(join(folder, TEMPLATE)), sqliteFileOf(dataDir))
    return { dataDir, databaseUrl: null }
  }
  await onServer(postgresUrl, `create database ${name} template ${TEMPLATE}`)
  return { dataDir, databaseUrl: withDatabase(postgresUrl, name) }
}

/** An open, empty storage on the leg's engine, strict about what a transaction awaits; the caller closes it. */
export async function freshStore(): Promise<Store> {
  return openStore(await freshAddress(), { strict: true })
}
