import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { SLICE_MS, slicesBesidePeople } from '#server/feeds/slices.ts'
import { freshAddress } from '#test/support/database.ts'
import { fhirPatients, importFiles, putFile } from '#test/server/feeds/feed-files.ts'
import { quietPractice } from '#test/server/feeds/practice-without-server.ts'

test('slices grow while they are quick, and are halved when one takes longer than five milliseconds', () => {
  const slices = slicesBesidePeople()
  expect(slices.size()).toBe(16)
  for (let n = 0; n < 10; n += 1) slices.took(slices.size(), 1)
  const grown = slices.size()
  expect(grown).toBeGreaterThan(100)
  slices.took(grown, 4)
  expect(slices.size()).toBe(grown)
  slices.took(grown, SLICE_MS + 1)
  expect(slices.size()).toBe(Math.floor(grown / 2))
  for (let n = 0; n < 99; n += 1) slices.took(slices.size(), 50)
  expect(slices.size()).toBe(16)
  for (let n = 0; n < 99; n += 1) slices.took(slices.size(), 0)
  expect(slices.size()).toBe(1_000)
})

test('while an import runs, whoever writes waits for one slice at most', async () => {
  const { app, close } = await quietPractice(await freshAddress())
  onTestFinished(close)
  let slices = 0
  let over = false
  const importing = importFiles(app, [putFile(app, 'feed.ndjson', fhirPatients(3_000))], {}, { onSlice: () => { slices += 1 } }).finally(() => { over = true })
  const waited: number[] = []
  const { practice } = app.store.read.t
  while (!over) {
    const before = slices
    await app.store.tx(async (w) => void await w.update(w.t.practice).set({ name: `Practice ${waited.length}` }).where(eq(practice.id, 'practice')))
    if (before > 0 && !over) waited.push(slices - before)
    await new Promise((resolve) => { setImmediate(resolve) })
  }
  const { row } = await importing
  expect(row?.created).toBe(3_000)
  expect(waited.length).toBeGreaterThan(5)
  if (app.store.engine === 'sqlite') expect(Math.max(...waited)).toBeLessThanOrEqual(2)
})
