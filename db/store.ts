import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { SQL } from 'drizzle-orm'
import type { Schema } from '#db/define.ts'
import type { InsertRows } from '#db/insert-rows.ts'

/** What repositories may ask of a database: the words that both engines have (docs/decisions/0003). */
type Queries = Pick<
  BaseSQLiteDatabase<'async', { rowsAffected: number }>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$count'
>

/** A statement that is built once and run often. The name is unique: the engines know the statement by it. */
export type Hot<Result> = {
  name: string
  build: (db: Queries, t: Schema, fn: EngineSql) => { prepare: () => { execute: (values?: Record<string, unknown>) => Promise<Result> } }
}

/** SQL that the two engines spell differently. */
export type EngineSql = {
  /** Value of the p-th percentile (0…1) of a numeric expression, as an aggregate. */
  percentile: (expression: unknown, p: number) => SQL<number>
  /** The text under a top-level key of a JSON text column. */
  jsonText: (column: unknown, key: string) => SQL<string | null>
  /** Whether a word of `name_words` holds letters (three or more), by the index of trigrams: asked with what `lettersOf` gives. */
  wordHolds: SQL<boolean>
  lettersOf: (letters: string) => { letters: string; sought: string }
}

/** A handle to read with: its tables, the query words, hot statements. */
export type Reader = Queries & {
  t: Schema
  fn: EngineSql
  hot: <Result>(statement: Hot<Result>, values?: Record<string, unknown>) => Promise<Result>
}

/** A handle inside a transaction. Everything written with it commits together or not at all. */
export type Writer = Reader & {
  /** Writes many whole rows of one table (feeds, first loads), given as values in the order of its columns. */
  insertRows: InsertRows
  /** Tells open screens, after the commit, that something under `topic` with this id has changed. Ids only. */
  announce: (topic: string, id: string) => void
}

export type Announcement = { topic: string; id: string }

/** `set`: the command decides over a set of rows (two persons, limits, blocks) and is retried on PostgreSQL. */
export type TxOptions = { over?: 'rows' | 'set' }

/** One practice's storage. */
export type Store = {
  engine: 'sqlite' | 'postgres'
  /** A read-only connection: never sees what has not committed, cannot write. */
  read: Reader
  /**
   * The only way to write. Inside, nothing is awaited but the database; nesting throws.
   * Resolves after the commit is durable. Throws StorageUnavailable when nothing was kept.
   */
  tx: <T>(work: (w: Writer) => Promise<T>, options?: TxOptions) => Promise<T>
  /** Runs inside every group of transactions before its commit (the audit sealer on SQLite). One only. */
  beforeCommit: (hook: ((w: Writer) => Promise<void>) | null) => void
  /** Hears what transactions announced, after their commit, from every process of the practice. */
  onAnnounce: (listener: (what: Announcement) => void) => void
  /** From now on nothing is written: the data is damaged, and every write would make it worse (DU-08). */
  freeze: (why: string) => void
  /** Why nothing is written any more, or null. */
  frozen: () => string | null
  /** Statements of one engine alone, for triggers, checks and maintenance. Never inside a transaction. */
  raw: (statement: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>
  close: () => Promise<void>
}

/** A connection that can only read, for long work beside the server (a worker, the commands). */
export type OpenReader = Pick<Store, 'engine' | 'read' | 'raw' | 'close'>

/**
 * Nothing of the act was kept; the caller answers 503 and the person may try again. One exception: when the
 * connection to PostgreSQL breaks during COMMIT nobody can know; the retry with the same Idempotency-Key finds out.
 */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable'
}

/** Nothing is written because the data is damaged. Stays so until the practice is restored. */
export class StorageReadOnly extends StorageUnavailable {
  override name = 'StorageReadOnly'
}

/** Whether an error says that a unique index already holds the value, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, (code) => code === '23505' || code.startsWith('SQLITE_CONSTRAINT_UNIQUE') || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
}

/** Whether an error or one of its causes carries a code that satisfies the test. */
export function hasCode(error: unknown, test: (code: string) => boolean): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string' && test(code)) return true
  }
  return false
}

const declared = new Map<string, Hot<unknown>>()

/** Declares a hot statement; `build` is typed by what the query gives. Throws when the name is taken. */
export function hot<Result>(name: string, build: Hot<Result>['build']): Hot<Result> {
  if (declared.has(name)) throw new Error(`two hot statements are called ${name}`)
  const statement = { name, build }
  declared.set(name, statement)
  return statement
}

/** Every hot statement of the modules that are loaded. */
export function hotStatements(): Hot<unknown>[] {
  return [...declared.values()]
}

/** The query words of a drizzle database, bound, so that a handle can carry more beside them. */
export function bindQueries(db: Queries): Queries {
  return {
    select: db.select.bind(db),
    selectDistinct: db.selectDistinct.bind(db),
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
    with: db.with.bind(db),
    $count: db.$count.bind(db),
  }
}
export type { Queries }
