import { mailboxKey } from '#domain/mailbox.ts'

/** Country calling code that a number without one is taken to have: these portals serve patients in the United States. */
const HOME_COUNTRY = '1'

/**
 * A phone number as E.164 writes it, whatever its dots, brackets and spaces: `+15551234567`. Ten digits, or eleven that
 * begin with 1, are North American; a number written with `+` or `00` keeps its country. Null when there are too few or
 * too many digits to be one (R10: phone formats do not make two numbers of one).
 */
export function phoneKey(number: string): string | null {
  const plain = number.normalize('NFKC').trim().replace(/(?:ext\.?|x|#)\s*\d+\s*$/i, '')
  const digits = plain.replace(/\D/g, '')
  if (/^\s*\+/.test(plain)) return isLong(digits) ? `+${digits}` : null
  if (digits.startsWith('00')) return isLong(digits.slice(2)) ? `+${digits.slice(2)}` : null
  if (digits.length === 10) return `+${HOME_COUNTRY}${digits}`
  if (digits.length === 11 && digits.startsWith(HOME_COUNTRY)) return `+${digits}`
  return null
}

function isLong(digits: string): boolean {
  return digits.length >= 8 && digits.length <= 15
}

/** The mailbox or line that a contact reaches, for telling whether two people share it; its bare digits where it is no number. */
export function reachKey(kind: 'phone' | 'email', value: string): string {
  return kind === 'email' ? mailboxKey(value) : phoneKey(value) ?? `#${value.replace(/\D/g, '')}`
}
