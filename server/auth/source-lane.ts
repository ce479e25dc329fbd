const MOST_WAITING = 20

/** A queue for each busy source: one try at a time, so that guessing there cannot take the machine from everybody. */
export type SourceLanes = {
  /** Runs the work in its turn; null when too many wait already. */
  inTurn: <T>(source: string, work: () => Promise<T>) => Promise<T | null>
}

export function makeSourceLanes(): SourceLanes {
  const lanes = new Map<string, { last: Promise<unknown>; waiting: number }>()
  return {
    inTurn: async (source, work) => {
      const lane = lanes.get(source) ?? { last: Promise.resolve(), waiting: 0 }
      if (lane.waiting >= MOST_WAITING) return null
      lane.waiting += 1
      lanes.set(source, lane)
      const mine = lane.last.then(work)
      lane.last = mine.catch(() => undefined)
      try {
        return await mine
      } finally {
        lane.waiting -= 1
        if (lane.waiting === 0) lanes.delete(source)
      }
    },
  }
}
