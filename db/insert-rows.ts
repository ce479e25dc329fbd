import { getTableColumns, getTableName, type Column } from 'drizzle-orm'
import type Database from 'better-sqlite3'
import { sqliteSchema } from '#db/kit-sqlite.ts'
import type { TableName, Values } from '#db/rows.ts'

/** Writes whole rows of one table. */
export type InsertRows = (table: TableName, rows: readonly Values[]) => Promise<void>

/** On SQLite: one statement for each table, prepared once, run once for each row, with nothing between it and the driver. */
export function sqliteInsert(file: Database.Database, guard: () => void): InsertRows {
  const prepared = new Map<TableName, Database.Statement>()
  return async (table, rows) => {
    guard()
    let ready = prepared.get(table)
    if (!ready) {
      const columns = columnsOf(sqliteSchema[table])
      const names = columns.map((column) => `"${column.name}"`).join(', ')
      prepared.set(table, (ready = file.prepare(`INSERT INTO "${nameOf(table)}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)))
    }
    for (const row of rows) ready.run(row)
  }
}

/** The columns of a table in their order, and its name; the same on both engines. */
export function columnsOf(table: Parameters<typeof getTableColumns>[0]): Column[] {
  return Object.values(getTableColumns(table) as Record<string, Column>)
}

export function nameOf(table: TableName): string {
  return getTableName(sqliteSchema[table])
}
