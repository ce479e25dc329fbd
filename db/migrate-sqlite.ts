import Database from 'better-sqlite3'
import { MigrationRefused, stillToApply } from '#db/migrations.ts'
import { sqliteTriggers } from '#db/triggers.ts'

/**
 * Brings a SQLite file to the newest schema: foreign keys off before BEGIN, every file in one transaction each,
 * no table may lose rows, `foreign_key_check` must be empty, triggers are made again from one file (OP-04).
 * `backUp` is called first when there is data to lose. Returns the ids that were applied.
 */
export function migrateSqlite(file: string, backUp: (file: string) => void = () => undefined): string[] {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec('CREATE TABLE IF NOT EXISTS migrations (id TEXT PRIMARY KEY, checksum TEXT NOT NULL)')
    const applied = db.prepare('SELECT id, checksum FROM migrations').all() as { id: string; checksum: string }[]
    const waiting = stillToApply('sqlite', applied)
    if (waiting.length > 0 && applied.length > 0) backUp(file)
    db.pragma('foreign_keys = OFF')
    for (const migration of waiting) {
      const before = rowCounts(db)
      db.exec('BEGIN IMMEDIATE')
      try {
        for (const statement of migration.statements) db.exec(statement)
        for (const [table, count] of rowCounts(db)) {
          if (count < (before.get(table) ?? 0)) throw new MigrationRefused(`${migration.id} would lose rows of ${table}`)
        }
        if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new MigrationRefused(`${migration.id} breaks references`)
        db.exec(sqliteTriggers)
        db.prepare('INSERT INTO migrations VALUES (?, ?)').run(migration.id, migration.checksum)
        db.exec('COMMIT')
      } catch (error) {
        db.exec('ROLLBACK')
        throw error
      }
    }
    return waiting.map((migration) => migration.id)
  } finally {
    db.close()
  }
}

function rowCounts(db: Database.Database): Map<string, number> {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string }[]
  return new Map(tables.map(({ name }) => {
    const { n } = db.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }
    return [name, n]
  }))
}
