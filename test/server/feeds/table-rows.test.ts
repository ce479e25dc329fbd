import { expect, test } from 'vitest'
import { FeedUnreadable } from '#server/feeds/items.ts'
import { tableRows, type TableRow } from '#server/feeds/table-rows.ts'

/** The rows of a file that comes in pieces of some bytes. */
async function rowsOf(content: string | Buffer, piece = 7): Promise<TableRow[]> {
  const bytes = Buffer.from(content)
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece)
  }
  const rows: TableRow[] = []
  for await (const some of tableRows(pieces())) rows.push(...some)
  return rows
}

const table = [['Last Name', 'First Name', 'DOB'], ['Muñoz', 'José', '1/2/80'], ['Ng', 'Wei', '3/4/90']]
const written = (delimiter: string, end: string) => table.map((row) => row.join(delimiter) + end).join('')

test.each([
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${written(',', '\r\n')}`, 'utf8')],
  ['UTF-8 without one', Buffer.from(written(',', '\n'), 'utf8')],
  ['Windows-1252', Buffer.from(written(';', '\r\n'), 'latin1')],
  ['UTF-16, as Excel’s Unicode text', Buffer.from(`\ufeff${written('\t', '\r\n')}`, 'utf16le')],
  ['a Mac’s old ends of lines', Buffer.from(written(',', '\r'), 'utf8')],
  ['a first line that only names the separator', Buffer.from(`sep=;\r\n${written(';', '\r\n')}`, 'utf8')],
])('a roster in %s reads the same', async (_, bytes) => {
  expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual(table)
})

test('what is Windows-1252 shows late, and is read so all the same', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `Ng,Wei ${n},1/1/80\n`).join('')
  const rows = await rowsOf(Buffer.concat([Buffer.from(`Last Name,First Name,DOB\n${many}`), Buffer.from('Muñoz,José,1/2/80\n', 'latin1')]), 65_536)
  expect(rows).toHaveLength(20_002)
  expect(rows.at(-1)).toEqual({ cells: ['Muñoz', 'José', '1/2/80'], line: 20_002, record: 20_002 })
})

test('a letter that is cut in two by the pieces of a file is one letter', async () => {
  for (const piece of [1, 2, 3]) expect((await rowsOf('A,B\nZoë 🌻,Ōe\n', piece))[1]?.cells).toEqual(['Zoë 🌻', 'Ōe'])
})

test('a cell may hold line breaks, quotes and the separator; rows after it keep their line', async () => {
  const rows = await rowsOf('Last Name,First Name,DOB\r\n"Ng","Wei\r\nsecond line, ""quoted""",1/1/80\r\n\r\nLi,Ana,1/1/81\r\n')
  expect(rows.map(({ cells, line, record }) => [line, record, ...cells])).toEqual([
    [1, 1, 'Last Name', 'First Name', 'DOB'], [2, 2, 'Ng', 'Wei\r\nsecond line, "quoted"', '1/1/80'], [4, 3, ''], [5, 4, 'Li', 'Ana', '1/1/81'],
  ])
})

test('a quotation mark that is never closed stops the reading after the rows before it, and its line is named', async () => {
  const rows: TableRow[] = []
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from('Last Name,First Name\nNg,Wei\nLi,"Ana\nDoe,Jo\n')
  }
  const reading = (async () => { for await (const some of tableRows(bytes())) rows.push(...some) })()
  await expect(reading).rejects.toMatchObject({ code: 'ROSTER_QUOTE_OPEN', facts: { line: 3 } })
  await expect(reading).rejects.toBeInstanceOf(FeedUnreadable)
  expect(rows.map(({ cells }) => cells[0])).toEqual(['Last Name', 'Ng'])
})
