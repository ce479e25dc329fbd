import { SECOND, type Instant } from '#domain/time.ts'

/** A request within this long of a key or a click was made because a person acted. */
const ACTED_WITHIN = 2 * SECOND
let lastInputAt: Instant = 0
let lastToldAt: Instant = 0

/** A person pressed a key or a button just now. */
export function noteInput(): void {
  lastInputAt = Date.now()
}

/** Somebody left: what they pressed is not the next person's activity. */
export function forgetInput(): void {
  lastInputAt = 0
  lastToldAt = 0
}

/** Whether a request made now belongs to a person's act and not to a timer or an event. */
export function personActed(): boolean {
  return Date.now() - lastInputAt < ACTED_WITHIN
}

/** The server has been told of a person's activity. */
export function noteTold(): void {
  lastToldAt = Date.now()
}

/** Whether a person acted after the server last heard of it, and `interval` milliseconds have passed since. */
export function owesActivity(interval: number): boolean {
  return lastInputAt > lastToldAt && Date.now() - lastToldAt > interval
}
