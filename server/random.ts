import { randomBytes, randomUUID } from 'node:crypto'

/** The one source of randomness, injected like the clock. */
export type Random = {
  id: () => string
  bytes: (count: number) => Buffer
}

export const systemRandom: Random = { id: () => randomUUID(), bytes: (count) => randomBytes(count) }
