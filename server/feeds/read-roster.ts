import { foldName } from '#domain/names.ts'
import { headerRowOf, type RosterMapping } from '#domain/rosters/mapping.ts'
import { patientFromRow } from '#domain/rosters/row.ts'
import type { NewId } from '#db/new-id.ts'
import { preparePatient } from '#db/new-patient.ts'
import type { FileBytes } from '#server/feeds/file-bytes.ts'
import { FeedUnreadable, type FeedItem, type FeedRow, type ReadOrder } from '#server/feeds/items.ts'
import { tableRows, type TableRow } from '#server/feeds/table-rows.ts'

/** Rows among which the headings are looked for. */
const HEAD_ROWS = 15
const PORTION = 250

/** Reads a roster of patients. A record is a row of the table, headings and empty rows included. */
export async function* readRoster(file: FileBytes, order: ReadOrder, newId: NewId): AsyncGenerator<FeedItem[]> {
  const { mapping } = order
  if (!mapping) throw new FeedUnreadable('IMPORT_MAPPING_NEEDED')
  const rowOf = rosterReader(order, mapping, newId)
  let behind = -1
  let head: TableRow[] = []
  for await (const some of tableRows(file.bytes)) {
    let rows = some
    if (behind < 0) {
      head = head.concat(some)
      if (head.length < HEAD_ROWS) continue
      behind = recordOfHeadings(head)
      rows = head
    }
    yield* itemsOf(rows.filter(({ record }) => record > behind), order.skip, rowOf)
  }
  if (behind < 0) yield* itemsOf(head.filter(({ record }) => record > recordOfHeadings(head)), order.skip, rowOf)
}

function* itemsOf(rows: readonly TableRow[], skip: number, rowOf: (cells: string[]) => FeedRow | null): Generator<FeedItem[]> {
  for (let from = 0; from < rows.length; from += PORTION) {
    yield rows.slice(from, from + PORTION).flatMap(({ cells, line, record }) => {
      const row = record > skip ? rowOf(cells) : null
      return row ? [{ line, record, row }] : []
    })
  }
}

/** The record of the row that heads the table. Throws when no row does: a mapping says which column is which by their headings. */
export function recordOfHeadings(rows: readonly TableRow[]): number {
  const at = headerRowOf(rows.map(({ cells }) => cells))
  const row = at === null ? undefined : rows[at]
  if (!row) throw new FeedUnreadable('ROSTER_WITHOUT_HEADINGS')
  return row.record
}

function rosterReader(order: ReadOrder, mapping: RosterMapping, newId: NewId): (cells: string[]) => FeedRow | null {
  const how = { at: order.scene.at, newId, ...(order.onFileSinceAt === null ? {} : { onFileSinceAt: order.onFileSinceAt }) }
  return (cells) => {
    if (cells.some((cell) => cell.includes('\ufffd'))) return { kind: 'refused', of: 'roster', code: 'FEED_ROW_DAMAGED', facts: {} }
    const row = patientFromRow(cells, mapping, order.scene)
    if ('empty' in row) return null
    if ('refused' in row) return { kind: 'refused', of: 'roster', code: row.refused, facts: { ...row.facts, ...(row.field === null ? {} : { column: row.field }) } }
    const siteId = row.beside.siteName === null ? undefined : order.sites[foldName(row.beside.siteName)]
    return { kind: 'Patient', patient: preparePatient({ facts: row.mapped, siteId: siteId ?? order.siteId }, how) }
  }
}
