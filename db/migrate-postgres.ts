import pg from 'pg'
import { stillToApply } from '#db/migrations.ts'
import { postgresTriggers } from '#db/triggers.ts'

/** Brings a PostgreSQL database to the newest schema, as `migrateSqlite` does, where a lock keeps two starting processes apart. */
export async function migratePostgres(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(720017)')
    await client.query('CREATE TABLE IF NOT EXISTS migrations (id TEXT PRIMARY KEY, checksum TEXT NOT NULL)')
    const applied = (await client.query('SELECT id, checksum FROM migrations')).rows as { id: string; checksum: string }[]
    const waiting = stillToApply('postgres', applied)
    for (const migration of waiting) {
      await client.query('BEGIN')
      try {
        for (const statement of migration.statements) await client.query(statement)
        await client.query(postgresTriggers)
        await client.query('INSERT INTO migrations VALUES ($1, $2)', [migration.id, migration.checksum])
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    }
    return waiting.map((migration) => migration.id)
  } finally {
    await client.end()
  }
}
