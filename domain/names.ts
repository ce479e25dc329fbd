/** Marks that a reader of Latin, Greek, Cyrillic, Hebrew or Arabic may leave out; vowel signs of other scripts stay. */
const optionalMarks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g
/** Signs that steer the direction or width of text and show nothing. Joiners stay: they carry meaning in names. */
const invisible = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
/** Letters that no decomposition opens, as people without them type them. */
const spelledOut: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ς: 'σ',
}

/**
 * Text of a person's name as it is stored: NFC, single spaces, without signs that steer direction (IN-05).
 * Null when it holds a control character or half a character: such a row is refused, not mended.
 */
export function cleanName(text: string): string | null {
  if (control.test(text.trim()) || !text.isWellFormed()) return null
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim().normalize('NFC')
}

/**
 * The key by which a name is found and put in order: lower case, without marks, apostrophes, hyphens, spaces and
 * other punctuation, so that "Zoë" is found by "zoe" and "O'Brien-van der Meer" by "obrienvandermeer". A name of
 * punctuation alone keeps it.
 */
export function foldName(name: string): string {
  const key = opened(opened(name).toLowerCase()).replace(/[^\p{L}\p{N}\p{M}]/gu, '').replace(/[ßæœøđðþłħıŋς]/g, (letter) => spelledOut[letter] ?? letter)
  return key === '' ? name.trim().toLowerCase().normalize('NFC') : key
}

/** Letters without what may be left out. */
function opened(text: string): string {
  return text.normalize('NFKD').replace(optionalMarks, '')
}

/** The folded words of what somebody typed; empty ones are left out. */
export function foldWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '').map(foldName)
}

/** A patient's or other person's name in its parts. */
export type NameParts = {
  legalFamily: string; legalGiven: string; usedGiven: string | null
  /** The family name that is used, where it is not the legal one. */
  usedFamily?: string | null
}

/** The name that is said: the used given and family name before the legal ones. */
export function displayName(name: NameParts): string {
  return `${name.usedGiven ?? name.legalGiven} ${name.usedFamily ?? name.legalFamily}`.trim()
}

/** The name on documents. */
export function legalName(name: NameParts): string {
  return `${name.legalGiven} ${name.legalFamily}`.trim()
}

/** "Goldner995" → "Goldner". For the demo practice only: a real feed's names are kept as they come. */
export function dropDigits(name: string): string {
  return name.replace(/\p{Nd}+/gu, '').replace(/\s+/g, ' ').trim()
}
