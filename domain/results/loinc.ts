/** What a code says about itself: a LOINC code that can be one, something written in its place, or another system's code. */
export type CodeForm = 'loinc' | 'malformed' | 'other-system' | 'none'

const loincSystems = new Set(['http://loinc.org', 'loinc', 'ln', 'lnc', 'urn:oid:2.16.840.1.113883.6.1', '2.16.840.1.113883.6.1'])

/** Whether a text has the form of a LOINC code and the check digit that belongs to it (mod 10, as loinc.org describes). */
export function isLoinc(code: string): boolean {
  const parts = /^(\d{1,7})-(\d)$/.exec(code)
  if (!parts) return false
  const digits = (parts[1] ?? '').split('').toReversed()
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10 === Number(parts[2])
}

/** The form of one coding. A code without a system is trusted only if it can be LOINC. */
export function formOf(coding: { system: string | null; code: string | null }): CodeForm {
  const code = coding.code?.trim() ?? ''
  if (code === '') return 'none'
  const system = coding.system?.trim().toLowerCase() ?? ''
  if (loincSystems.has(system)) return isLoinc(code) ? 'loinc' : 'malformed'
  if (system === '') return isLoinc(code) ? 'loinc' : 'other-system'
  return 'other-system'
}
