import type { Clock } from '#server/clock.ts'

/** Asks whether one more request fits; gives the seconds to wait when it does not (AV-03). */
export type Limit = (key: string) => number | null

const BURST_SECONDS = 5
const MOST_KEYS = 10_000

/** A bucket for each key: `perSecond` flows in, five seconds' worth may be kept. In memory: it guards this process. */
export function makeLimit(clock: Clock, perSecond: number): Limit {
  const buckets = new Map<string, { left: number; at: number }>()
  const full = perSecond * BURST_SECONDS
  return (key) => {
    const now = clock.now()
    const bucket = buckets.get(key) ?? { left: full, at: now }
    bucket.left = Math.min(full, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    if (buckets.size > MOST_KEYS) buckets.clear()
    buckets.set(key, bucket)
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond))
    bucket.left -= 1
    return null
  }
}
