import { expect, test } from 'vitest'
import { besideNames, nearSpellings } from '#domain/lookup/near-spellings.ts'

test.each([['smoth', 'smith'], ['simth', 'smith'], ['smth', 'smith'], ['smmith', 'smith'], ['mith', 'smith'], ['xmith', 'smith'], ['msith', 'smith'], ['smit', 'smith']])(
  '%s is one slip from %s', (typed, meant) => expect(nearSpellings(typed)).toContain(meant),
)

test('two slips are too many, and the word itself is no near spelling', () => {
  expect(nearSpellings('smoht')).not.toContain('smith')
  expect(nearSpellings('smith')).not.toContain('smith')
})

test('each spelling once; none for words too short or too long to guess from', () => {
  const spellings = nearSpellings('annan')
  expect(new Set(spellings).size).toBe(spellings.length)
  expect([nearSpellings('li'), nearSpellings('a'.repeat(21))]).toEqual([[], []])
})

test('neighbours that changed places come before other letters, a wrong first letter last', () => {
  const spellings = nearSpellings('simth')
  expect(spellings.indexOf('smith')).toBeLessThan(spellings.indexOf('samth'))
  expect(spellings.indexOf('zimth')).toBeGreaterThan(spellings.indexOf('simthz'))
})

test('beside the words of a name stands what else was typed, as it was typed', () => {
  expect(besideNames(' Jonhs, Abbey 5/30  d533', ['jonhs', 'abbey'])).toEqual(['5/30', 'd533'])
  expect(besideNames("o'brien 1955", ['obrien'])).toEqual(['1955'])
  expect(besideNames('', [])).toEqual([])
})
