/** ID-04: eight characters that nobody takes for another: no 0 O, 1 I L, 5 S, 8 B, 2 Z, U V; and no A E, so that no word comes of it. */
export const CODE_SIGNS = '34679CDFGHJKMNPQRTWXY'
export const CODE_LENGTH = 8
/** ID-04, ID-05: the fifth wrong try kills it. */
export const MOST_TRIES = 5

/** A code as somebody types it: any case, with the gap or hyphen that it is shown with. Null: it cannot be one. */
export function typedCode(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s\-–—·.]/g, '')
  return plain.length === CODE_LENGTH && [...plain].every((sign) => CODE_SIGNS.includes(sign)) ? plain : null
}

/** A code in two groups, as it is shown and printed. */
export function shownInGroups(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`
}

/**
 * Makes a code of random bytes. 21 signs: a byte counts only below 252, the largest multiple of 21, so that no sign is
 * likelier than another. Throws when there are too few bytes, which 32 of a hash never are in practice.
 */
export function codeFrom(bytes: Uint8Array): string {
  const fair = Math.floor(256 / CODE_SIGNS.length) * CODE_SIGNS.length
  const code = [...bytes].filter((byte) => byte < fair).slice(0, CODE_LENGTH).map((byte) => CODE_SIGNS[byte % CODE_SIGNS.length]).join('')
  if (code.length < CODE_LENGTH) throw new Error('too few bytes for a code')
  return code
}
