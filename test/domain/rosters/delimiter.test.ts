import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delimiters, sniffDelimiter } from '#domain/rosters/delimiter.ts'

describe('what parts the cells of a roster', () => {
  test.each([
    ['commas', 'Last,First,DOB\nGreen,Ann,3/1/04\n', ',', 3],
    ['semicolons', 'Apellido;Nombre;Fecha\r\nGreen;Ann;1/3/04\r\n', ';', 3],
    ['tabs', 'Last\tFirst\nGreen\tAnn\n', '\t', 2],
    ['bars', 'Last|First|MRN\nGreen|Ann|1\n', '|', 3],
    ['semicolons beside commas in the cells', 'Name;City;DOB\nGreen, Ann;Albany, NY;3/1/04\nBrown, Bob;Troy, NY;3/2/04\n', ';', 3],
    ['commas beside quoted semicolons', 'Last,Notes\nGreen,"a;b;c"\nBrown,"d;e;f"\n', ',', 2],
    ['quoted line breaks', 'Last,Address,DOB\nGreen,"1 Main St\nApt 2, left",3/1/04\nBrown,"2 Main St\r\nApt 3",3/2/04\n', ',', 3],
    ['quoted quotes', 'Last;Used\nGreen;"Ann ""Annie; Nan;"" A."\nBrown;"Bob ""Bo; B"""\n', ';', 2],
    ['an inch sign inside a cell', 'Last,Height,City\nGreen,5\'11",Albany\nBrown,6\'0",Troy\n', ',', 3],
    ['title lines above the table', 'Patient list as of 3/1/2024\n\nLast;First;DOB\nGreen;Ann;x\nBrown;Bob;y\nGray;Cy;z\n', ';', 3],
    ['rows of another width here and there', 'Last,First,DOB\nGreen,Ann,x\nBrown,Bob\nGray,Cy,z\nWhite,Di,u\n', ',', 3],
    ['one row without an end', 'Last;First', ';', 2],
    ['a row that is cut off', 'Last,First,DOB\nGreen,Ann,x\nBrown;B;o;b', ',', 3],
    ['one column', 'Last\nGreen\nBrown\n', ',', 1],
    ['nothing', '', ',', 1],
    ['old Macintosh line ends', 'Last;First\rGreen;Ann\rBrown;Bob\r', ';', 2],
    ['empty cells', ',,\nGreen,Ann,\n,,\n', ',', 3],
  ])('%s', (_, text, delimiter, columns) => expect(sniffDelimiter(text)).toEqual({ delimiter, columns, linesToSkip: 0 }))

  test.each(['sep=;\r\nLast;First\r\nGreen,x;Ann,y\r\n', '\ufeffsep=;\nLast;First\n', '"sep=;"\nLast;First\n', 'SEP=;\nLast;First\n'])('Excel’s own line says it: %j', (text) => {
    expect(sniffDelimiter(text)).toEqual({ delimiter: ';', columns: 2, linesToSkip: 1 })
  })

  test('rows beyond the first twenty decide nothing', () => {
    expect(sniffDelimiter(`${'a;b\n'.repeat(20)}${'a,b,c,d\n'.repeat(200)}`)).toMatchObject({ delimiter: ';', columns: 2 })
  })

  test('any table that quotes what must be quoted is known by its delimiter', () => {
    const cell = fc.oneof(fc.constantFrom('Green', 'Ann', '3/1/04', ''), fc.string({ unit: 'grapheme', maxLength: 8 }))
    const table = fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }))
    const other = /[",;|\t\r\n]/
    fc.assert(fc.property(table, fc.constantFrom(...delimiters), (rows, delimiter) => {
      const text = rows.map((row) => row.map((one) => (other.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(delimiter)).join('\n')
      expect(sniffDelimiter(`${text}\n`)).toEqual({ delimiter, columns: rows[0]?.length, linesToSkip: 0 })
    }))
  })
})
