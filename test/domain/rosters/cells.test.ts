import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf, isDoubtfulName, isNoName, restoredNumber, saysNothing } from '#domain/rosters/cells.ts'
import { birthSexOf, genderOf, languageOf, yesOrNo } from '#domain/rosters/cell-words.ts'

describe('what stands in a cell', () => {
  test.each([
    ['  Green ', 'Green'], ['\u00a0Green\u00a0Ann\u202f', 'Green Ann'], ['Ann\n\nMarie', 'Ann Marie'], ['Ann  Marie', 'Ann Marie'], ['\ufeffGre\u00aden\u200b', 'Green'], ['', ''],
    ['="00123"', '00123'], ["'00123", '00123'], ['=""', ''], ["'Abd", "'Abd"], ["O'Brien", "O'Brien"], ['-', '-'], ['--', '--'],
    ['+1 914 555 0123', '+1 914 555 0123'], ['-5', '-5'], ['@home', '@home'], ['a=b', 'a=b'], ['3/1/04', '3/1/04'], ['#12', '#12'], ['+52 55', '+52 55'], ['-Ana', '-Ana'],
  ])('%j is %j', (raw, text) => expect(cellOf(raw)).toEqual({ text }))

  test.each(['=A1', '=1+1', '=HYPERLINK("http://x","y")', '＝1+1', '@SUM(A1:A9)', '+SUM(A1)', '-CONCAT(A1)', '+A1+B2', '-A1', '@A1', ' =cmd|x', '=', '+$A$1', "=\"a\"&\"b\"", '@Sheet1!A1'])(
    '%s is a formula and not taken', (raw) => expect(cellOf(raw)).toEqual({ fault: 'formula' }),
  )

  test.each(['#N/A', '#n/a', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#¡REF!', '#N/D', '#####', '########'])(
    '%s is what a spreadsheet writes where there is nothing', (raw) => expect(cellOf(raw)).toEqual({ fault: 'error' }),
  )

  test('whatever is in a cell, its text begins and ends with a sign that shows', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
      const cell = cellOf(raw)
      if ('text' in cell) expect(cell.text).toBe(cell.text.trim())
    }))
  })
})

describe('nothing, and people whose name is a word for nothing', () => {
  test.each(['', '-', '--', '—', '.', '?', '***', 'N/A', 'n/a', 'NA', 'null', 'NULL', 'None', 'unknown', 'Not provided', 'Sin datos', '(blank)', 'Desconocido'])('"%s" says nothing', (text) => {
    expect(saysNothing(text)).toBe(true)
  })

  test.each(['Albany', '0', 'no', 'Nan Lee', 'Null Island', '12'])('"%s" says something', (text) => expect(saysNothing(text)).toBe(false))

  test.each([['Null', true], ['NA', true], ['None', true], ['Unknown', true], ['FNU', true], ['LNU', true], ['Test', true], ['XX', true], ['Green', false], ['Nullmann', false], ['', false], ['N/A', false]])(
    'the name "%s" is looked at: %s', (text, isDoubtful) => expect(isDoubtfulName(text)).toBe(isDoubtful),
  )

  test.each([['', true], ['-', true], ['..', true], ['N/A', true], ['n/d', true], ['Null', false], ['NA', false], ['None', false], ['Na', false], ['李', false]])('the name "%s" is none: %s', (text, isNone) => {
    expect(isNoName(text)).toBe(isNone)
  })
})

describe('a number that a spreadsheet took for one', () => {
  test.each([
    ['123', 8, '00000123'], ['12345678', 8, '12345678'], ['123456789', 8, '123456789'], ['123.0', 5, '00123'], ['123,00', 5, '00123'], ['M123', 8, 'M123'], ['123', null, '123'], ['00123', null, '00123'],
    ['1.5', null, '1.5'], ['1.23457E+11', null, null], ['1,23457E+11', 12, null], ['1e5', null, null], ['12-345', 8, '12-345'], ['', 3, ''],
  ])('%s of %s digits is %s', (text, width, expected) => expect(restoredNumber(text, width)).toBe(expected))

  test('zeros that a spreadsheet took away come back', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{8}$/), (number) => {
      expect(restoredNumber(String(Number(number)), 8)).toBe(number)
    }))
  })
})

describe('words of a roster', () => {
  test.each([
    ['F', 'F'], ['female', 'F'], ['Femenino', 'F'], ['MUJER', 'F'], ['M', 'M'], ['Male', 'M'], ['Varón', 'M'], ['hombre', 'M'], ['U', 'UNK'], ['Unknown', 'UNK'], ['', null], ['N/A', null],
  ])('sex at birth %s is %s', (text, value) => expect(birthSexOf(text)).toEqual({ value }))

  test.each([['F', 'female'], ['Masculino', 'male'], ['X', 'other'], ['Non-binary', 'other'], ['otro', 'other'], ['unk', 'unknown'], ['-', null]])('gender %s is %s', (text, value) => {
    expect(genderOf(text)).toEqual({ value })
  })

  test.each([['Y', true], ['Yes', true], ['sí', true], ['TRUE', true], ['1', true], ['x', true], ['N', false], ['No', false], ['FALSO', false], ['0', false], ['', null], ['unknown', null]])('%s is %s', (text, value) => {
    expect(yesOrNo(text)).toEqual({ value })
  })

  test.each([
    ['English', 'en'], ['ENG', 'en'], ['en', 'en'], ['Inglés', 'en'], ['Spanish', 'es'], ['Español', 'es'], ['spa', 'es'], ['Spanish; Castilian', 'es'], ['English (United States)', 'en'], ['es-MX', 'es-MX'],
    ['EN_us', 'en-US'], ['Chinese', 'zh'], ['Haitian Creole', 'ht'], ['ASL', 'ase'], ['American Sign Language', 'ase'], ['Ruso', 'ru'], ['none', null], ['', null],
  ])('language %s is %s', (text, value) => expect(languageOf(text)).toEqual({ value }))

  test('a word that is not known is shown to a person, not guessed', () => {
    expect([birthSexOf('Q'), genderOf('Q'), yesOrNo('maybe'), languageOf('Klingon'), languageOf('xx-YY')]).toEqual(Array.from({ length: 5 }, () => ({ unknown: true })))
  })
})
