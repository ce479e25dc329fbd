import * as postgres from 'drizzle-orm/pg-core'
import type { Kit } from '#db/columns.ts'

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
