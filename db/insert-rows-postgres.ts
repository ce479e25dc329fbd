import { sql, type Column, type SQL } from 'drizzle-orm'
import { columnsOf, nameOf, type InsertRows } from '#db/insert-rows.ts'
import { postgresSchema } from '#db/kit-postgres.ts'

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

/** A column's type without its order of letters. */
function typeOf(column: Column): string {
  return column.getSQLType().replace(/ collate .*/, '')
}
