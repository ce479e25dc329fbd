import { getTableColumns, getTableName, sql, type Column, type SQL } from 'drizzle-orm'
import type Database from 'better-sqlite3'
import { postgresSchema } from '#db/kit-postgres.ts'
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

/** On PostgreSQL: one statement for all rows, which travel as one array for each column. */
export function postgresInsert(execute: (query: SQL) => Promise<unknown>, guard: () => void): InsertRows {
  return async (table, rows) => {
    guard()
    if (rows.length === 0) return
    const columns = columnsOf(postgresSchema[table])
    const names = sql.join(columns.map((column) => sql.identifier(column.name)), sql`, `)
    const arrays = sql.join(columns.map((column, place) =>
      sql`${sql.param(rows.map((row) => row[place] ?? null))}::${sql.raw(typeOf(column))}[]`), sql`, `)
    await execute(sql`insert into ${sql.identifier(nameOf(table))} (${names}) select * from unnest(${arrays})`)
  }
}

function columnsOf(table: Parameters<typeof getTableColumns>[0]): Column[] {
  return Object.values(getTableColumns(table) as Record<string, Column>)
}

function nameOf(table: TableName): string {
  return getTableName(sqliteSchema[table])
}

/** A column's type without its order of letters. */
function typeOf(column: Column): string {
  return column.getSQLType().replace(/ collate .*/, '')
}
