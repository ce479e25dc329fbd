import { allow, deny, type Decision } from '#domain/decision.ts'

/** NIST SP 800-63B-4 §3.1.1.2: at least 8 beside a second factor, which nobody here goes without (AU-02, AU-03). */
export const SHORTEST_PASSWORD = 8
/** The same source: at least 15 where the password stands alone, as a patient's on our pages does (AU-03). */
export const SHORTEST_ALONE = 15
/** Assumption: far above the 64 that the same source asks for; keeps hashing bounded. */
export const LONGEST_PASSWORD = 256

export type PasswordFacts = {
  /** As typed. Length is counted in characters of its NFC form, spaces included. */
  password: string
  /** It is on the list of passwords that are guessed first. */
  isCommon: boolean
  /** User name, name, mail address, practice: what anybody here knows. */
  knownWords: readonly string[]
  /** Fewest characters; `SHORTEST_PASSWORD` unless said. */
  shortest?: number
}

/** Whether a person may take this password. No rule about kinds of characters, no forced change (AU-03). */
export function mayTakePassword(facts: PasswordFacts): Decision {
  const characters = [...facts.password.normalize('NFC')]
  if (characters.length < (facts.shortest ?? SHORTEST_PASSWORD)) return deny('PASSWORD_TOO_SHORT')
  if (characters.length > LONGEST_PASSWORD) return deny('PASSWORD_TOO_LONG')
  if (facts.isCommon || new Set(characters).size === 1) return deny('PASSWORD_COMMON')
  const plain = bare(facts.password)
  if (facts.knownWords.some((word) => bare(word) !== '' && bare(word) === plain)) return deny('PASSWORD_NAMES_YOU')
  return allow
}

/** Letters alone, in one case: `Green-Field 2026!` and `greenfield` are one name. */
function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}]/gu, '')
}
