import type { PreviewAnswer } from '#domain/contracts/feeds.ts'
import { rosterFields, foldHeader, type RosterField } from '#domain/rosters/fields.ts'
import type { RosterMapping } from '#domain/rosters/mapping.ts'

const isField = (column: string | null): column is RosterField => rosterFields.some((field) => field === column)

/** What the server would read the roster with; where it cannot say, what the headings seem to name, for a person to complete. */
export function mappingOf(table: NonNullable<PreviewAnswer['table']>, source: string): RosterMapping {
  return table.mapping ?? {
    headings: table.headings.map(foldHeader),
    columns: table.columns.map((column) => (isField(column) ? column : null)),
    dateOrder: 'month-first',
    dateSystem: '1900',
    mrnSystem: source,
    mrnWidth: null,
  }
}
