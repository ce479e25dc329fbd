import { AsyncLocalStorage } from 'node:async_hooks'
import { chmodSync, existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { sqliteSchema } from '#db/kit-sqlite.ts'
import {
  bindQueries, StorageUnavailable,
  type Announcement, type EngineSql, type Hot, type Queries, type Reader, type Store, type Writer,
} from '#db/store.ts'

/** Longest time that one group of transactions goes on taking new members. */
const GROUP_MS = 5

type Member = {
  work: (w: Writer) => Promise<unknown>
  announced: Announcement[]
  outcome?: { value: unknown } | { error: unknown }
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

const inTransaction = new AsyncLocalStorage<true>()

const fn: EngineSql = {
  percentile: (expression, p) => sql<number>`percentile_cont(${expression}, ${p})`,
  jsonText: (column, key) => sql<string | null>`json_extract(${column}, ${'$.' + key})`,
}

/**
 * Opens (or makes) the practice's SQLite file with WAL and `synchronous=FULL`, asserted after a write (DU-01).
 * `strict` (tests): a transaction that is still open after a macrotask is an error.
 */
export function openSqlite(file: string, options: { strict?: boolean } = {}): Store {
  const writerFile = new Database(file)
  chmodSync(file, 0o600)
  configure(writerFile)
  writerFile.pragma('journal_mode = WAL')
  assertFullSync(writerFile)
  if (existsSync(`${file}-wal`)) for (const part of ['-wal', '-shm']) chmodSync(file + part, 0o600)
  const readerFile = new Database(file, { readonly: true })
  configure(readerFile)

  const writer = reader(writerFile)
  let hook: ((w: Writer) => Promise<void>) | null = null
  const listeners: ((what: Announcement) => void)[] = []
  const queue: Member[] = []
  let running = false

  async function runMember(member: Member): Promise<void> {
    const w: Writer = Object.assign(Object.create(writer) as Writer, {
      announce: (topic: string, id: string) => void member.announced.push({ topic, id }),
    })
    let turned = false
    const turn = options.strict ? setImmediate(() => { turned = true }) : null
    writerFile.exec('SAVEPOINT member')
    try {
      const value = await inTransaction.run(true, () => member.work(w))
      if (turned) throw new Error('a transaction awaited something other than the database')
      writerFile.exec('RELEASE member')
      member.outcome = { value }
    } catch (error) {
      member.outcome = { error }
      if (writerFile.inTransaction) writerFile.exec('ROLLBACK TO member; RELEASE member')
    } finally {
      if (turn) clearImmediate(turn)
    }
  }

  async function runGroup(): Promise<void> {
    running = true
    const group: Member[] = []
    const until = performance.now() + GROUP_MS
    try {
      writerFile.exec('BEGIN IMMEDIATE')
      for (let member = queue.shift(); member; member = performance.now() < until ? queue.shift() : undefined) {
        group.push(member)
        await runMember(member)
        if (!writerFile.inTransaction) throw new StorageUnavailable('SQLite ended the transaction by itself')
      }
      if (hook) await hook(Object.assign(Object.create(writer) as Writer, { announce: () => undefined }))
      writerFile.exec('COMMIT')
      for (const member of group) settle(member)
    } catch (error) {
      if (writerFile.inTransaction) writerFile.exec('ROLLBACK')
      const failure = new StorageUnavailable('nothing was kept', { cause: error })
      for (const member of group.length > 0 ? group : queue.splice(0)) member.reject(failure)
    } finally {
      running = false
      if (queue.length > 0) setImmediate(() => void runGroup())
    }
  }

  function settle(member: Member): void {
    const outcome = member.outcome
    if (!outcome || 'error' in outcome) return member.reject(outcome?.error)
    for (const what of member.announced) for (const listener of listeners) listener(what)
    member.resolve(outcome.value)
  }

  return {
    engine: 'sqlite',
    read: reader(readerFile),
    tx: <T>(work: (w: Writer) => Promise<T>) => {
      if (inTransaction.getStore()) throw new Error('a transaction inside a transaction')
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, announced: [], resolve: resolve as (value: unknown) => void, reject })
        if (!running && queue.length === 1) setImmediate(() => { if (!running) void runGroup() })
      })
    },
    beforeCommit: (next) => { hook = next },
    onAnnounce: (listener) => void listeners.push(listener),
    raw: async (statement, values = []) => {
      const prepared = writerFile.prepare(statement)
      return prepared.reader ? (prepared.all(...values) as Record<string, unknown>[]) : (prepared.run(...values), [])
    },
    close: async () => {
      readerFile.close()
      writerFile.pragma('wal_checkpoint(TRUNCATE)')
      writerFile.close()
    },
  }
}

function reader(file: Database.Database): Reader {
  const db = drizzle(file) as unknown as Queries
  const prepared = new Map<string, { execute: (values?: Record<string, unknown>) => Promise<unknown> }>()
  return {
    ...bindQueries(db),
    t: sqliteSchema,
    fn,
    hot: async <Result>(statement: Hot<Result>, values?: Record<string, unknown>) => {
      let ready = prepared.get(statement.name)
      if (!ready) prepared.set(statement.name, (ready = statement.build(db, sqliteSchema).prepare()))
      return ready.execute(values) as Promise<Result>
    },
  }
}

function configure(file: Database.Database): void {
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma('busy_timeout = 5000')
  file.pragma('trusted_schema = OFF')
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
