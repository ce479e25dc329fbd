import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedPractice } from '#seed/main.ts'
import { accessOfOne } from '#db/access-facts.ts'
import { resultsById } from '#db/result-facts.ts'
import type { Store } from '#db/store.ts'
import { itemOfResult, previewOf, visibilityOf } from '#server/results/viewers.ts'
import { freshStore } from '#test/support/database.ts'

const NOW = Date.UTC(2026, 10, 24, 15, 42)
let store: Store
beforeAll(async () => {
  store = await freshStore()
  await seedPractice({
    store, mode: 'demo', at: NOW, timeZone: 'America/New_York', newId: () => 'unused',
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

test('what a screen shows of who sees a result is what the portal is answered, for every viewer and every result of the demo', async () => {
  const db = store.read
  const known = await resultsById(db, (await db.select({ id: db.t.results.id }).from(db.t.results)).map((row) => row.id))
  let pairs = 0
  for (const [id, { row, facts }] of known) {
    const access = await accessOfOne(db, row.patientId)
    for (const shown of previewOf(access, row.portalId, await itemOfResult(db, id), facts, NOW, 'en')) {
      const viewer = shown.viewer === 'patient' ? { kind: 'patient' as const } : { kind: 'proxy' as const, personId: shown.viewer }
      const answer = (await visibilityOf(db, row.patientId, row.portalId, viewer, [id], NOW)).get(id)
      expect({ id, viewer: shown.viewer, visible: shown.visible, code: shown.code }).toEqual({ id, viewer: shown.viewer, visible: answer?.visible, code: answer?.code })
      pairs += 1
    }
  }
  console.log(`preview equals the portal’s answer: ${pairs} pairs of ${known.size} results`)
  expect(pairs).toBeGreaterThanOrEqual(known.size)
})
