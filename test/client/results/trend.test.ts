import { expect, test } from 'vitest'
import { drawTrend, labelled } from '#client/results/trend.ts'

const point = (number: number, year: number) => ({ at: `${year}-02-01T12:00:00Z`, number, reading: null })

test('a value above its range lies above the band, one within it inside', () => {
  const drawn = drawTrend({ trend: [point(97, 2016), point(105, 2023)], low: null, high: 100 })
  const [within, above] = drawn?.points ?? []
  expect(drawn?.band?.bottom).toBe(100)
  expect(above?.y).toBeLessThan(drawn?.high ?? 0)
  expect(within?.y).toBeGreaterThan(drawn?.high ?? 0)
})

test('a single value has no trend, and a flat one does not divide by nothing', () => {
  expect(drawTrend({ trend: [point(4, 2020)], low: 3, high: 5 })).toBeNull()
  const flat = drawTrend({ trend: [point(0, 2020), point(0, 2021)], low: null, high: null })
  expect(flat?.points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
})

test('the last day is always written, and no more than fit', () => {
  expect([...labelled(4, 5)]).toEqual([0, 1, 2, 3])
  const some = [...labelled(30, 5)]
  expect(some.at(-1)).toBe(29)
  expect(some.length).toBeLessThanOrEqual(5)
})
