import { asc, eq, sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { isUniqueViolation, type Store, type Writer } from '#db/store.ts'
import { engineOfLeg, freshStore } from '#test/support/database.ts'

async function openStore(): Promise<Store> {
  const store = await freshStore()
  onTestFinished(() => store.close())
  return store
}

const site = (id: string, more: Partial<Writer['t']['sites']['$inferInsert']> = {}) =>
  ({ id, name: `Site ${id}`, timeZone: 'America/New_York', jurisdiction: 'NY', source: 'console', ...more })

const names = async (store: Store) => (await store.read.select().from(store.read.t.sites).orderBy(asc(store.read.t.sites.name))).map((row) => row.name)

test('numbers, large instants, truth and absence come back as they were written', async () => {
  const store = await openStore()
  const person = {
    id: 's1', userName: 'ana', name: 'Ana Ñandú 李', email: null, npi: null, clinicianKind: null, status: 'active', passwordHash: null, totpSealed: null,
    totpLastStep: 58_000_000, patientId: null, language: 'en', theme: 'system', singleKeys: false, createdAt: 4_102_444_800_123, version: 1,
  }
  await store.tx(async (w) => { await w.insert(w.t.staff).values(person) })
  const [row] = await store.read.select().from(store.read.t.staff)
  expect(row).toMatchObject(person)
  const [sums] = await store.read.select({
    n: sql<number>`count(*)`.mapWith(Number), latest: sql<number>`max(${store.read.t.staff.createdAt})`.mapWith(Number),
  }).from(store.read.t.staff)
  expect(sums).toEqual({ n: 1, latest: 4_102_444_800_123 })
  expect(await store.read.$count(store.read.t.staff)).toBe(1)
})

test('an insert that meets its own row updates it and gives it back', async () => {
  const store = await openStore()
  const put = (name: string) => store.tx(async (w) => w.insert(w.t.sites).values(site('a', { name }))
    .onConflictDoUpdate({ target: w.t.sites.id, set: { name: sql`excluded.name`, version: sql`${w.t.sites.version} + 1` } }).returning())
  expect(await put('First')).toMatchObject([{ name: 'First', version: 1 }])
  expect(await put('Second')).toMatchObject([{ name: 'Second', version: 2 }])
})

test('a transaction that throws leaves nothing', async () => {
  const store = await openStore()
  const failing = store.tx(async (w) => {
    await w.insert(w.t.sites).values(site('a'))
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await names(store)).toEqual([])
})

test('one member’s failure does not touch the members beside it', async () => {
  const store = await openStore()
  const all = await Promise.allSettled(['a', 'b', 'c'].map((id) => store.tx(async (w) => {
    await w.insert(w.t.sites).values(site(id))
    if (id === 'b') throw new Error('only b')
  })))
  expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await names(store)).toEqual(['Site a', 'Site c'])
})

test('nobody reads what has not committed', async () => {
  const store = await openStore()
  const seen = await store.tx(async (w) => {
    await w.insert(w.t.sites).values(site('a'))
    return { inside: await w.$count(w.t.sites), outside: await store.read.$count(store.read.t.sites) }
  })
  expect(seen).toEqual({ inside: 1, outside: 0 })
  expect(await names(store)).toEqual(['Site a'])
})

test('the reading handle cannot write', async () => {
  const store = await openStore()
  await expect(Promise.resolve().then(() => store.read.insert(store.read.t.sites).values(site('a')))).rejects.toThrow(/Failed query|readonly|read-only/)
  expect(await names(store)).toEqual([])
})

test('a value that may exist only once is refused alike on both engines', async () => {
  const store = await openStore()
  await store.tx(async (w) => { await w.insert(w.t.sites).values(site('a', { name: 'North' })) })
  const again = (id: string, name: string) => store.tx(async (w) => { await w.insert(w.t.sites).values(site(id, { name })) })
    .then(() => 'kept', (error: unknown) => (isUniqueViolation(error) ? 'twice' : 'other'))
  expect(await again('b', 'North')).toBe('twice')
  expect(await again('a', 'South')).toBe('twice')
  expect(await again('c', 'West')).toBe('kept')
})

test('a transaction inside a transaction is a fault, one after it is not', async () => {
  const store = await openStore()
  let later: Promise<unknown> = Promise.resolve()
  await expect(store.tx(async () => store.tx(async () => 'inner'))).rejects.toThrow('inside a transaction')
  await store.tx(async () => { later = new Promise((resolve) => { setImmediate(resolve) }).then(() => store.tx(async () => 'later')) })
  expect(await later).toBe('later')
})

test('a statement that comes after its transaction has ended is refused', async () => {
  const store = await openStore()
  const kept = await store.tx(async (w) => w)
  await expect(Promise.resolve().then(() => kept.insert(kept.t.sites).values(site('late')))).rejects.toThrow('outside of its transaction')
  expect(await names(store)).toEqual([])
})

test('of twenty who claim the same thing at once, one has it', async () => {
  const store = await openStore()
  await store.tx(async (w) => { await w.insert(w.t.jobs).values({ name: 'claimed', dueAt: 1 }) })
  const { jobs } = store.read.t
  const claims = await Promise.all(Array.from({ length: 20 }, (_, at) => store.tx(async (w) => {
    const won = await w.update(w.t.jobs).set({ leasedUntil: 100, lastCounts: String(at) })
      .where(sql`${w.t.jobs.name} = 'claimed' and ${w.t.jobs.leasedUntil} is null`).returning()
    return won.length
  })))
  expect(claims.reduce((sum, one) => sum + one, 0)).toBe(1)
  const [job] = await store.read.select().from(jobs).where(eq(jobs.name, 'claimed'))
  expect(claims[Number(job?.lastCounts)]).toBe(1)
})

test('names are put in order by their code points, as the other engine does', async () => {
  const store = await openStore()
  const keys = ['zoe', 'Ana', 'ñandu', 'ana', 'a b', 'ab', '李', 'Z', '_']
  await store.tx(async (w) => {
    const { practitioners } = w.t
    await w.insert(practitioners).values(keys.map((nameKey, at) => ({ id: String(at), name: nameKey, nameKey, source: 'test', sourceId: String(at) })))
  })
  const { practitioners } = store.read.t
  const rows = await store.read.select({ key: practitioners.nameKey }).from(practitioners).orderBy(asc(practitioners.nameKey))
  expect(rows.map((row) => row.key)).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
})

test('what is announced is heard once, after the commit, and not at all when nothing was kept', async () => {
  const store = await openStore()
  const heard: string[] = []
  const all = new Promise<void>((resolve) => {
    store.onAnnounce(({ topic, id }) => {
      heard.push(`${topic}:${id}`)
      if (id === 'last') resolve()
    })
  })
  await store.tx(async (w) => {
    w.announce('sites', 'never')
    throw new Error('no')
  }).catch(() => undefined)
  const many = Array.from({ length: 400 }, (_, at) => `${String(at).padStart(36, '0')}`)
  await store.tx(async (w) => { for (const id of [...many, 'last']) w.announce('sites', id) })
  await all
  expect(heard).toEqual([...many, 'last'].map((id) => `sites:${id}`))
})

test('damaged storage takes no more writes and goes on answering', async () => {
  const store = await openStore()
  await store.tx(async (w) => { await w.insert(w.t.sites).values(site('a')) })
  store.freeze('a check found damage')
  await expect(store.tx(async (w) => { await w.insert(w.t.sites).values(site('b')) })).rejects.toThrow('a check found damage')
  expect(store.frozen()).toBe('a check found damage')
  expect(await names(store)).toEqual(['Site a'])
})

test('DU-01: a commit waits for the disk, asserted after a write', async () => {
  const store = await openStore()
  await store.tx(async (w) => { await w.insert(w.t.sites).values(site('a')) })
  const sqlite = async () => ({ ...(await store.raw('pragma synchronous'))[0], ...(await store.raw('pragma journal_mode'))[0], ...(await store.raw('pragma foreign_keys'))[0] })
  const postgres = async () => (await store.raw('show synchronous_commit'))[0]
  expect(engineOfLeg() === 'sqlite' ? await sqlite() : await postgres())
    .toEqual(engineOfLeg() === 'sqlite' ? { synchronous: 2, journal_mode: 'wal', foreign_keys: 1 } : { synchronous_commit: 'on' })
})
