import { getTableColumns } from 'drizzle-orm'
import type { Schema } from '#db/define.ts'
import { sqliteSchema } from '#db/kit-sqlite.ts'

export type TableName = keyof Schema
/** A whole row of a table. */
export type RowOf<Name extends TableName> = Schema[Name]['$inferSelect']
/** A row as its values alone, in the order of the table's columns; a yes is 1, a no is 0. What travels and is written fast. */
export type Values = readonly (string | number | null)[]

const fields = new Map<TableName, readonly string[]>()

/** The fields of a table in the order of its columns; the same on both engines. */
export function fieldsOf(table: TableName): readonly string[] {
  let known = fields.get(table)
  if (!known) fields.set(table, (known = Object.keys(getTableColumns(sqliteSchema[table]))))
  return known
}

/** The values of a row, in the order of the table's columns. */
export function valuesOf<Name extends TableName>(table: Name, row: RowOf<Name>): Values {
  return fieldsOf(table).map((field) => plain((row as Record<string, unknown>)[field]))
}

/** The value that a row, given as values, has in a field. */
export function valueIn<Name extends TableName>(table: Name, values: Values, field: keyof RowOf<Name> & string): string | number | null {
  return values[fieldsOf(table).indexOf(field)] ?? null
}

/** The row with its fields; a number in a yes-or-no column is read as such by whoever writes it. */
export function rowOf<Name extends TableName>(table: Name, values: Values): RowOf<Name> {
  const columns = getTableColumns(sqliteSchema[table]) as Record<string, { dataType: string }>
  return Object.fromEntries(Object.entries(columns).map(([field, { dataType }], place) =>
    [field, dataType === 'boolean' ? values[place] === 1 : values[place]])) as RowOf<Name>
}

function plain(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
