import { join } from 'node:path'
import type { Store } from '#db/store.ts'

/** Where a practice's rows are: a PostgreSQL address, or a SQLite file in the data folder. */
export type StoreAddress = { dataDir: string; databaseUrl: string | null }

export const sqliteFileOf = (dataDir: string): string => join(dataDir, 'practice.db')

/** Migrates and opens the practice's storage. Only the engine in use is loaded. */
export async function openStore(
  address: StoreAddress,
  options: { strict?: boolean; backUp?: (file: string) => void } = {},
): Promise<Store> {
  if (address.databaseUrl) {
    const { migratePostgres } = await import('#db/migrate-postgres.ts')
    const { openPostgres } = await import('#db/postgres.ts')
    await migratePostgres(address.databaseUrl)
    return openPostgres(address.databaseUrl)
  }
  const { migrateSqlite } = await import('#db/migrate-sqlite.ts')
  const { openSqlite } = await import('#db/sqlite.ts')
  const file = sqliteFileOf(address.dataDir)
  migrateSqlite(file, options.backUp)
  return openSqlite(file, { strict: options.strict })
}
