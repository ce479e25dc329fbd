import { expect, onTestFinished, test, vi } from 'vitest'
import { StorageUnavailable, type Store } from '#db/store.ts'
import { engineOfLeg, freshStore } from '#test/support/database.ts'

async function openStore(): Promise<Store> {
  const store = await freshStore()
  onTestFinished(() => store.close())
  return store
}

const addSite = (store: Store, id: string) => store.tx(async (w) => {
  await w.insert(w.t.sites).values({ id, name: `Site ${id}`, timeZone: 'America/New_York', jurisdiction: 'NY', source: 'console' })
  return id
})
const outcomes = async (acts: Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map((one) => (one.status === 'fulfilled' ? 'kept' : (one.reason as Error).name))

test('CC-07: acts that come at once are kept one by one, and each is answered', async () => {
  const store = await openStore()
  const ids = Array.from({ length: 200 }, (_, at) => `s${at}`)
  expect(await Promise.all(ids.map((id) => addSite(store, id)))).toEqual(ids)
  expect(await store.read.$count(store.read.t.sites)).toBe(200)
})

type Case = [sentence: string, run: () => Promise<void>]

const sqlite: Case[] = [
  ['when the commit of a group fails, every member hears that nothing was kept, and nothing was', async () => {
    const store = await openStore()
    store.beforeCommit(async () => { throw new Error('the record of what happened cannot be written') })
    expect(await outcomes(['a', 'b', 'c'].map((id) => addSite(store, id)))).toEqual(Array(3).fill('StorageUnavailable'))
    store.beforeCommit(null)
    expect(await store.read.$count(store.read.t.sites)).toBe(0)
    expect(await addSite(store, 'd')).toBe('d')
  }],
  ['when SQLite gives the transaction up in the middle, nobody of the group is told that it was kept', async () => {
    const store = await openStore()
    // A group closes after some milliseconds, and a busy processor has none to spare: here time stands still.
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    await store.raw(`create temp trigger giving_up before insert on sites when new.id = 'b' begin select raise(rollback, 'given up'); end`)
    expect(await outcomes(['a', 'b', 'c'].map((id) => addSite(store, id)))).toEqual(['StorageUnavailable', 'StorageUnavailable', 'kept'])
    expect((await store.read.select().from(store.read.t.sites)).map((row) => row.id)).toEqual(['c'])
  }],
  ['DU-06: a full disk refuses the writes, keeps the reads, and room again is enough to go on', async () => {
    const store = await openStore()
    await addSite(store, 'before')
    const [pages] = await store.raw('pragma page_count')
    await store.raw(`pragma max_page_count = ${String(pages?.page_count)}`)
    const wide = (id: string) => store.tx(async (w) => {
      await w.insert(w.t.sites).values({ id, name: 'x'.repeat(50_000), timeZone: 'UTC', jurisdiction: 'NY', source: 'console' })
    })
    const error = await wide('full').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StorageUnavailable)
    expect((await store.read.select().from(store.read.t.sites)).map((row) => row.id)).toEqual(['before'])
    await store.raw('pragma max_page_count = 1000000')
    await wide('after')
    expect(await store.read.$count(store.read.t.sites)).toBe(2)
  }],
  ['a transaction that waits for something other than the database is a fault', async () => {
    const store = await openStore()
    const slow = store.tx(async (w) => {
      await w.insert(w.t.sites).values({ id: 'slow', name: 'Slow', timeZone: 'UTC', jurisdiction: 'NY', source: 'console' })
      await new Promise((resolve) => { setImmediate(resolve) })
    })
    await expect(slow).rejects.toThrow('awaited something other than the database')
    expect(await store.read.$count(store.read.t.sites)).toBe(0)
  }],
  ['a statement of one act cannot slip into the next one', async () => {
    const store = await openStore()
    let late: Promise<unknown> = Promise.resolve()
    await store.tx(async (w) => {
      const insert = w.insert(w.t.sites).values({ id: 'late', name: 'Late', timeZone: 'UTC', jurisdiction: 'NY', source: 'console' })
      late = new Promise((resolve) => { setImmediate(resolve) }).then(async () => { await insert }).then(() => 'slipped in', () => 'refused')
    })
    await addSite(store, 'other')
    expect(await late).toBe('refused')
  }],
  ['statements for maintenance wait until no transaction is open', async () => {
    const store = await openStore()
    const acts = Array.from({ length: 20 }, (_, at) => addSite(store, `s${at}`))
    await store.raw('vacuum')
    await Promise.all(acts)
    expect(await store.read.$count(store.read.t.sites)).toBe(20)
  }],
]

const postgres: Case[] = [
  ['two who decide over the same set at once: one decides again, both hear the truth', async () => {
    const store = await openStore()
    const most = (id: string) => store.tx(async (w) => {
      if (await w.$count(w.t.sites) >= 3) return 'full'
      await w.insert(w.t.sites).values({ id, name: id, timeZone: 'UTC', jurisdiction: 'NY', source: 'console' })
      return 'added'
    }, { over: 'set' })
    const answers: string[] = []
    for (const round of ['a', 'b', 'c']) answers.push(...await Promise.all([1, 2].map((one) => most(`${round}${one}`))))
    expect(answers.filter((one) => one === 'added')).toHaveLength(3)
    expect(await store.read.$count(store.read.t.sites)).toBe(3)
  }],
  ['a server that ends the connection keeps nothing of the act and says so', async () => {
    const store = await openStore()
    const cut = store.tx(async (w) => {
      await w.insert(w.t.sites).values({ id: 'cut', name: 'Cut', timeZone: 'UTC', jurisdiction: 'NY', source: 'console' })
      await store.raw(`select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`)
      await w.$count(w.t.sites)
    }).catch((error: unknown) => error)
    expect(await cut).toBeInstanceOf(StorageUnavailable)
    expect(await store.read.$count(store.read.t.sites)).toBe(0)
    expect(await addSite(store, 'next')).toBe('next')
  }],
]

test.each(engineOfLeg() === 'sqlite' ? sqlite : postgres)('%s', (_sentence, run) => run())
