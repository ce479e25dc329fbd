import Database from 'better-sqlite3'
import { asc, eq, gte, isNull, sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openStore, sqliteFileOf } from '#db/open.ts'
import { hot, type Store } from '#db/store.ts'
import { engineOfLeg, freshAddress, freshStore } from '#test/support/database.ts'

const nothing = { retiredAt: null, phone: null, version: 1 }
const site = (id: string, more: object = {}) => ({ id, name: `Site ${id}`, timeZone: 'America/New_York', jurisdiction: 'NY', source: 'console', ...more })
const add = (store: Store, ...sites: ReturnType<typeof site>[]) => store.tx(async (w) => { await w.insert(w.t.sites).values(sites) })

async function open(): Promise<Store> {
  const store = await freshStore()
  onTestFinished(() => store.close())
  return store
}

test('whoever was told that something is kept reads it at once, and so does everybody after them', async () => {
  const store = await open()
  const count = () => store.read.$count(store.read.t.sites)
  expect(await count()).toBe(0)
  for (let at = 1; at <= 20; at += 1) {
    expect(await count()).toBe(at - 1)
    const others = Promise.all([count(), add(store, site(`s${at}`)).then(count), count()])
    expect((await others)[1]).toBe(at)
    expect(await count()).toBe(at)
  }
})

const fromOn = hot<{ id: string; phone: string | null; upper: string; retiredAt: number | null; isOpen: boolean }[]>('test_sites_from', (db, t) =>
  db.select({ id: t.sites.id, phone: t.sites.phone, upper: sql<string>`upper(${t.sites.name})`, retiredAt: t.sites.retiredAt, isOpen: sql<boolean>`${isNull(t.sites.retiredAt)}`.mapWith(Boolean) })
    .from(t.sites).where(gte(t.sites.id, sql.placeholder('from'))).orderBy(asc(t.sites.id)).limit(sql.placeholder('most')))
const manyKinds = hot<{ single: boolean; at: number }[]>('test_staff_kinds', (db, t) =>
  db.select({ single: t.staff.singleKeys, at: t.staff.createdAt }).from(t.staff).where(eq(t.staff.createdAt, sql.placeholder('at'))))
const renamed = hot<{ id: string; version: number }[]>('test_site_renamed', (db, t) =>
  db.update(t.sites).set({ name: sql`${sql.placeholder('name')}` }).where(eq(t.sites.id, sql.placeholder('id'))).returning({ id: t.sites.id, version: t.sites.version }))

test('a statement that is run often reads and binds as one that is built each time', async () => {
  const store = await open()
  await add(store, site('a', nothing), site('b', { phone: '555', retiredAt: 1_900_000_000_000 }), site('c'))
  expect(await store.read.hot(fromOn, { from: 'b', most: 5 })).toEqual([
    { id: 'b', phone: '555', upper: 'SITE B', retiredAt: 1_900_000_000_000, isOpen: false },
    { id: 'c', phone: null, upper: 'SITE C', retiredAt: null, isOpen: true },
  ])
  expect(await store.read.hot(fromOn, { from: 'a', most: 1 })).toHaveLength(1)
  await expect(store.read.hot(fromOn, { from: 'a' })).rejects.toThrow(/most/)
  await store.tx((w) => w.insert(w.t.staff).values({ id: 'p', userName: 'p', name: 'P', status: 'active', createdAt: 5, singleKeys: false }).then(() => undefined))
  expect(await store.read.hot(manyKinds, { at: 5 })).toEqual([{ single: false, at: 5 }])
  expect(await store.read.hot(manyKinds, { at: 6 })).toEqual([])
  expect(await store.tx((w) => w.hot(renamed, { id: 'a', name: 'New' }))).toEqual([{ id: 'a', version: 1 }])
  expect(await store.tx((w) => w.hot(renamed, { id: 'nowhere', name: 'New' }))).toEqual([])
})

type Case = [sentence: string, run: () => Promise<void>]

const sqlite: Case[] = [
  ['a program beside the server sees what it read before only until the turn ends', async () => {
    const address = await freshAddress()
    const store = await openStore(address)
    onTestFinished(() => store.close())
    const other = new Database(sqliteFileOf(address.dataDir))
    onTestFinished(() => void other.close())
    const count = () => store.read.$count(store.read.t.sites)
    expect(await count()).toBe(0)
    await new Promise((turned) => { setImmediate(turned) })
    other.exec(`insert into sites (id, name, time_zone, jurisdiction, source) values ('x', 'X', 'America/New_York', 'NY', 'console')`)
    expect(await count()).toBe(1)
  }],
  ['statistics are counted without samples, which would have statements compiled anew at every call', async () => {
    const store = await open()
    await add(store, ...Array.from({ length: 50 }, (_, at) => site(`s${at}`)))
    await store.raw('ANALYZE')
    expect(await store.raw(`select count(*) as n from sqlite_stat1 where tbl = 'sites'`)).not.toEqual([{ n: 0 }])
    expect(await store.raw(`select count(*) as n from sqlite_stat4`)).toEqual([{ n: 0 }])
  }],
]

test.each(engineOfLeg() === 'sqlite' ? sqlite : [])('%s', (_sentence, run) => run())
