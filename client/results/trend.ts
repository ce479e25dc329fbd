import type { ValueAnswer } from '#domain/contracts/results.ts'

export type Point = ValueAnswer['trend'][number] & { x: number; y: number; isLast: boolean }
/** Where things are drawn, in percent of the picture; `y` counts from the top. */
export type Drawn = { points: Point[]; low: number | null; high: number | null; band: { top: number; bottom: number } | null }

/** Room above and beneath the values, for their numbers. */
const ROOM = 0.28

/** Places of a trend's points, evenly apart, and of its reference range. Null: nothing to draw. */
export function drawTrend({ trend, low, high }: Pick<ValueAnswer, 'trend' | 'low' | 'high'>): Drawn | null {
  if (trend.length < 2) return null
  const numbers = [...trend.map((one) => one.number), ...(low === null ? [] : [low]), ...(high === null ? [] : [high])]
  const least = Math.min(...numbers)
  const span = Math.max(...numbers) - least || Math.abs(least) || 1
  const [bottom, top] = [least - span * ROOM, least + span * (1 + ROOM)]
  const yOf = (number: number) => ((top - number) / (top - bottom)) * 100
  const points = trend.map((one, place) => ({ ...one, x: 6 + (place / (trend.length - 1)) * 88, y: yOf(one.number), isLast: place === trend.length - 1 }))
  const hasRange = low !== null || high !== null
  return {
    points, low: low === null ? null : yOf(low), high: high === null ? null : yOf(high),
    band: hasRange ? { top: high === null ? 0 : yOf(high), bottom: low === null ? 100 : yOf(low) } : null,
  }
}

/** Which points carry their day beneath: the last always, and as many others as fit. */
export function labelled(count: number, most: number): Set<number> {
  const step = Math.max(1, Math.ceil((count - 1) / Math.max(1, most - 1)))
  return new Set(Array.from({ length: count }, (_, place) => place).filter((place) => (count - 1 - place) % step === 0))
}
