import { cleanName, type NameParts } from '#domain/names.ts'
import { isDoubtfulName, isNoName } from '#domain/rosters/cells.ts'
import type { RosterField } from '#domain/rosters/fields.ts'
import { refusedRow, type RosterNote, type RosterRefusal } from '#domain/rosters/row-report.ts'
import type { NeededCell } from '#domain/rosters/row-reader.ts'

/** Longest part of a name that is taken, as for other feeds. */
const LONGEST = 200
const nameFields = ['whole-name', 'family', 'given', 'middle', 'used-given'] as const
type NameField = (typeof nameFields)[number]

/** Words that belong to the family name that follows them. */
const particles = new Set(['de', 'del', 'la', 'las', 'los', 'da', 'do', 'dos', 'das', 'di', 'van', 'von', 'der', 'den', 'ter', 'ten', 'le', 'el', 'al', 'bin', 'ibn', 'st', 'san', 'santa'])

/**
 * The names of a row. "Null", "Na" and "None" are names here; somebody with one name only has it as family name, as in
 * other feeds. A middle name follows the given one. A whole name in one cell is cut at its comma, else before its last
 * word and the particles that belong to it.
 */
export function rosterNamesOf(read: (field: RosterField) => NeededCell): (NameParts & { notes: RosterNote[] }) | RosterRefusal {
  const texts: Record<NameField, string> = { 'whole-name': '', family: '', given: '', middle: '', 'used-given': '' }
  const notes: RosterNote[] = []
  for (const field of nameFields) {
    const cell = read(field)
    if ('fault' in cell) return refusedRow(cell.fault, field)
    const name = isNoName(cell.text) ? '' : cleanName(cell.text)
    if (name === null) return refusedRow('NAME_HAS_CONTROL_CHARACTERS', field)
    if (name.length > LONGEST) return refusedRow('NAME_TOO_LONG', field)
    if (isDoubtfulName(cell.text)) notes.push({ field, code: 'NAME_DOUBTFUL' })
    texts[field] = name
  }
  const whole = splitWhole(texts['whole-name'])
  if (whole.isGuessed) notes.push({ field: 'whole-name', code: 'NAME_SPLIT' })
  const family = texts.family || whole.family
  const given = [texts.given || whole.given, texts.middle].filter((part) => part !== '').join(' ')
  if (family === '' && given === '') return refusedRow('NAME_MISSING', 'family')
  const used = texts['used-given']
  return {
    legalFamily: family === '' ? given : family,
    legalGiven: family === '' ? '' : given,
    usedGiven: used === '' || used === given || used === texts.given ? null : used,
    notes,
  }
}

function splitWhole(name: string): { family: string; given: string; isGuessed: boolean } {
  const [family = '', ...given] = name.split(/\s*,\s*/)
  if (given.length > 0) return { family, given: given.join(' ').trim(), isGuessed: false }
  const words = name.split(' ').filter((word) => word !== '')
  let cut = words.length - 1
  while (cut > 1 && particles.has((words[cut - 1] ?? '').toLowerCase().replace(/\.$/, ''))) cut -= 1
  return { family: words.slice(Math.max(cut, 0)).join(' '), given: words.slice(0, Math.max(cut, 0)).join(' '), isGuessed: words.length > 1 }
}
