import type { ThreadState } from '#domain/messages/words.ts'

/** The facts of a thread that are counted. */
export type CountedThread = {
  queueId: string; portalId: string; siteId: string; state: string; assigneeId: string | null; flagged: boolean; rank: number
  bucket: string | null; targetHour: number
}
export type CountKey = { queueId: string; portalId: string; siteId: string; state: ThreadState; assigneeId: string; flagged: number; rank: number }
/** What is added to which counter, so that sums are always those of the threads. */
export type TallyChange = {
  counts: Map<string, CountKey & { n: number }>
  buckets: Map<string, number>
  personHours: Map<string, { assigneeId: string; targetHour: number; queueId: string; n: number }>
}

/** What changes in the counters when threads become others; `null` stands for a thread that is not yet there. */
export function tallyChange(pairs: readonly { before: CountedThread | null; after: CountedThread | null }[]): TallyChange {
  const change: TallyChange = { counts: new Map(), buckets: new Map(), personHours: new Map() }
  for (const { before, after } of pairs) {
    if (before) add(change, before, -1)
    if (after) add(change, after, 1)
  }
  return { counts: kept(change.counts, ({ n }) => n), buckets: kept(change.buckets, (n) => n), personHours: kept(change.personHours, ({ n }) => n) }
}

function add({ counts, buckets, personHours }: TallyChange, thread: CountedThread, by: number): void {
  const key = {
    queueId: thread.queueId, portalId: thread.portalId, siteId: thread.siteId, state: thread.state as ThreadState,
    assigneeId: thread.assigneeId ?? '', flagged: thread.flagged ? 1 : 0, rank: thread.rank,
  }
  const name = Object.values(key).join('\u001f')
  counts.set(name, { ...key, n: (counts.get(name)?.n ?? 0) + by })
  if (thread.bucket === null) return
  buckets.set(thread.bucket, (buckets.get(thread.bucket) ?? 0) + by)
  if (thread.assigneeId === null) return
  const hour = { assigneeId: thread.assigneeId, targetHour: thread.targetHour, queueId: thread.queueId }
  const hourName = Object.values(hour).join('\u001f')
  personHours.set(hourName, { ...hour, n: (personHours.get(hourName)?.n ?? 0) + by })
}

/** Without what comes to nothing, in the order of the keys: two writers wait for one another and never both. */
function kept<T>(map: Map<string, T>, count: (value: T) => number): Map<string, T> {
  return new Map([...map].filter(([, value]) => count(value) !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
