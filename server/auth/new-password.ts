import { refusalOf } from '#domain/reasons.ts'
import { mayTakePassword } from '#domain/passwords.ts'
import type { Language } from '#domain/reasons/text.ts'
import { isCommonPassword } from '#server/auth/common-passwords.ts'

/** A sentence against the password that a person wants to take, or null when it will do (AU-03). */
export function faultOfNewPassword(password: string, knownWords: readonly string[], language: Language): string | null {
  const decision = mayTakePassword({ password, isCommon: isCommonPassword(password), knownWords })
  if (decision.allowed) return null
  const { message, next } = refusalOf(decision.code, language)
  return `${message} ${next}`
}
