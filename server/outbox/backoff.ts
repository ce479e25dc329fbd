import { HOUR, MINUTE, SECOND } from '#domain/time.ts'

/** Tries after which a mail is parked: about nine hours of a mail server that answers "later", or breaks off. */
export const MOST_TRIES = 16

/** Milliseconds until the next try after so many: half a minute, doubling up to an hour, a quarter more or less by chance. */
export function waitAfter(tries: number, chance: Buffer): number {
  return jittered(Math.min(HOUR, 30 * SECOND * 2 ** (tries - 1)), chance)
}

/** Milliseconds until a mail server that could not be reached is asked again. Such tries are not held against the mail. */
export function waitForServer(chance: Buffer): number {
  return jittered(MINUTE, chance)
}

function jittered(ms: number, chance: Buffer): number {
  return Math.round(ms * (0.75 + chance.readUInt16BE(0) / 0x1_0000 / 2))
}
