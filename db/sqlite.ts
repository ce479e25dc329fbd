import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { buildIndexesLeft } from '#db/first-load.ts'
import { holdReads } from '#db/held-reads.ts'
import { runHot, type Prepared } from '#db/hot-sqlite.ts'
import { sqliteInsert } from '#db/insert-rows.ts'
import { sqliteSchema } from '#db/kit-sqlite.ts'
import { trigramsOf } from '#db/name-words.ts'
import { groupCommit } from '#db/sqlite-group.ts'
import { bindQueries, StorageUnavailable, type EngineSql, type Hot, type OpenReader, type Queries, type Reader, type Store } from '#db/store.ts'

/** Only other programs can hold the writer's lock, and none should: wait shortly, for the wait stops the server. */
const WRITER_WAIT_MS = 500
/**
 * Rows that ANALYZE looks at in each index. With a limit it counts and keeps no samples: samples make SQLite compile a
 * statement anew for every value that is bound to it.
 */
const ANALYZED_ROWS = 1_000
const READER_WAIT_MS = 5000
/** Pages that a connection keeps. Every commit of another connection empties it, and what a turn reads is less. */
const CACHE_KIB = 6_000
/** Statements built at each call that are kept compiled, by their text. */
const MOST_COMPILED = 300

const fn: EngineSql = {
  percentile: (expression, p) => sql<number>`percentile_cont(${expression}, ${p})`,
  jsonText: (column, key) => sql<string | null>`json_extract(${column}, ${'$.' + key})`,
  wordHolds: sql<boolean>`(name_words.id in (select rowid from name_words_tri where name_words_tri match ${sql.placeholder('sought')}) and instr(word, ${sql.placeholder('letters')}) > 0)`,
  lettersOf: (letters) => ({ letters, sought: trigramsOf(letters) }),
}

/**
 * Opens (or makes) the practice's SQLite file with WAL and `synchronous=FULL`, asserted after a write (DU-01).
 * `strict` (tests): a transaction that is still open after a macrotask is an error, and rows that nobody put in order come
 * last first, so that what relies on an order it did not ask for shows here and not now and then on PostgreSQL.
 */
export function openSqlite(file: string, options: { strict?: boolean | undefined } = {}): Store {
  ownOnly(file)
  const writerFile = new Database(file)
  configure(writerFile, WRITER_WAIT_MS)
  writerFile.pragma(`analysis_limit = ${ANALYZED_ROWS}`)
  writerFile.pragma('journal_mode = WAL')
  assertFullSync(writerFile)
  buildIndexesLeft(writerFile)
  const readerFile = openReadOnly(file)
  if (options.strict) for (const each of [writerFile, readerFile]) each.pragma('reverse_unordered_selects = ON')
  const reads = holdReads(readerFile)
  const group = groupCommit(
    writerFile, (guard) => ({ ...handle(writerFile, guard), insertRows: sqliteInsert(writerFile, guard) }), { ...options, beforeDurable: reads.letGo },
  )
  return {
    engine: 'sqlite',
    read: handle(readerFile, reads.hold),
    tx: group.tx,
    beforeCommit: group.beforeCommit,
    onAnnounce: group.onAnnounce,
    freeze: group.freeze,
    frozen: group.frozen,
    raw: (statement, values = []) => group.alone(() => {
      reads.letGo()
      return rowsOf(writerFile, statement, values)
    }),
    close: async () => {
      reads.letGo()
      readerFile.close()
      await group.alone(() => {
        if (group.frozen() === null) writerFile.pragma('wal_checkpoint(TRUNCATE)')
        writerFile.close()
      })
    },
  }
}

/** A read-only connection of its own, as a worker or a command needs it. */
export function openSqliteReader(file: string): OpenReader {
  const db = openReadOnly(file)
  return {
    engine: 'sqlite',
    read: handle(db, () => undefined),
    raw: async (statement, values = []) => rowsOf(db, statement, values),
    close: async () => void db.close(),
  }
}

function openReadOnly(file: string): Database.Database {
  const db = new Database(file, { readonly: true })
  configure(db, READER_WAIT_MS)
  return db
}

/** Makes sure that file, journal and index are the owner's alone (PH-06): the others take the mode of the first. */
export function ownOnly(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  for (const part of ['', '-wal', '-shm']) if (existsSync(file + part)) chmodSync(file + part, 0o600)
}

function handle(file: Database.Database, guard: () => void): Reader {
  const guarded = drizzle(clientOf(file, keepCompiled((text) => file.prepare(text)), guard)) as unknown as Queries
  const plain = drizzle(clientOf(file, (text) => file.prepare(text), () => undefined)) as unknown as Queries
  const ready = new Map<string, (values: Record<string, unknown>) => unknown>()
  return {
    ...bindQueries(guarded),
    t: sqliteSchema,
    fn,
    hot: async <Result>(statement: Hot<Result>, values?: Record<string, unknown>) => {
      guard()
      let run = ready.get(statement.name)
      if (!run) ready.set(statement.name, (run = runHot(statement.build(plain, sqliteSchema, fn).prepare() as unknown as Prepared)))
      return run(values ?? {}) as Result
    },
  }
}

type Compile = (text: string) => Database.Statement

/** The connection as drizzle sees it. */
function clientOf(file: Database.Database, compile: Compile, guard: () => void): Database.Database {
  return Object.assign(Object.create(file) as Database.Database, {
    prepare: (text: string) => {
      guard()
      return compile(withFixedPlan(text))
    },
  })
}

/**
 * Where a bare parameter of LIMIT or of an equation may tell SQLite a better plan, it compiles the statement anew for every
 * value: many times what most statements take. A plus says the same and gives it nothing to plan by.
 */
export function withFixedPlan(text: string): string {
  return text.replace(/ (=|limit) \?/g, ' $1 +?')
}

/** Keeps the statements that are built at each call, by their text. */
function keepCompiled(compile: Compile): Compile {
  const kept = new Map<string, Database.Statement>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known.reader ? known.raw(false) : known
    if (kept.size >= MOST_COMPILED) kept.clear()
    const statement = compile(text)
    kept.set(text, statement)
    return statement
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
  file.pragma(`cache_size = -${CACHE_KIB}`)
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
