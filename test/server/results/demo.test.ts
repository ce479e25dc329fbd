import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedPractice } from '#seed/main.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#test/support/database.ts'

let store: Store
beforeAll(async () => {
  store = await freshStore()
  await seedPractice({
    store, mode: 'demo', at: Date.UTC(2026, 10, 24, 15, 42), timeZone: 'America/New_York', newId: () => 'unused',
    hashPassword: async (password) => `hash of ${password}`, seal: (plain) => `sealed ${plain}`, mailKeyId: 'key',
  })
})
afterAll(() => store.close())

test('the demo practice has results in every group, one corrected, one critical, some of doubtful kind, and earlier ones for a trend', async () => {
  const rows = await store.read.select().from(store.read.t.results)
  expect(new Set(rows.map((row) => row.worklist))).toEqual(new Set(['review', 'order', 'held', 'blocked', null]))
  expect(rows.filter((row) => row.status === 'corrected').length).toBeGreaterThan(0)
  expect(rows.filter((row) => row.critical).length).toBeGreaterThan(0)
  expect(rows.filter((row) => row.doubts !== '').length).toBeGreaterThan(0)
  const values = await store.read.select().from(store.read.t.resultValues)
  expect(Math.max(...[...Map.groupBy(values.filter((one) => one.number !== null), (one) => `${one.patientId} ${one.code}`).values()].map((some) => some.length))).toBeGreaterThanOrEqual(4)
})
