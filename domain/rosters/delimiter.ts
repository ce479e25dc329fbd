export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** What parts the cells of a file, and how many of its first lines say only that (`sep=;`, which Excel writes and hides). */
export type SniffedDelimiter = { delimiter: Delimiter; linesToSkip: 0 | 1; columns: number }

const ROWS = 20
/** Share of rows that must be equally wide before a delimiter counts as one. A list's title lines are not. */
const ENOUGH = 0.7

/**
 * The delimiter of a file by its first rows: of those by which most rows are equally wide, the one that makes them
 * widest. Quoted cells may hold delimiters and line breaks. A file of one column answers with a comma.
 */
export function sniffDelimiter(text: string): SniffedDelimiter {
  const said = /^\ufeff?"?sep=([,;|\t])"?\r?\n/i.exec(text)
  const delimiter = delimiters.find((each) => each === said?.[1])
  const body = text.slice(said?.[0].length ?? 0)
  if (delimiter) return { delimiter, linesToSkip: 1, columns: widthsOf(body, delimiter)[0] ?? 0 }
  const found = delimiters.map((each) => ({ delimiter: each, columns: commonWidth(widthsOf(body, each)) }))
  const widest = found.reduce((a, b) => (b.columns > a.columns ? b : a))
  return { delimiter: widest.delimiter, linesToSkip: 0, columns: widest.columns }
}

/** The width that enough of the rows share; 1 where they do not. */
function commonWidth(widths: readonly number[]): number {
  const common = widths.find((width) => widths.filter((other) => other === width).length >= widths.length * ENOUGH)
  return common ?? 1
}

/** Number of cells in each of the first whole rows; empty rows are left out, and so is a last one that may be cut off. */
function widthsOf(text: string, delimiter: Delimiter): number[] {
  const widths: number[] = []
  let row = newRow()
  for (const sign of text) {
    if (widths.length === ROWS) return widths
    const isBreak = (sign === '\n' || sign === '\r') && row.quote !== 'open'
    if (isBreak && !row.isEmpty) widths.push(row.cells)
    row = isBreak ? newRow() : nextOf(row, sign, delimiter)
  }
  return widths.length === 0 && !row.isEmpty ? [row.cells] : widths
}

type Row = { cells: number; isEmpty: boolean; isCellStart: boolean; quote: 'none' | 'open' | 'closed' }

function newRow(): Row {
  return { cells: 1, isEmpty: true, isCellStart: true, quote: 'none' }
}

/** A quote opens a cell only at its start; one more right after the closing quote opens it again. */
function nextOf(row: Row, sign: string, delimiter: Delimiter): Row {
  const inside = { ...row, isEmpty: false, isCellStart: false }
  if (row.quote === 'open') return { ...inside, quote: sign === '"' ? 'closed' : 'open' }
  if (sign === '"' && (row.isCellStart || row.quote === 'closed')) return { ...inside, quote: 'open' }
  if (sign === delimiter) return { ...inside, cells: row.cells + 1, isCellStart: true, quote: 'none' }
  return { ...inside, quote: 'none' }
}
