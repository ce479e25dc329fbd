import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { setIndexesAside } from '#db/first-load.ts'
import { openStore } from '#db/open.ts'
import type { Store } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { addImport, filesInOrder } from '#server/feeds/new-import.ts'
import { engineOfLeg, freshAddress } from '#test/support/database.ts'
import { countsOf, fhirPatient, fhirPatients, firstSite, importFiles, putFile } from '#test/server/feeds/feed-files.ts'
import { importInChild } from '#test/server/feeds/import-in-child.ts'
import { quietPractice } from '#test/server/feeds/practice-without-server.ts'

const indexesOf = async ({ engine, raw }: Store): Promise<unknown[]> =>
  (await raw(engine === 'sqlite' ? `select name from sqlite_master where type = 'index' order by name` : 'select indexname as name from pg_indexes order by indexname')).map((row) => row.name)

test('a first load that has the storage alone ends with every index, and with the same people as one beside others', async () => {
  const rows = [...fhirPatients(60), fhirPatient(3, { birthDate: '1999-09-09' })]
  const left = await Promise.all([false, true].map(async (alone) => {
    const { app, close } = await quietPractice(await freshAddress())
    onTestFinished(close)
    const before = await indexesOf(app.store)
    const { row } = await importFiles(app, [putFile(app, 'feed.ndjson', rows)], { initial: true }, { alone })
    const { patients: p } = app.store.read.t
    const people = await app.store.read.select({ id: p.sourceId, hash: p.sourceHash, version: p.version }).from(p).orderBy(p.sourceId)
    return { counts: countsOf(row), people, isWhole: (await indexesOf(app.store)).join() === before.join() }
  }))
  expect(left[0]).toMatchObject({ counts: [61, 60, 1, 0, 0], isWhole: true })
  expect(left[1]).toEqual(left[0])
})

test('a first load that is killed leaves a practice in which people are found, and goes on to the same end', async () => {
  const MANY = 3_400
  const address = await freshAddress()
  const begun = await quietPractice(address)
  const before = await indexesOf(begun.app.store)
  const id = await addFirstLoad(begun.app, [putFile(begun.app, 'feed.ndjson', fhirPatients(MANY))])
  await begun.close()
  expect(await importInChild(address, id, 1_000)).not.toContain('ended')

  const after = await quietPractice(address)
  const { patients: p, imports } = after.app.store.read.t
  expect(await indexesOf(after.app.store)).toEqual(before)
  const written = await after.app.store.read.$count(p)
  expect(written).toBeGreaterThanOrEqual(1_000)
  expect(written).toBeLessThan(MANY)
  expect(await after.app.store.read.$count(p, eq(p.familyKey, 'family7'))).toBeGreaterThan(9)
  await after.close()
  expect(await importInChild(address, id, null)).toContain('ended done')

  const ended = await quietPractice(address)
  onTestFinished(ended.close)
  const [row] = await ended.app.store.read.select().from(imports).where(eq(imports.id, id))
  expect([countsOf(row ?? null), await ended.app.store.read.$count(p)]).toEqual([[MANY, MANY, 0, 0, 0], MANY])
  expect(await indexesOf(ended.app.store)).toEqual(before)
}, 60_000)

async function addFirstLoad(app: App, paths: string[]): Promise<string> {
  const files = await filesInOrder(paths)
  const siteId = await firstSite(app)
  return app.store.tx((w) => addImport(w, app, { source: 'test-feed', kind: 'fhir', siteId, mapping: null, dryRun: false, initial: true, startedBy: 'system' }, files))
}

type Case = [sentence: string, run: () => Promise<void>]
const sqlite: Case[] = [
  ['a storage that a first load left without indexes has them again when it is opened', async () => {
    const address = await freshAddress()
    const store = await openStore(address)
    const before = await indexesOf(store)
    await setIndexesAside(store)
    expect((await indexesOf(store)).length).toBeLessThan(before.length - 8)
    await store.close()
    const again = await openStore(address)
    onTestFinished(() => again.close())
    expect(await indexesOf(again)).toEqual(before)
    expect(await again.raw(`select name from sqlite_master where name = 'indexes_aside'`)).toEqual([])
  }],
]

test.each(engineOfLeg() === 'sqlite' ? sqlite : [])('%s', (_sentence, run) => run())
