import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migratePostgres } from '#db/migrate-postgres.ts'
import { migrateSqlite } from '#db/migrate-sqlite.ts'
import { migrationsFolder, type MigrateOptions } from '#db/migrations.ts'
import { openPostgres } from '#db/postgres.ts'
import { openSqlite } from '#db/sqlite.ts'
import { openReader, sqliteFileOf, type StoreAddress } from '#db/open.ts'
import { engineOfLeg, freshAddress } from '#test/support/database.ts'
import { eventually } from '#test/support/waiting.ts'

const engine = engineOfLeg()
const migrate = (address: StoreAddress, options: MigrateOptions) =>
  address.databaseUrl ? migratePostgres(address.databaseUrl, options) : migrateSqlite(sqliteFileOf(address.dataDir), options)

/** The shipped migrations and more of them, in a folder of the test's own. */
function folderWith(more: Record<string, string[]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-desk-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(migrationsFolder(), folder, { recursive: true })
  for (const [name, statements] of Object.entries(more)) writeFileSync(join(folder, engine, `${name}.sql`), statements.join('\n--> next\n'))
  return folder
}

async function ask(address: StoreAddress, statement: string): Promise<Record<string, unknown>[]> {
  const reader = await openReader(address)
  try {
    return await reader.raw(statement)
  } finally {
    await reader.close()
  }
}

/** Whether another connection to the database is at work: the killed one’s statement ends on the server a moment after it. */
async function isServed(address: StoreAddress): Promise<boolean> {
  const [found] = await ask(address, `select count(*) as n from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`)
  return Number(found?.n) > 0
}

const triggers = async (address: StoreAddress) => (await ask(address, engine === 'sqlite'
  ? `select name from sqlite_master where type = 'trigger'` : `select tgname as name from pg_trigger where not tgisinternal`)).map((row) => String(row.name)).toSorted()

test('OP-04: data of a newer version is not opened', async () => {
  const address = await freshAddress()
  await migrate(address, { folder: folderWith({ '0002-from-the-future': ['create table later (id text)'] }) })
  await expect(migrate(address, {})).rejects.toThrow('made by a newer version (0002-from-the-future)')
})

test('OP-04: a migration that was changed after it was applied is noticed', async () => {
  const address = await freshAddress()
  await migrate(address, { folder: folderWith({ '0002-more': ['create table more (id text)'] }) })
  await expect(migrate(address, { folder: folderWith({ '0002-more': ['create table more (id text, name text)'] }) })).rejects.toThrow('0002-more was changed')
})

test('a migration that would lose rows, or a table with rows, changes nothing', async () => {
  const address = await freshAddress()
  const two = { '0002-sites': [`insert into sites (id, name, time_zone, jurisdiction, source) values ('a', 'A', 'UTC', 'NY', 'console')`] }
  await migrate(address, { folder: folderWith(two) })
  await migrate(address, { folder: folderWith(two) })
  for (const statement of ['delete from sites', 'alter table sites rename to spots']) {
    const folder = folderWith({ ...two, '0003-loses': [statement] })
    await expect(migrate(address, { folder }), statement).rejects.toThrow('would lose rows of sites')
  }
  expect(await ask(address, 'select id from sites')).toEqual([{ id: 'a' }])
})

test('the triggers that keep the record are there after a table was rebuilt, and after somebody took them away', async () => {
  const address = await freshAddress()
  const before = await triggers(address)
  expect(before.length).toBeGreaterThanOrEqual(4)
  const statement = before.map((name) => (engine === 'sqlite' ? `drop trigger ${name}` : `drop trigger ${name} on ${name.replace(/_(frozen|not_emptied|unsealed|words_new|words_changed)$/, '')}`))
  const folder = folderWith({ '0002-rebuild': statement })
  await migrate(address, { folder })
  expect(await triggers(address)).toEqual(before)
  const second = folderWith({ '0002-rebuild': statement, '0003-nothing': ['select 1'] })
  await migrate(address, { folder: second })
  const store = engine === 'sqlite' ? openSqlite(sqliteFileOf(address.dataDir)) : await openPostgres(String(address.databaseUrl))
  for (const one of statement) await store.raw(one)
  await store.close()
  await migrate(address, { folder: second })
  expect(await triggers(address)).toEqual(before)
})

test('what was there is copied before a migration, and a copy that fails stops it', async () => {
  const address = await freshAddress()
  const folder = folderWith({ '0002-more': ['create table more (id text)'] })
  await expect(migrate(address, { folder, backUp: () => { throw new Error('no room for the copy') } })).rejects.toThrow('no room')
  const applied = await ask(address, 'select id from migrations')
  expect(applied.map((row) => row.id)).not.toContain('0002-more')
  let copies = 0
  await migrate(address, { folder, backUp: () => { copies += 1 } })
  await migrate(address, { folder, backUp: () => { copies += 1 } })
  expect(copies).toBe(1)
})

test('OP-04: a migration killed at any moment leaves the old state or the new one', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `insert into more select id || '-${at}' from more where length(id) < 9`)
  const folder = folderWith({ '0002-long': ['create table more (id text)', `insert into more values ('a')`, ...rows.slice(0, 14), 'create index more_by_id on more (id)'] })
  const seen = new Set<string>()
  for (const delay of [0, 5, 20, 60]) {
    const address = await freshAddress()
    const script = engine === 'sqlite'
      ? `import { migrateSqlite } from '#db/migrate-sqlite.ts'; console.log('go'); await migrateSqlite(${JSON.stringify(sqliteFileOf(address.dataDir))}, { folder: ${JSON.stringify(folder)} })`
      : `import { migratePostgres } from '#db/migrate-postgres.ts'; console.log('go'); await migratePostgres(${JSON.stringify(address.databaseUrl)}, { folder: ${JSON.stringify(folder)} })`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const gone = once(child, 'exit')
    const kill = setTimeout(() => child.kill('SIGKILL'), delay)
    await gone
    clearTimeout(kill)
    await eventually('PostgreSQL has noticed that the connection is gone', async () => engine === 'sqlite' || !(await isServed(address)))
    const applied = (await ask(address, 'select id from migrations')).some((row) => row.id === '0002-long')
    const table = await ask(address, 'select count(*) as n from more').then((found) => Number(found[0]?.n), () => null)
    expect(table !== null, `after ${delay} ms`).toBe(applied)
    await migrate(address, { folder })
    seen.add(String((await ask(address, 'select count(*) as n from more'))[0]?.n))
  }
  expect(seen.size).toBe(1)
})

test('PH-06: the file and its journal are the owner’s alone; a server’s data is not in the folder', async () => {
  const address = await freshAddress()
  const file = sqliteFileOf(address.dataDir)
  rmSync(file, { force: true })
  await migrate(address, {})
  expect(existsSync(file) && (statSync(file).mode & 0o777).toString(8)).toBe(engine === 'sqlite' ? '600' : false)
})
