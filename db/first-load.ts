import type Database from 'better-sqlite3'
import type { Store } from '#db/store.ts'

/** Tables that a first load fills. What only finds their rows is built when they are full; by patient a second row of somebody looks. */
const filled = ['patients', 'patient_names', 'patient_identifiers', 'patient_contacts']

/** Whose counts an engine plans look-ups by. */
const counted = [...filled, 'name_words', 'household_links', 'appointments'] as const

/** Has the engine count its rows again, one table after another, so that whoever works beside it waits for one at most. */
export async function countRowsAgain(store: Store): Promise<void> {
  for (const table of counted) await store.raw(`analyze ${table}`)
}

/**
 * Takes the indexes that hold no rule out of the tables that a first load fills (SQLite): built at once when all rows are there
 * they cost half. For whoever has the storage alone; nobody can look anything up meanwhile. What is taken out is
 * written down first, and a storage that is opened puts back what a broken-off load left.
 */
export async function setIndexesAside(store: Store): Promise<void> {
  if (store.engine !== 'sqlite') return
  await store.raw('create table if not exists indexes_aside (name text primary key, made_by text not null)')
  await store.raw(`insert or ignore into indexes_aside select name, sql from sqlite_master
    where type = 'index' and sql is not null and sql not like 'create unique %' and name not like '%_by_patient'
      and tbl_name in (${filled.map(() => '?').join()})`, filled)
  for (const { name } of await store.raw('select name from indexes_aside')) await store.raw(`drop index if exists "${String(name)}"`)
}

/** Builds what was set aside, one index after another. */
export async function buildIndexes(store: Store): Promise<void> {
  if (store.engine !== 'sqlite') return
  for (const { name, sql } of await asideIn(store.raw)) {
    await store.raw(sql)
    await store.raw('delete from indexes_aside where name = ?', [name])
  }
  await store.raw('drop table if exists indexes_aside')
}

/** As `buildIndexes`, where a load was broken off and the storage is opened again. */
export function buildIndexesLeft(file: Database.Database): void {
  const isThere = file.prepare(`select 1 from sqlite_master where name = 'indexes_aside'`).get()
  if (!isThere) return
  for (const { name, made_by: sql } of file.prepare('select name, made_by from indexes_aside').all() as { name: string; made_by: string }[]) {
    file.exec(unlessThere(sql))
    file.prepare('delete from indexes_aside where name = ?').run(name)
  }
  file.exec('drop table indexes_aside')
}

async function asideIn(raw: Store['raw']): Promise<{ name: string; sql: string }[]> {
  const [isThere] = await raw(`select 1 from sqlite_master where name = 'indexes_aside'`)
  const rows = isThere ? await raw('select name, made_by from indexes_aside') : []
  return rows.map((row) => ({ name: String(row.name), sql: unlessThere(String(row.made_by)) }))
}

function unlessThere(sql: string): string {
  return sql.replace(/^create index (?!if not exists)/i, 'create index if not exists ')
}
