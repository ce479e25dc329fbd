import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { sqliteInsert } from '#db/insert-rows.ts'
import { sqliteSchema } from '#db/kit-sqlite.ts'
import { trigramsOf } from '#db/name-words.ts'
import { groupCommit } from '#db/sqlite-group.ts'
import { bindQueries, StorageUnavailable, type EngineSql, type Hot, type OpenReader, type Queries, type Reader, type Store } from '#db/store.ts'

/** Only other programs can hold the writer's lock, and none should: wait shortly, for the wait stops the server. */
const WRITER_WAIT_MS = 500
const READER_WAIT_MS = 5000

const fn: EngineSql = {
  percentile: (expression, p) => sql<number>`percentile_cont(${expression}, ${p})`,
  jsonText: (column, key) => sql<string | null>`json_extract(${column}, ${'$.' + key})`,
  wordHolds: (letters) => sql<boolean>`(name_words.id in (select rowid from name_words_tri where name_words_tri match ${trigramsOf(letters)}) and instr(word, ${letters}) > 0)`,
}

/**
 * Opens (or makes) the practice's SQLite file with WAL and `synchronous=FULL`, asserted after a write (DU-01).
 * `strict` (tests): a transaction that is still open after a macrotask is an error.
 */
export function openSqlite(file: string, options: { strict?: boolean | undefined } = {}): Store {
  ownOnly(file)
  const writerFile = new Database(file)
  configure(writerFile, WRITER_WAIT_MS)
  writerFile.pragma('journal_mode = WAL')
  assertFullSync(writerFile)
  const group = groupCommit(writerFile, (guard) => ({ ...handle(writerFile, guard), insertRows: sqliteInsert(writerFile, guard) }), options)
  const reader = openSqliteReader(file)
  return {
    engine: 'sqlite',
    read: reader.read,
    tx: group.tx,
    beforeCommit: group.beforeCommit,
    onAnnounce: group.onAnnounce,
    freeze: group.freeze,
    frozen: group.frozen,
    raw: (statement, values = []) => group.alone(() => rowsOf(writerFile, statement, values)),
    close: async () => {
      await reader.close()
      await group.alone(() => {
        if (group.frozen() === null) writerFile.pragma('wal_checkpoint(TRUNCATE)')
        writerFile.close()
      })
    },
  }
}

/** A read-only connection of its own, as a worker or a command needs it. */
export function openSqliteReader(file: string): OpenReader {
  const db = new Database(file, { readonly: true })
  configure(db, READER_WAIT_MS)
  return {
    engine: 'sqlite',
    read: handle(db, () => undefined),
    raw: async (statement, values = []) => rowsOf(db, statement, values),
    close: async () => void db.close(),
  }
}

/** Makes sure that file, journal and index are the owner's alone (PH-06): the others take the mode of the first. */
export function ownOnly(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  for (const part of ['', '-wal', '-shm']) if (existsSync(file + part)) chmodSync(file + part, 0o600)
}

function handle(file: Database.Database, guard: () => void): Reader {
  const client = Object.assign(Object.create(file) as Database.Database, {
    prepare: (text: string) => {
      guard()
      return file.prepare(text)
    },
  })
  const guarded = drizzle(client) as unknown as Queries
  const plain = drizzle(file) as unknown as Queries
  const prepared = new Map<string, { execute: (values?: Record<string, unknown>) => Promise<unknown> }>()
  return {
    ...bindQueries(guarded),
    t: sqliteSchema,
    fn,
    hot: async <Result>(statement: Hot<Result>, values?: Record<string, unknown>) => {
      guard()
      let ready = prepared.get(statement.name)
      if (!ready) prepared.set(statement.name, (ready = statement.build(plain, sqliteSchema).prepare()))
      return ready.execute(values) as Promise<Result>
    },
  }
}

function rowsOf(file: Database.Database, statement: string, values: readonly unknown[]): Record<string, unknown>[] {
  const prepared = file.prepare(statement)
  if (prepared.reader) return prepared.all(...values) as Record<string, unknown>[]
  prepared.run(...values)
  return []
}

function configure(file: Database.Database, waitMs: number): void {
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma(`busy_timeout = ${waitMs}`)
  file.pragma('trusted_schema = OFF')
  file.pragma('journal_size_limit = 67108864')
}

/** WAL with this build falls to NORMAL at the first write unless FULL was set by hand: look after a write. */
function assertFullSync(file: Database.Database): void {
  file.exec('CREATE TABLE IF NOT EXISTS store_check (id INTEGER PRIMARY KEY, written_at INTEGER NOT NULL)')
  file.prepare('INSERT INTO store_check VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET written_at = written_at + 1').run()
  const level = file.pragma('synchronous', { simple: true })
  const journal = file.pragma('journal_mode', { simple: true })
  if (level !== 2 || journal !== 'wal') {
    throw new StorageUnavailable(`the storage does not keep its promise: synchronous=${String(level)}, journal=${String(journal)}`)
  }
}
