import { foldHeader } from '#domain/rosters/fields.ts'
import { isMappingFor, proposeMapping, rosterMappingSchema, type ProposedMapping, type RosterMapping } from '#domain/rosters/mapping.ts'
import { openBytes } from '#server/feeds/file-bytes.ts'
import { recordOfHeadings } from '#server/feeds/read-roster.ts'
import { tableRows, type TableRow } from '#server/feeds/table-rows.ts'

/** Rows of a roster that are looked at before it is imported. */
const PEEKED = 220

export type PeekedTable = { headings: string[]; rows: TableRow[] }

/** A roster's headings and its first rows. Throws FeedUnreadable when no row heads it, or it is not there. */
export async function peekTable(path: string): Promise<PeekedTable> {
  const file = await openBytes(path)
  let rows: TableRow[] = []
  try {
    for await (const some of tableRows(file.bytes)) {
      rows = rows.concat(some)
      if (rows.length >= PEEKED) break
    }
  } catch (error) {
    if (rows.length === 0) throw error
  } finally {
    file.close()
  }
  const heading = recordOfHeadings(rows)
  return {
    headings: rows.find((row) => row.record === heading)?.cells ?? [],
    rows: rows.filter((row) => row.record > heading && row.cells.some((cell) => cell.trim() !== '')),
  }
}

export type Proposal = { mapping: RosterMapping | null; seen: ProposedMapping }

/**
 * How a roster would be read without a word from anybody: a saved mapping for the same headings, else what the headings
 * say. Null where that is not enough. A person looks it over.
 */
export function proposeFor(table: PeekedTable, source: string, saved: readonly { mapping: RosterMapping }[]): Proposal {
  const seen = proposeMapping(table.headings)
  const fitting = saved.find(({ mapping }) => isMappingFor(mapping, table.headings))
  if (fitting) return { mapping: fitting.mapping, seen }
  const proposed = rosterMappingSchema.safeParse({
    headings: table.headings.map(foldHeader), columns: seen.columns, dateOrder: 'month-first', dateSystem: '1900',
    mrnSystem: source, mrnWidth: widthOf(table, seen.columns.indexOf('mrn')),
  })
  return { mapping: proposed.success ? proposed.data : null, seen }
}

/** Share of numbers that are as wide as the widest before shorter ones count as having lost their zeros. Assumption. */
const ENOUGH = 0.6

/** The width to which record numbers are filled up again, where a spreadsheet seems to have taken their leading zeros. */
function widthOf({ rows }: PeekedTable, column: number): number | null {
  const numbers = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => /^\d{1,20}$/.test(text))
  const widest = numbers.reduce((most, text) => Math.max(most, text.length), 0)
  const wide = numbers.filter((text) => text.length === widest).length
  return column >= 0 && numbers.length > 1 && wide < numbers.length && wide >= numbers.length * ENOUGH ? widest : null
}
