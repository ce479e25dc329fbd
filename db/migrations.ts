import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Migration = { id: string; checksum: string; statements: string[] }
export type AppliedMigration = { id: string; checksum: string }

/** What a migrator is told: where the migrations are, which is the last to apply, what to do before there is data to lose. */
export type MigrateOptions = { folder?: string; upTo?: string; backUp?: () => void | Promise<void> }

/** The schema of the data is newer than this program, or an applied migration was changed. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

/** The migrations of an engine that the data has not seen; throws when data and program do not fit. */
export function stillToApply(
  engine: 'sqlite' | 'postgres', applied: readonly AppliedMigration[], options: MigrateOptions = {},
): Migration[] {
  const known = readMigrations(engine, options.folder ?? migrationsFolder())
  for (const row of applied) {
    const match = known.find((migration) => migration.id === row.id)
    if (!match) throw new MigrationRefused(`the data was made by a newer version (${row.id}); start that version instead`)
    if (match.checksum !== row.checksum) throw new MigrationRefused(`the applied migration ${row.id} was changed afterwards`)
  }
  const waiting = known.filter((migration) => !applied.some((row) => row.id === migration.id))
  const { upTo } = options
  if (upTo === undefined) return waiting
  if (!known.some((migration) => migration.id === upTo)) throw new MigrationRefused(`this version knows no ${upTo}; take the version that made the data`)
  return waiting.filter((migration) => migration.id <= upTo)
}

function readMigrations(engine: 'sqlite' | 'postgres', folder: string): Migration[] {
  const own = join(folder, engine)
  return readdirSync(own).filter((file) => file.endsWith('.sql')).sort().map((file) => {
    const text = readFileSync(join(own, file), 'utf8')
    return {
      id: file.replace(/\.sql$/, ''),
      checksum: createHash('sha256').update(text).digest('hex'),
      statements: text.split('--> next\n').filter((part) => part.trim() !== ''),
    }
  })
}

/** Beside this file in the source tree; two floors up from the built server. */
export function migrationsFolder(): string {
  const here = import.meta.dirname
  const found = [join(here, 'sql'), join(here, '../../db/sql')].find((path) => existsSync(path))
  if (!found) throw new MigrationRefused('the folder db/sql is missing beside the program')
  return found
}
