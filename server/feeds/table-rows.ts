import { parse, type CsvError, type Parser } from 'csv-parse'
import { sniffDelimiter } from '#domain/rosters/delimiter.ts'
import { FeedUnreadable } from '#server/feeds/items.ts'
import { asUtf8, SNIFFED_BYTES } from '#server/feeds/roster-text.ts'

/** A row of a table: its cells, the line where it begins, and its number in the file, both counted from 1. */
export type TableRow = { cells: string[]; line: number; record: number }

const MOST_OF_A_ROW = 1024 * 1024

/**
 * The rows of a spreadsheet's text file, as many at a time as came with some bytes; headings and empty rows are rows too.
 * Encoding, delimiter and ends of lines are read off the first bytes. Quoted cells may hold line breaks.
 */
export async function* tableRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<TableRow[]> {
  const reader = new RowCollector()
  let parser: Parser | null = null
  let head: Buffer = Buffer.alloc(0)
  for await (const chunk of asUtf8(bytes)) {
    if (!parser) {
      head = Buffer.concat([head, chunk])
      if (head.length < SNIFFED_BYTES / 2) continue
    }
    const isFirst = parser === null
    parser ??= parserFor(head, reader)
    await reader.write(parser, isFirst ? head : chunk)
    yield reader.take()
    reader.throwFault()
  }
  if (!parser) {
    parser = parserFor(head, reader)
    await reader.write(parser, head)
  }
  await reader.end(parser)
  yield reader.take()
  reader.throwFault()
}

function parserFor(head: Buffer, reader: RowCollector): Parser {
  const text = head.toString('utf8')
  const { delimiter, linesToSkip } = sniffDelimiter(text)
  reader.skipLines(linesToSkip)
  return parse({
    delimiter, record_delimiter: endsOfLines(text), from_line: linesToSkip + 1, relax_column_count: true, relax_quotes: true,
    max_record_size: MOST_OF_A_ROW, on_record: (cells: string[]) => reader.add(cells),
  })
}

/** Which ends of lines a text has. One alone is the quick way. */
function endsOfLines(text: string): string[] {
  const windows = text.includes('\r\n')
  const lines = /(^|[^\r])\n/.test(text)
  if (windows && lines) return ['\r\n', '\n']
  if (windows) return ['\r\n']
  return lines || !text.includes('\r') ? ['\n'] : ['\r']
}

/** Takes the rows from the parser the moment they are whole, so that none is lost when a later one is broken. */
class RowCollector {
  #rows: TableRow[] = []
  #line = 1
  #record = 1
  #fault: CsvError | null = null

  skipLines(count: number): void {
    this.#line += count
    this.#record += count
  }

  add(cells: string[]): null {
    this.#rows.push({ cells, line: this.#line, record: this.#record })
    this.#record += 1
    this.#line += 1
    for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) this.#line += cell.split(/\r\n|\r|\n/).length - 1
    return null
  }

  take(): TableRow[] {
    return this.#rows.splice(0)
  }

  write(parser: Parser, bytes: Buffer): Promise<void> {
    if (parser.listenerCount('error') === 0) parser.on('error', (error) => { this.#fault ??= error as CsvError }).resume()
    return new Promise((resolve) => { parser.write(bytes, () => resolve()) })
  }

  async end(parser: Parser): Promise<void> {
    if (!this.#fault) await new Promise<void>((resolve) => { parser.once('error', () => resolve()).end(() => resolve()) })
  }

  throwFault(): void {
    if (!this.#fault) return
    const { code } = this.#fault
    const isOpenQuote = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    throw isOpenQuote ? new FeedUnreadable('ROSTER_QUOTE_OPEN', { line: this.#line }) : new FeedUnreadable('IMPORT_UNREADABLE')
  }
}
