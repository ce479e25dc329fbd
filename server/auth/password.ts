import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'

/** argon2id at the OWASP floor of 2026: 19 MiB, 2 passes. Runs off the event loop, and leaves it a core (AU-04). */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const mostAtOnce = Math.max(1, availableParallelism() - 1)
const waiting: (() => void)[] = []
let running = 0

/** Runs the work when fewer hashes than cores are being made: a rush of sign-ins queues, and everything else goes on. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => { waiting.push(resolve) })
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** PHC text of a password, normalised to NFC first. Never truncated, never case-folded (AU-03). */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost))
}

/** Whether the password is the one behind the PHC text. */
export function passwordMatches(phc: string, password: string): Promise<boolean> {
  return inTurn(() => verify(phc, password.normalize('NFC')))
}

/** Whether a stored hash was made at a lower cost than today's and is due for renewal at this sign-in. */
export function hashIsOld(phc: string): boolean {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(phc)
  return !match || Number(match[1]) < cost.memoryCost || Number(match[2]) < cost.timeCost
}
