import { setTimeout as pause } from 'node:timers/promises'

/** How long a test may wait for another process or a browser, in milliseconds. A healthy run needs a fraction of it. */
export const PATIENCE = 20_000

/**
 * The value of `promise`, or an error that names `what` when it has not come after `milliseconds`.
 * The promise itself goes on; the caller ends whatever it belongs to.
 */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = pause(milliseconds, undefined, { signal: timer.signal }).then(
    () => { throw new Error(`${what}: nothing after ${milliseconds} ms`) },
    () => new Promise<never>(() => {}),
  )
  try {
    return await Promise.race([promise, late])
  } finally {
    timer.abort()
  }
}

/**
 * Asks `question` again and again until it answers with something other than null, undefined or false.
 * A question that throws counts as not answered yet; its last error is the cause of the final one.
 */
export async function eventually<T>(
  what: string,
  question: () => T | Promise<T>,
  milliseconds = PATIENCE,
): Promise<NonNullable<T>> {
  const end = performance.now() + milliseconds
  let cause: unknown
  while (performance.now() < end) {
    try {
      const answer = await question()
      if (answer !== null && answer !== undefined && answer !== false) return answer
      cause = undefined
    } catch (error) {
      cause = error
    }
    await pause(20)
  }
  throw new Error(`${what}: not so after ${milliseconds} ms`, { cause })
}
