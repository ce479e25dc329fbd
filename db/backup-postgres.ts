import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { BodyFacts, Snapshot } from '#db/backup.ts'
import { migratePostgres } from '#db/migrate-postgres.ts'
import type { AppliedMigration } from '#db/migrations.ts'
import { postgresHandle } from '#db/postgres.ts'
import type { Queries } from '#db/store.ts'

/** Rows that are fetched and loaded at once. */
const BATCH = 1000
/** The trigger on the events fills it while they are loaded: it comes last and is emptied first. */
const LAST = 'audit_unsealed'
/** Tables that triggers fill while others are loaded: what the backup says of them takes the place of that. */
const FILLED: readonly string[] = [LAST, 'name_words']

/** One REPEATABLE READ transaction: every table as it was at one moment, one line for each row. */
export async function snapshotPostgres(url: string): Promise<Snapshot> {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const tables = await tablesOf(client)
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = (await client.query<{ n: number }>(`select count(*) as n from "${table}"`)).rows[0]?.n ?? 0
  const close = async (): Promise<void> => {
    await client.query('ROLLBACK')
    await client.end()
  }
  return {
    engine: 'postgres', counts, close,
    reader: {
      engine: 'postgres', read: postgresHandle(drizzle(client) as unknown as Queries), close: async () => undefined,
      raw: async (statement, values = []) => (await client.query(statement, [...values])).rows as Record<string, unknown>[],
    },
    migrations: (await client.query('select id, checksum from migrations order by id')).rows as AppliedMigration[],
    body: () => linesOf(client, tables),
  }
}

async function* linesOf(client: pg.Client, tables: readonly string[]): AsyncIterable<Buffer> {
  for (const table of tables.filter((name) => name !== 'migrations')) {
    yield Buffer.from(`${JSON.stringify({ table })}\n`)
    await client.query(`declare rows_of no scroll cursor for select row_to_json(t)::text as line from "${table}" t`)
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from rows_of`)
      if (rows.length === 0) break
      yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
    }
    await client.query('close rows_of')
  }
}

/**
 * Loads a snapshot into a database without tables: first the schema that the rows were made under, then the rows in
 * one transaction. The newer migrations follow when the practice is opened.
 */
export async function loadPostgres(url: string, facts: BodyFacts, body: Readable): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if ((await tablesOf(client)).length > 0) throw new Error('the database holds tables already; name an empty one')
    await migratePostgres(url, { upTo: facts.migrations.map(({ id }) => id).toSorted().at(-1) })
    await client.query('BEGIN')
    await client.query(`delete from ${LAST}`)
    await loadRows(client, body)
    await setCounters(client)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function loadRows(client: pg.Client, body: Readable): Promise<void> {
  let table = ''
  let waiting: string[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return
    await client.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1::json)`, [`[${waiting.join(',')}]`])
    waiting = []
  }
  for await (const line of createInterface({ input: body, crlfDelay: Infinity })) {
    const head = /^\{"table":"(\w+)"\}$/.exec(line)
    if (head || waiting.length >= BATCH) await flush()
    if (head) {
      table = head[1] ?? ''
      if (FILLED.includes(table)) await client.query(`delete from "${table}"`)
    } else waiting.push(line)
  }
  await flush()
}

/** Every table, those that others refer to first. */
async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  const references = await client.query<{ from: string; to: string }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid <> confrelid`)
  const ordered: string[] = []
  const place = (table: string): void => {
    if (ordered.includes(table)) return
    for (const { from, to } of references.rows) if (from === table) place(to)
    ordered.push(table)
  }
  for (const { name } of rows) if (name !== LAST) place(name)
  return rows.some(({ name }) => name === LAST) ? [...ordered, LAST] : ordered
}

/** Counters of numbered rows go on behind the last one. */
async function setCounters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns where table_schema = 'public' and column_default like 'nextval(%'`)
  for (const { t, c } of rows) {
    await client.query(`select setval(pg_get_serial_sequence('"${t}"', '${c}'), coalesce(max("${c}"), 0) + 1, false) from "${t}"`)
  }
}
