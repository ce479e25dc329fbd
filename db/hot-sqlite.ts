import type Database from 'better-sqlite3'
import { Column, is, Param, Placeholder, SQL } from 'drizzle-orm'

/** A value bound to a hot statement, from those that it is run with. */
type Bound = (values: Record<string, unknown>) => unknown
/** A field of a row and how the driver's value becomes it; null: it is one already. */
type Field = { name: string; read: ((value: unknown) => unknown) | null }

/** What drizzle has prepared, as far as it is used here. */
export type Prepared = {
  execute: (values?: Record<string, unknown>) => Promise<unknown>
  stmt: Database.Statement
  query: { params: unknown[] }
  fields?: { path: string[]; field: unknown }[]
  customResultMapper?: unknown
}

/**
 * Runs a statement that drizzle has prepared straight on the driver: what is bound and how a row is read is worked out
 * once, not at every call. Rows of rows are left to drizzle.
 */
export function runHot(prepared: Prepared): (values: Record<string, unknown>) => unknown {
  const { stmt, fields } = prepared
  const bound = prepared.query.params.map(boundBy)
  if (prepared.customResultMapper || fields?.some((one) => one.path.length > 1)) return (values) => prepared.execute(values)
  const valuesOf = (values: Record<string, unknown>): unknown[] => bound.map((one) => one(values))
  if (!fields) return stmt.reader ? (values) => stmt.all(...valuesOf(values)) : (values) => stmt.run(...valuesOf(values))
  const known = fields.map(fieldOf)
  stmt.raw(true)
  return (values) => (stmt.all(...valuesOf(values)) as unknown[][]).map((row) => rowOf(known, row))
}

function rowOf(fields: readonly Field[], row: readonly unknown[]): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const [place, field] of fields.entries()) {
    const value = row[place]
    read[field.name] = value === null || field.read === null ? value : field.read(value)
  }
  return read
}

function boundBy(param: unknown): Bound {
  if (is(param, Placeholder)) return (values) => valueOf(values, param.name)
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value: { name } } = param
    return (values) => encoder.mapToDriverValue(valueOf(values, name))
  }
  return () => param
}

function valueOf(values: Record<string, unknown>, name: string): unknown {
  if (!(name in values)) throw new Error(`a hot statement is run without its ${name}`)
  return values[name]
}

function fieldOf({ path, field }: { path: string[]; field: unknown }): Field {
  const reader = (is(field, Column) ? field : is(field, SQL) ? decoderOf(field) : decoderOf((field as { sql: SQL }).sql)) as { mapFromDriverValue: (value: unknown) => unknown }
  const isPlain = is(field, Column) && reader.mapFromDriverValue === Column.prototype.mapFromDriverValue
  return { name: path[0] ?? '', read: isPlain ? null : (value) => reader.mapFromDriverValue(value) }
}

/** Drizzle keeps to itself how a free expression is read. */
function decoderOf(expression: SQL): unknown {
  return (expression as unknown as { decoder: unknown }).decoder
}
