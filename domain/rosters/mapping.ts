import { z } from 'zod'
import { fieldOf, foldHeader, rosterFields, type RosterField } from '#domain/rosters/fields.ts'

/** Widest table that is read. */
export const MOST_COLUMNS = 200

/** How a roster's columns and cells are read: proposed from the headings, settled by a person, saved for the next file. */
export const rosterMappingSchema = z.strictObject({
  /** The headings as folded by `foldHeader`: a saved mapping is offered for a file that has the same ones. */
  headings: z.array(z.string().max(200)).min(1).max(MOST_COLUMNS),
  /** What each column holds; null: it is not read. */
  columns: z.array(z.enum(rosterFields).nullable()).min(1).max(MOST_COLUMNS),
  /** Order of day and month in written dates. */
  dateOrder: z.enum(['month-first', 'day-first']),
  /** The spreadsheet's first day: 1900 (Excel), 1904 (old Excel for Mac). */
  dateSystem: z.enum(['1900', '1904']),
  /** Who assigned the record numbers. */
  mrnSystem: z.string().min(1).max(200),
  /** Digits of a record number, to give lost leading zeros back; null: numbers are as they stand. */
  mrnWidth: z.int().min(1).max(30).nullable(),
}).refine((mapping) => mapping.headings.length === mapping.columns.length, {
  path: ['columns'],
  message: 'There is one field, or none, for each heading.',
}).refine((mapping) => faultsOf(mapping.columns).length === 0, {
  path: ['columns'],
  message: 'A field has one column, and name and birth date have theirs.',
}).refine((mapping) => mapping.headings.every((heading, at) => fieldOf(heading) !== 'never-kept' || !isRead(mapping.columns[at])), {
  path: ['columns'],
  message: 'Social security, licence and passport numbers are not read.',
})
export type RosterMapping = z.infer<typeof rosterMappingSchema>

/** Fields that several columns may hold. */
const repeatable: readonly RosterField[] = ['phone', 'mobile-phone', 'home-phone', 'work-phone', 'email', 'never-kept']

export type MappingFault = { code: 'NO_NAME' | 'NO_BIRTH_DATE' } | { code: 'TWO_COLUMNS'; field: RosterField }

/** What a mapping lacks before rows can be read; empty: nothing. */
export function faultsOf(columns: readonly (RosterField | null)[]): MappingFault[] {
  const faults: MappingFault[] = rosterFields
    .filter((field) => !repeatable.includes(field) && columns.filter((column) => column === field).length > 1)
    .map((field) => ({ code: 'TWO_COLUMNS', field }))
  if (!columns.includes('family') && !columns.includes('whole-name')) faults.push({ code: 'NO_NAME' })
  if (!columns.includes('birth-date')) faults.push({ code: 'NO_BIRTH_DATE' })
  return faults
}

export type ProposedMapping = {
  columns: (RosterField | null)[]
  /** Columns whose heading says nothing that is known: they are not read unless a person maps them. */
  unmapped: number[]
  /** Columns that say what an earlier one says already: not read. */
  repeated: number[]
  /** Columns with numbers that are never kept: they cannot be mapped. */
  neverKept: number[]
  faults: MappingFault[]
}

/** What each heading seems to name; a person looks it over before anything is read. */
export function proposeMapping(headings: readonly string[]): ProposedMapping {
  const named = headings.map(fieldOf)
  const columns = named.map((field, at) => (field !== null && isRepeated(named, at) ? null : field))
  const whole = columns.indexOf('whole-name')
  const isWholeNeeded = !columns.includes('family') || !columns.includes('given')
  if (whole >= 0 && !isWholeNeeded) columns[whole] = null
  if (whole >= 0 && isWholeNeeded) clear(columns, ['family', 'given', 'middle'])
  return {
    columns,
    unmapped: places(named, (field) => field === null),
    repeated: places(named, (field, at) => field !== null && columns[at] === null),
    neverKept: places(named, (field) => field === 'never-kept'),
    faults: faultsOf(columns),
  }
}

/** Whether a saved mapping was made for a table with these headings, in this order. */
export function isMappingFor(mapping: RosterMapping, headings: readonly string[]): boolean {
  return mapping.headings.length === headings.length && headings.every((heading, at) => foldHeader(heading) === mapping.headings[at])
}

const HEADER_ROWS = 15

/**
 * Which of the first rows heads the table: the first in which two cells or more name fields, among them a name or a
 * birth date. Lists have title lines above. Null: no row does, and a person has to say what the columns hold.
 */
export function headerRowOf(rows: readonly (readonly string[])[]): number | null {
  const at = rows.slice(0, HEADER_ROWS).findIndex((row) => {
    const fields = row.map(fieldOf).filter((field) => field !== null)
    return fields.length >= 2 && fields.some((field) => ['family', 'whole-name', 'birth-date'].includes(field))
  })
  return at < 0 ? null : at
}

function isRead(column: RosterField | null | undefined): boolean {
  return column !== null && column !== undefined && column !== 'never-kept'
}

function isRepeated(named: readonly (RosterField | null)[], at: number): boolean {
  const field = named[at] ?? null
  return field !== null && !repeatable.includes(field) && named.indexOf(field) < at
}

function clear(columns: (RosterField | null)[], fields: readonly RosterField[]): void {
  for (const [at, column] of columns.entries()) if (column !== null && fields.includes(column)) columns[at] = null
}

function places<T>(items: readonly T[], isMeant: (item: T, at: number) => boolean): number[] {
  return items.flatMap((item, at) => (isMeant(item, at) ? [at] : []))
}
