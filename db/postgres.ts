import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { sql, type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { postgresInsert } from '#db/insert-rows-postgres.ts'
import { postgresSchema } from '#db/kit-postgres.ts'
import { CHANNEL, listenTo, payloadsOf } from '#db/postgres-listener.ts'
import {
  bindQueries, hasCode, StorageReadOnly, StorageUnavailable,
  type Announcement, type EngineSql, type Hot, type OpenReader, type Queries, type Reader, type Store, type TxOptions, type Writer,
} from '#db/store.ts'

const RETRIES = 12
const POOL_SIZE = 8

type Inside = { ended: boolean }
const insideOf = new AsyncLocalStorage<Inside>()

const fn: EngineSql = {
  percentile: (expression, p) => sql<number>`percentile_cont(${p}) within group (order by ${expression})`,
  jsonText: (column, key) => sql<string | null>`(${column}::jsonb ->> ${key})`,
  wordHolds: sql<boolean>`word like ${sql.placeholder('sought')}`,
  lettersOf: (letters) => ({ letters, sought: `%${letters.replace(/[\\%_]/g, '\\$&')}%` }),
}

const limits = { connectionTimeoutMillis: 5_000, statement_timeout: 30_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 }

/**
 * Opens a practice on PostgreSQL: a pool to write (each commit waits for the disk, whatever the server's own
 * setting), a read-only pool, one connection that listens.
 */
export async function openPostgres(url: string): Promise<Store> {
  const reader = openPostgresReader(url)
  const writePool = poolOf(url, '-c synchronous_commit=on')
  const listener = await listenTo(url)
  let hook: ((w: Writer) => Promise<void>) | null = null
  let why: string | null = null

  async function once<T>(work: (w: Writer) => Promise<T>, options: TxOptions): Promise<T> {
    const client = await writePool.connect()
    const inside: Inside = { ended: false }
    let fault: unknown
    try {
      // A snapshot for rows: who reads a version and then writes it loses to whoever wrote first, and is run again.
      await client.query(`begin isolation level ${options.over === 'set' ? 'serializable' : 'repeatable read'}`)
      const announced: Announcement[] = []
      const w: Writer = { ...writerOf(client, inside), announce: (topic, id) => void announced.push({ topic, id }) }
      const value = await insideOf.run(inside, () => work(w))
      if (hook) await hook(w)
      inside.ended = true
      for (const payload of payloadsOf(announced)) await client.query('select pg_notify($1, $2)', [CHANNEL, payload])
      await client.query('commit')
      return value
    } catch (error) {
      fault = await client.query('rollback').then(() => undefined, () => error)
      throw error
    } finally {
      inside.ended = true
      // A connection that cannot even roll back is thrown away.
      client.release(fault !== undefined)
    }
  }

  return {
    engine: 'postgres',
    read: reader.read,
    tx: async (work, options = {}) => {
      const outer = insideOf.getStore()
      if (outer && !outer.ended) throw new Error('a transaction inside a transaction')
      if (why !== null) throw new StorageReadOnly(why)
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work, options)
        } catch (error) {
          const again = hasCode(error, (code) => code === '40001' || code === '40P01')
          if (again && attempt < RETRIES) {
            await pause(2 * attempt)
            continue
          }
          if (again || isStorageFault(error)) throw new StorageUnavailable('nothing was kept', { cause: error })
          throw error
        }
      }
    },
    beforeCommit: (next) => { hook = next },
    onAnnounce: listener.onAnnounce,
    freeze: (reason) => { why ??= reason },
    frozen: () => why,
    raw: async (statement, values = []) => (await writePool.query(statement, [...values])).rows as Record<string, unknown>[],
    close: async () => {
      await Promise.all([listener.close(), writePool.end(), reader.close()])
    },
  }
}

/** A read-only pool, as a worker or a command needs it too. */
export function openPostgresReader(url: string): OpenReader {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = poolOf(url, '-c default_transaction_read_only=on')
  return {
    engine: 'postgres',
    read: postgresHandle(drizzle(pool) as unknown as Queries),
    raw: async (statement, values = []) => (await pool.query(statement, [...values])).rows as Record<string, unknown>[],
    close: () => pool.end(),
  }
}

type Ready = { execute: (values?: Record<string, unknown>) => Promise<unknown> }
type Connection = { db: Queries; ready: Map<string, Ready>; execute: (query: SQL) => Promise<unknown> }
const connections = new WeakMap<pg.PoolClient, Connection>()

/** The words of one transaction on its connection. What was built for the connection before is used again. */
function writerOf(client: pg.PoolClient, inside: Inside): Omit<Writer, 'announce'> {
  let connection = connections.get(client)
  if (!connection) {
    const db = drizzle(client)
    connections.set(client, (connection = { db: db as unknown as Queries, ready: new Map(), execute: (query) => db.execute(query) }))
  }
  const guard = (): void => {
    if (inside.ended) throw new Error('a statement outside of its transaction')
  }
  return { ...handle(connection, guard), insertRows: postgresInsert(connection.execute, guard) }
}

/** The reading words over a pool or over one connection (a snapshot that several statements share). */
export function postgresHandle(db: Queries): Reader {
  return handle({ db, ready: new Map() }, () => undefined)
}

function poolOf(url: string, options: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, options, ...limits })
  // A connection that breaks is replaced; the statement or transaction that had it fails by itself.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function handle({ db, ready }: Pick<Connection, 'db' | 'ready'>, guard: () => void): Reader {
  const words = Object.entries(bindQueries(db)).map(([word, query]) => [word, (...given: never[]) => {
    guard()
    return (query as (...given: never[]) => unknown)(...given)
  }])
  return {
    ...(Object.fromEntries(words) as Queries),
    t: postgresSchema,
    fn,
    hot: async <Result>(statement: Hot<Result>, values?: Record<string, unknown>) => {
      guard()
      let prepared = ready.get(statement.name)
      if (!prepared) {
        const query = statement.build(db, postgresSchema, fn) as unknown as { prepare: (name: string) => Ready }
        ready.set(statement.name, (prepared = query.prepare(statement.name)))
      }
      return prepared.execute(values) as Promise<Result>
    },
  }
}

/** Connection refused, lost, shut down, lock or statement time out, disk full, read-only. */
function isStorageFault(error: unknown): boolean {
  if (hasCode(error, (code) => /^(08|53|57|58|55P03|25006|25P0[23]|XX00[12]|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)/.test(code))) return true
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(at.message)) return true
  }
  return false
}
