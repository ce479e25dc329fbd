import { join } from 'node:path'
import { MigrationRefused, stillToApply, type AppliedMigration, type Migration } from '#db/migrations.ts'
import type { OpenReader, Store } from '#db/store.ts'

/** Where a practice's rows are: a PostgreSQL address, or a SQLite file in the data folder. */
export type StoreAddress = { dataDir: string; databaseUrl: string | null }

export const sqliteFileOf = (dataDir: string): string => join(dataDir, 'practice.db')

/**
 * Migrates and opens the practice's storage. Only the engine in use is loaded. `backUp` is called before a
 * migration of data that is there; it throws to stop the migration.
 */
export async function openStore(
  address: StoreAddress,
  options: { strict?: boolean; backUp?: () => void | Promise<void> } = {},
): Promise<Store> {
  const { backUp, strict } = options
  if (address.databaseUrl) {
    const { migratePostgres } = await import('#db/migrate-postgres.ts')
    const { openPostgres } = await import('#db/postgres.ts')
    await migratePostgres(address.databaseUrl, { backUp })
    return openPostgres(address.databaseUrl)
  }
  const { migrateSqlite } = await import('#db/migrate-sqlite.ts')
  const { openSqlite } = await import('#db/sqlite.ts')
  const file = sqliteFileOf(address.dataDir)
  await migrateSqlite(file, { backUp })
  return openSqlite(file, { strict })
}

/** Opens a practice whose schema is this version's, and migrates nothing: for commands. Throws MigrationRefused otherwise. */
export async function openCurrentStore(address: StoreAddress): Promise<Store> {
  const waiting = await waitingFor(address)
  if (waiting.length > 0) throw new MigrationRefused(`the data waits for ${waiting.map(({ id }) => id).join(', ')}: start the server once, or take the version that made it`)
  if (address.databaseUrl) return (await import('#db/postgres.ts')).openPostgres(address.databaseUrl)
  return (await import('#db/sqlite.ts')).openSqlite(sqliteFileOf(address.dataDir))
}

async function waitingFor(address: StoreAddress): Promise<Migration[]> {
  const reader = await openReader(address)
  try {
    return stillToApply(reader.engine, (await reader.raw('select id, checksum from migrations')) as AppliedMigration[])
  } finally {
    await reader.close()
  }
}

/** A read-only connection beside the one that serves, for a worker or a command. Migrates nothing. */
export async function openReader(address: StoreAddress): Promise<OpenReader> {
  if (address.databaseUrl) {
    const { openPostgresReader } = await import('#db/postgres.ts')
    return openPostgresReader(address.databaseUrl)
  }
  const { openSqliteReader } = await import('#db/sqlite.ts')
  return openSqliteReader(sqliteFileOf(address.dataDir))
}
