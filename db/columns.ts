import * as sqlite from 'drizzle-orm/sqlite-core'

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
