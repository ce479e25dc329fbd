import * as sqlite from 'drizzle-orm/sqlite-core'
import * as postgres from 'drizzle-orm/pg-core'

/**
 * The words that the schema is written in. Both engines give the same JavaScript values: text, numbers, booleans.
 * Instants are epoch milliseconds, dates `YYYY-MM-DD` text, JSON is text made by us (so that hashes stay stable).
 */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  /** Text that is searched by ranges and put in order: compared by its code points on both engines. */
  key: (name: string) => sqlite.text(name),
  int: (name: string) => sqlite.integer(name, { mode: 'number' }),
  bool: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  instant: (name: string) => sqlite.integer(name, { mode: 'number' }),
  serial: (name: string) => sqlite.integer(name, { mode: 'number' }).primaryKey({ autoIncrement: true }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
}

export type Kit = typeof sqliteKit

const byCodePoint = postgres.customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/** The same words on PostgreSQL, typed as SQLite's: repositories are written once. */
export const postgresKit = {
  table: postgres.pgTable,
  text: (name: string) => postgres.text(name),
  key: (name: string) => byCodePoint(name),
  int: (name: string) => postgres.integer(name),
  bool: (name: string) => postgres.boolean(name),
  instant: (name: string) => postgres.bigint(name, { mode: 'number' }),
  serial: (name: string) => postgres.bigserial(name, { mode: 'number' }).primaryKey(),
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
  check: postgres.check,
} as unknown as Kit
