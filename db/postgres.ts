import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { postgresSchema } from '#db/kit-postgres.ts'
import {
  bindQueries, hasCode, StorageUnavailable,
  type Announcement, type EngineSql, type Hot, type Queries, type Reader, type Store, type TxOptions, type Writer,
} from '#db/store.ts'

const CHANNEL = 'portal_desk'
const RETRIES = 12

const inTransaction = new AsyncLocalStorage<true>()

const fn: EngineSql = {
  percentile: (expression, p) => sql<number>`percentile_cont(${p}) within group (order by ${expression})`,
  jsonText: (column, key) => sql<string | null>`(${column}::jsonb ->> ${key})`,
}

/** Opens a practice on PostgreSQL: a pool to write, a read-only pool, one connection that listens. */
export async function openPostgres(url: string): Promise<Store> {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const settings = { connectionString: url, statement_timeout: 30_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 }
  const writePool = new pg.Pool({ ...settings, max: 8 })
  const readPool = new pg.Pool({ ...settings, max: 8, options: '-c default_transaction_read_only=on' })
  const listener = new pg.Client({ connectionString: url })
  const quiet = () => undefined
  writePool.on('error', quiet)
  readPool.on('error', quiet)
  listener.on('error', quiet)
  const listeners: ((what: Announcement) => void)[] = []
  await listener.connect()
  await listener.query(`LISTEN ${CHANNEL}`)
  listener.on('notification', ({ payload }) => {
    for (const what of JSON.parse(payload ?? '[]') as Announcement[]) for (const hear of listeners) hear(what)
  })
  const writeDb = drizzle(writePool)
  let hook: ((w: Writer) => Promise<void>) | null = null

  async function once<T>(work: (w: Writer) => Promise<T>, options: TxOptions): Promise<T> {
    // A snapshot for rows: who reads a version and then writes it loses to whoever wrote first, and is run again.
    const level = options.over === 'set' ? 'serializable' : 'repeatable read'
    return writeDb.transaction(async (tx) => {
      const announced: Announcement[] = []
      const w: Writer = {
        ...reader(tx as unknown as Queries),
        announce: (topic, id) => void announced.push({ topic, id }),
      }
      const value = await inTransaction.run(true, () => work(w))
      if (hook) await hook(w)
      if (announced.length > 0) await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(announced)})`)
      return value
    }, { isolationLevel: level })
  }

  return {
    engine: 'postgres',
    read: reader(drizzle(readPool) as unknown as Queries),
    tx: async (work, options = {}) => {
      if (inTransaction.getStore()) throw new Error('a transaction inside a transaction')
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work, options)
        } catch (error) {
          const again = hasCode(error, (code) => code === '40001' || code === '40P01')
          if (again && attempt < RETRIES) {
            await pause(attempt * 3)
            continue
          }
          if (again || hasCode(error, isConnectionLoss)) throw new StorageUnavailable('nothing was kept', { cause: error })
          throw error
        }
      }
    },
    beforeCommit: (next) => { hook = next },
    onAnnounce: (hear) => void listeners.push(hear),
    raw: async (statement, values = []) => (await writePool.query(statement, [...values])).rows as Record<string, unknown>[],
    close: async () => {
      await Promise.all([listener.end(), writePool.end(), readPool.end()])
    },
  }
}

function reader(db: Queries): Reader {
  return {
    ...bindQueries(db),
    t: postgresSchema,
    fn,
    hot: async <Result>(statement: Hot<Result>, values?: Record<string, unknown>) => {
      const query = statement.build(db, postgresSchema) as unknown as {
        prepare: (name: string) => { execute: (values?: Record<string, unknown>) => Promise<Result> }
      }
      return query.prepare(statement.name).execute(values)
    },
  }
}

/** Connection refused, lost, shut down, lock or statement time out, disk full, read-only. */
function isConnectionLoss(code: string): boolean {
  return /^(08|53|57|55P03|25006|ECONN|EPIPE|ETIMEDOUT)/.test(code)
}
