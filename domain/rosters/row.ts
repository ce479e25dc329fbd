import type { PatientFacts } from '#domain/feeds/facts.ts'
import { birthDateFault, todayIn, type FeedScene } from '#domain/feeds/fhir-patient.ts'
import { foldName } from '#domain/names.ts'
import { dateOfCell, type CellDate, type DateReading } from '#domain/rosters/cell-dates.ts'
import { birthSexOf, genderOf, languageOf, yesOrNo } from '#domain/rosters/cell-words.ts'
import { restoredNumber, saysNothing } from '#domain/rosters/cells.ts'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import { rosterNamesOf } from '#domain/rosters/row-names.ts'
import { openRow, type RowReader } from '#domain/rosters/row-reader.ts'
import { refusedRow, type RosterNote, type RosterRefusal } from '#domain/rosters/row-report.ts'

/** What a roster says of a patient that the facts of a feed have no place for. */
export type BesideFacts = {
  postalCode: string | null
  /** The site's name as the roster has it; who imports matches it. */
  siteName: string | null
}

/** A row as facts, with what a person should know of it; or why it is not taken; or an empty row. */
export type RosterRow = { mapped: PatientFacts; beside: BesideFacts; notes: RosterNote[] } | RosterRefusal | { empty: true }

const LONGEST_NUMBER = 100
const ZIP_DIGITS = 5

/**
 * A row of a roster as patient facts. What has to be right (name, birth date, record number) refuses the row where it is
 * not; anything else is left out and noted. A row's id in its source is its record number; in a roster without numbers
 * it is name and birth date. Columns that are not mapped are not looked at.
 */
export function patientFromRow(cells: readonly string[], mapping: RosterMapping, scene: FeedScene): RosterRow {
  if (cells.every((cell) => cell.trim() === '')) return { empty: true }
  if (cells.slice(mapping.columns.length).some((cell) => cell.trim() !== '')) {
    return refusedRow('ROSTER_ROW_SHIFTED', null, { cells: cells.length, headings: mapping.columns.length })
  }
  const row = openRow(cells, mapping)
  const names = rosterNamesOf((field) => row.needed(field))
  if ('refused' in names) return names
  const reading: DateReading = { today: todayIn(scene), dateOrder: mapping.dateOrder, dateSystem: mapping.dateSystem }
  const born = birthOf(row, reading)
  if ('refused' in born) return born
  const number = mapping.columns.includes('mrn') ? numberOf(row, mapping.mrnWidth) : null
  if (number !== null && typeof number !== 'string') return number
  const { legalFamily, legalGiven, usedGiven } = names
  const deceasedOn = row.date('deceased-on', reading)
  const mapped: PatientFacts = {
    source: scene.source,
    sourceId: number ?? [born.date, foldName(legalFamily), foldName(legalGiven)].join('|'),
    legalFamily, legalGiven, usedGiven,
    birthDate: born.date,
    sexAtBirth: row.word('sex-at-birth', birthSexOf),
    gender: row.word('gender', genderOf),
    language: row.word('language', languageOf),
    deceased: row.word('deceased', yesOrNo) === true || deceasedOn !== null,
    deceasedOn,
    city: row.text('city'),
    state: stateOf(row.text('state')),
    identifiers: number === null ? [] : [{ kind: 'mrn', system: mapping.mrnSystem, value: number }],
    contacts: row.contacts(),
    pronouns: row.text('pronouns'),
    interpreterNeeded: row.word('interpreter', yesOrNo) === true,
  }
  const beside = besideOf(row)
  if (born.isGuessed) row.notes.push({ field: 'birth-date', code: 'YEAR_GUESSED' })
  return { mapped, beside, notes: [...names.notes, ...row.notes] }
}

function besideOf(row: RowReader): BesideFacts {
  return {
    postalCode: postalCodeOf(row.text('postal-code')),
    siteName: row.text('site'),
  }
}

function birthOf(row: RowReader, reading: DateReading): CellDate | RosterRefusal {
  const cell = row.needed('birth-date')
  if ('fault' in cell) return refusedRow(cell.fault, 'birth-date')
  if (saysNothing(cell.text)) return refusedRow('BIRTH_DATE_MISSING', 'birth-date')
  const day = dateOfCell(cell.text, reading)
  if (day === null) return refusedRow('BIRTH_DATE_NOT_A_DAY', 'birth-date')
  const fault = birthDateFault(day.date, reading.today)
  return fault === null ? day : refusedRow(fault, 'birth-date')
}

/** The record number, with lost zeros given back. */
function numberOf(row: RowReader, width: number | null): string | RosterRefusal {
  const cell = row.needed('mrn')
  if ('fault' in cell) return refusedRow(cell.fault, 'mrn')
  if (saysNothing(cell.text)) return refusedRow('ROSTER_NUMBER_MISSING', 'mrn')
  const number = restoredNumber(cell.text, width)
  if (number === null) return refusedRow('ROSTER_NUMBER_SHORTENED', 'mrn')
  return number.length > LONGEST_NUMBER ? refusedRow('ROSTER_NUMBER_TOO_LONG', 'mrn') : number
}

/** A ZIP code with its lost zeros: five digits, or five and four; another country's code as it stands. */
function postalCodeOf(text: string | null): string | null {
  if (text === null) return null
  const [first = '', last] = text.split('-')
  const isSplit = last !== undefined && /^\d{1,5}$/.test(first) && /^\d{4}$/.test(last)
  if (isSplit) return `${first.padStart(ZIP_DIGITS, '0')}-${last}`
  return restoredNumber(text, /^\d{8,9}$/.test(text) ? ZIP_DIGITS + 4 : ZIP_DIGITS)
}

function stateOf(text: string | null): string | null {
  return text !== null && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text
}
