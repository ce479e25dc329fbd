import { getTableConfig as postgresTable, type PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteTable, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, onTestFinished, test } from 'vitest'
import { postgresSchema } from '#db/kit-postgres.ts'
import { sqliteSchema } from '#db/kit-sqlite.ts'
import { hotStatements } from '#db/store.ts'
import { startSealer } from '#server/audit/sealer.ts'
import { systemClock } from '#server/clock.ts'
import '#server/main.ts'
import { runOnce } from '#test/server/storage/fitting-values.ts'
import { freshStore } from '#test/support/database.ts'

type Shape = Record<string, unknown>
const bare = (config: {
  name: string
  columns: { name: string; notNull: boolean; primary: boolean; hasDefault: boolean }[]
  indexes: { config: { name?: string | undefined; unique: boolean; columns: unknown[] } }[]
  foreignKeys: { reference: () => { columns: { name: string }[]; foreignColumns: { name: string }[] } }[]
  checks: { name: string }[]
  primaryKeys: { columns: { name: string }[] }[]
}): Shape => ({
  name: config.name,
  columns: config.columns.map((column) => `${column.name}${column.notNull ? ' not null' : ''}${column.primary ? ' key' : ''}`),
  indexes: config.indexes.map(({ config: index }) => `${index.name} ${index.unique} ${index.columns.map((column) => (column as { name: string }).name).join(',')}`).sort(),
  references: config.foreignKeys.map((key) => {
    const { columns, foreignColumns } = key.reference()
    return `${columns.map((column) => column.name).join()}>${foreignColumns.map((column) => column.name).join()}`
  }).sort(),
  checks: config.checks.map((check) => check.name).sort(),
  keys: config.primaryKeys.map((key) => key.columns.map((column) => column.name).join()),
})

test('both engines have the same tables, columns, keys, indexes, references and checks', () => {
  const sqlite = Object.values(sqliteSchema).map((table) => bare(sqliteTable(table as unknown as SQLiteTable) as never))
  const postgres = Object.values(postgresSchema).map((table) => bare(postgresTable(table as unknown as PgTable) as never))
  expect(sqlite.length).toBeGreaterThan(15)
  expect(postgres).toEqual(sqlite)
})

test('every table of the schema is in the migrated database with its columns, and no other', async () => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const statement = store.engine === 'sqlite'
    ? `select m.name as t, c.name as c from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'store_check' and m.name not like 'name_words_tri%'`
    : `select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'`
  const found = (await store.raw(statement)).map((row) => `${String(row.t)}.${String(row.c)}`).filter((name) => !name.startsWith('migrations.'))
  const wanted = Object.values(sqliteSchema).flatMap((table) => {
    const config = sqliteTable(table as unknown as SQLiteTable)
    return config.columns.map((column) => `${config.name}.${column.name}`)
  })
  expect(found.toSorted()).toEqual(wanted.toSorted())
})

test('every hot statement, carried out in a transaction that is given up, leaves nothing', async () => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const stop = await startSealer(store, systemClock)
  onTestFinished(stop)
  const count = async () => Promise.all(Object.values(store.read.t).map((table) => store.read.$count(table)))
  const before = await count()
  const broken: (string | null)[] = []
  const statements = hotStatements()
  for (const statement of statements) broken.push(await runOnce(store, statement))
  expect(broken.filter((one) => one !== null)).toEqual([])
  expect(statements.length).toBeGreaterThan(5)
  expect(await count()).toEqual(before)
})
