/** Spaces of typesetting and the web, and signs that show nothing, as spreadsheets carry them along. */
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r\n]+/g
const unseen = /[\u200b\u2060\ufeff\u00ad]/g
/** What a spreadsheet shows where a formula found nothing. */
const spreadsheetError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|¡REF!|¡VALOR!|¿NOMBRE\?|N\/D|¡NUM!|¡DIV\/0!)$/i
/** Signs alone in which people write that there is nothing. */
const signsOfNothing = /^[-–—._?*/]+$/
const wordsOfNothing = new Set([
  'n/a', 'na', 'n.a.', 'null', 'nil', 'none', 'undefined', 'nan', 'unknown', 'unk', 'not available', 'not provided', 'declined', 'blank', '(blank)', 'empty',
  'n/d', 'nd', 's/d', 'sin dato', 'sin datos', 'ninguno', 'ninguna', 'desconocido', 'no disponible', 'no proporcionado', 'vacío', 'vacio', '(en blanco)',
])

/** What stands in a cell once its spaces are in order; or why nothing can be taken from it. */
export type Cell = { text: string } | { fault: 'formula' | 'error' }

/**
 * A cell's text with single spaces and without signs that show nothing. `="00123"` and `'00123`, by which people make a
 * spreadsheet keep zeros, are read as 00123. A formula is never taken, nor is what a spreadsheet writes where one found
 * nothing, or where a column was too narrow (`#####`).
 */
export function cellOf(raw: string): Cell {
  const text = raw.replace(unseen, '').replace(oddSpaces, ' ').replace(/ {2,}/g, ' ').trim()
  const kept = /^="([^"]*)"$/.exec(text)?.[1] ?? /^'([0-9].*)$/.exec(text)?.[1]
  if (kept !== undefined) return { text: kept.trim() }
  if (spreadsheetError.test(text) || /^#{3,}$/.test(text)) return { fault: 'error' }
  return isFormula(text) ? { fault: 'formula' } : { text }
}

/** An equals sign, or a sign that a spreadsheet takes for one before a function or a reference. Numbers and phones are none. */
function isFormula(text: string): boolean {
  return /^[=＝]/.test(text) || /^[@+-]\s*[A-Za-z]+[A-Za-z0-9.]*\s*[(!]/.test(text) || /^[+@-]\s*\$?[A-Z]{1,3}\$?\d+([+*/:-]|$)/.test(text)
}

/** Whether a cell that is no name holds nothing: it is empty, or says so in English or Spanish. */
export function saysNothing(text: string): boolean {
  return text === '' || signsOfNothing.test(text) || wordsOfNothing.has(text.toLowerCase())
}

/**
 * Whether a name's cell holds nothing. People are called Null, Na, None and Unknown: only an empty cell, signs alone and
 * `N/A` with its stroke are nothing here.
 */
export function isNoName(text: string): boolean {
  return text === '' || signsOfNothing.test(text) || /^n\/[ad]$/i.test(text)
}

/** Whether a name's cell holds a word that elsewhere would mean nothing: somebody should look at it. */
export function isDoubtfulName(text: string): boolean {
  return !isNoName(text) && (wordsOfNothing.has(text.toLowerCase()) || /^(fnu|lnu|nmn|test|x+)$/i.test(text))
}

/**
 * A number as it was before a spreadsheet took it for one: `.0` at the end goes, lost leading zeros come back up to
 * `width` digits. Null where digits are lost for good (1.23457E+11).
 */
export function restoredNumber(text: string, width: number | null): string | null {
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return null
  const whole = /^(\d+)[.,]0+$/.exec(text)?.[1] ?? text
  return width !== null && /^\d+$/.test(whole) ? whole.padStart(width, '0') : whole
}
