import Database from 'better-sqlite3'
import { MigrationRefused, stillToApply, type AppliedMigration, type MigrateOptions, type Migration } from '#db/migrations.ts'
import { ownOnly } from '#db/sqlite.ts'
import { sqliteTriggers } from '#db/triggers.ts'

/**
 * Brings a SQLite file to the newest schema: foreign keys off before BEGIN, every file in one transaction each,
 * no table may lose rows, `foreign_key_check` must be empty, triggers are made again from one file (OP-04).
 * `backUp` is called first when there is data to lose. Returns the ids that were applied.
 */
export async function migrateSqlite(file: string, options: MigrateOptions = {}): Promise<string[]> {
  ownOnly(file)
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec('CREATE TABLE IF NOT EXISTS migrations (id TEXT PRIMARY KEY, checksum TEXT NOT NULL)')
    const applied = db.prepare('SELECT id, checksum FROM migrations').all() as AppliedMigration[]
    const waiting = stillToApply('sqlite', applied, options)
    if (waiting.length > 0 && applied.length > 0) await options.backUp?.()
    db.pragma('foreign_keys = OFF')
    for (const migration of waiting) inOne(db, () => apply(db, migration))
    if (waiting.length === 0) inOne(db, () => db.exec(sqliteTriggers))
    return waiting.map((migration) => migration.id)
  } finally {
    db.close()
  }
}

function apply(db: Database.Database, migration: Migration): void {
  const before = rowCounts(db)
  for (const statement of migration.statements) db.exec(statement)
  const after = rowCounts(db)
  for (const [table, count] of before) {
    if ((after.get(table) ?? 0) < count) throw new MigrationRefused(`${migration.id} would lose rows of ${table}`)
  }
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new MigrationRefused(`${migration.id} breaks references`)
  db.exec(sqliteTriggers)
  db.prepare('INSERT INTO migrations VALUES (?, ?)').run(migration.id, migration.checksum)
}

function inOne(db: Database.Database, work: () => void): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    work()
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function rowCounts(db: Database.Database): Map<string, number> {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string }[]
  return new Map(tables.map(({ name }) => {
    const { n } = db.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }
    return [name, n]
  }))
}
