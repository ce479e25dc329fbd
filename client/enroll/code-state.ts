import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import type { Instant } from '#domain/time.ts'

/**
 * What the desk's screen can show of a code. `ready`: none yet. `shown`: here, and it works. `tied`: a phone has it.
 * `elsewhere`: one works, but it was shown once and is not on this screen. `ended`: its time is over. `spent`: too many
 * tries. `used`: the account came of it.
 */
export type CodeState = 'ready' | 'shown' | 'tied' | 'elsewhere' | 'ended' | 'spent' | 'used'

export function codeState(code: EnrollmentAnswer['code'], shown: ShownCode | null, now: Instant): CodeState {
  if (code === null) return 'ready'
  if (code.state === 'spent' || code.state === 'used') return code.state
  if (code.state === 'connected') return 'tied'
  if (code.state === 'ended' || Date.parse(code.endsAt) <= now) return 'ended'
  return shown?.codeId === code.id ? 'shown' : 'elsewhere'
}

/** Eight characters as they are read aloud: two groups of four. */
export function inGroups(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}
