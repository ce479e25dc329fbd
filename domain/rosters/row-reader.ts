import type { ContactFacts } from '#domain/feeds/facts.ts'
import { dateOfCell, type DateReading } from '#domain/rosters/cell-dates.ts'
import { emailsOf, phonesOf, withoutRepeats, type CellContacts } from '#domain/rosters/cell-contacts.ts'
import type { Meaning } from '#domain/rosters/cell-words.ts'
import { cellOf, saysNothing } from '#domain/rosters/cells.ts'
import type { RosterField } from '#domain/rosters/fields.ts'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import type { RosterNote } from '#domain/rosters/row-report.ts'
import type { PlainDate } from '#domain/time.ts'

/** The cell of a field that refuses the row when nothing can be taken from it. */
export type NeededCell = { text: string } | { fault: 'ROSTER_CELL_IS_FORMULA' | 'ROSTER_CELL_IS_ERROR' }

/** Reads a row's cells by field. What cannot be used of a cell that is not needed is left out and noted. */
export type RowReader = {
  needed(field: RosterField): NeededCell
  /** Null where the cell says nothing. */
  text(field: RosterField): string | null
  word<T>(field: RosterField, read: (text: string) => Meaning<T>): T | null
  date(field: RosterField, reading: DateReading): PlainDate | null
  contacts(): ContactFacts[]
  notes: RosterNote[]
}

type ContactField = 'phone' | 'mobile-phone' | 'home-phone' | 'work-phone' | 'email'
const contactReaders: Record<ContactField, (text: string) => CellContacts> = {
  'mobile-phone': (text) => phonesOf(text, 'mobile'),
  'home-phone': (text) => phonesOf(text, 'home'),
  phone: (text) => phonesOf(text, null),
  'work-phone': (text) => phonesOf(text, 'work'),
  email: emailsOf,
}
const LONGEST_TEXT = 200

export function openRow(cells: readonly string[], mapping: RosterMapping): RowReader {
  const notes: RosterNote[] = []
  const note = (field: RosterField, code: RosterNote['code']) => {
    notes.push({ field, code })
    return null
  }
  const take = (field: RosterField, raw: string): string | null => {
    const cell = cellOf(raw)
    if ('fault' in cell) return note(field, 'NOT_UNDERSTOOD')
    if (cell.text.length > LONGEST_TEXT) return note(field, 'NOT_UNDERSTOOD')
    return saysNothing(cell.text) ? null : cell.text
  }
  const rawOf = (field: RosterField) => cells[mapping.columns.indexOf(field)] ?? ''
  const text = (field: RosterField) => take(field, rawOf(field))
  return {
    notes,
    needed: (field) => {
      const cell = cellOf(rawOf(field))
      if ('text' in cell) return cell
      return { fault: cell.fault === 'formula' ? 'ROSTER_CELL_IS_FORMULA' : 'ROSTER_CELL_IS_ERROR' }
    },
    text,
    word: (field, read) => {
      const meaning = read(text(field) ?? '')
      return 'unknown' in meaning ? note(field, 'NOT_UNDERSTOOD') : meaning.value
    },
    date: (field, reading) => {
      const written = text(field)
      const day = written === null ? null : dateOfCell(written, reading)
      if (written === null || (day !== null && day.date <= reading.today)) return day?.date ?? null
      return note(field, 'NOT_UNDERSTOOD')
    },
    contacts: () => withoutRepeats(contactFields.flatMap((field) => mapping.columns.flatMap((column, at) => {
      const written = column === field ? take(field, cells[at] ?? '') : null
      if (written === null) return []
      const { contacts, isPartUnused } = contactReaders[field](written)
      if (isPartUnused) note(field, contacts.length > 0 ? 'PART_NOT_USED' : 'NOT_UNDERSTOOD')
      return contacts
    }))),
  }
}

const contactFields = Object.keys(contactReaders) as ContactField[]
