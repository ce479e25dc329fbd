import { hash, verify } from '@node-rs/argon2'

/** argon2id at the OWASP floor of 2026: 19 MiB, 2 passes. Runs off the event loop (AU-04). */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** PHC text of a password, normalised to NFC first. Never truncated, never case-folded (AU-03). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** Whether the password is the one behind the PHC text. */
export function passwordMatches(phc: string, password: string): Promise<boolean> {
  return verify(phc, password.normalize('NFC'))
}

/** Whether a stored hash was made at a lower cost than today's and is due for renewal at this sign-in. */
export function hashIsOld(phc: string): boolean {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(phc)
  return !match || Number(match[1]) < cost.memoryCost || Number(match[2]) < cost.timeCost
}
