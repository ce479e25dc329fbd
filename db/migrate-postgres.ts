import pg from 'pg'
import { MigrationRefused, stillToApply, type AppliedMigration, type MigrateOptions, type Migration } from '#db/migrations.ts'
import { postgresTriggers } from '#db/triggers.ts'

/**
 * Brings a PostgreSQL database to the newest schema, as `migrateSqlite` does: one transaction for each file, no table
 * may lose rows. A lock keeps two starting processes apart.
 */
export async function migratePostgres(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(720017)')
    await client.query('CREATE TABLE IF NOT EXISTS migrations (id TEXT PRIMARY KEY, checksum TEXT NOT NULL)')
    const applied = (await client.query('SELECT id, checksum FROM migrations')).rows as AppliedMigration[]
    const waiting = stillToApply('postgres', applied, options)
    if (waiting.length > 0 && applied.length > 0) await options.backUp?.()
    for (const migration of waiting) await inOne(client, () => apply(client, migration))
    if (waiting.length === 0) await inOne(client, () => client.query(postgresTriggers))
    return waiting.map((migration) => migration.id)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const before = await rowCounts(client)
  for (const statement of migration.statements) await client.query(statement)
  const after = await rowCounts(client)
  for (const [table, count] of before) {
    if ((after.get(table) ?? 0) < count) throw new MigrationRefused(`${migration.id} would lose rows of ${table}`)
  }
  await client.query(postgresTriggers)
  await client.query('INSERT INTO migrations VALUES ($1, $2)', [migration.id, migration.checksum])
}

async function inOne(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function rowCounts(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)
  const counts = new Map<string, number>()
  for (const { name } of rows) {
    const counted = await client.query<{ n: string }>(`select count(*) as n from "${name}"`)
    counts.set(name, Number(counted.rows[0]?.n))
  }
  return counts
}
