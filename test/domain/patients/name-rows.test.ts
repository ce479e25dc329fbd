import { expect, test } from 'vitest'
import { borneNames, nameRowsOf, shownKeys } from '#domain/patients/name-rows.ts'

const keysOf = (person: Parameters<typeof borneNames>[0]) => nameRowsOf(borneNames(person)).map((row) => `${row.use}: ${row.familyKey}, ${row.givenKey}`)

test('who has one name of one word has no row beside the shown one', () => {
  expect(keysOf({ legalFamily: 'Green', legalGiven: 'Ann', usedGiven: null })).toEqual([])
})

test('every later word of a family or given name has its row, also after an apostrophe or a hyphen', () => {
  expect(keysOf({ legalFamily: 'van der Berg', legalGiven: 'Ann', usedGiven: null })).toEqual(['legal: derberg, ann', 'legal: berg, ann'])
  expect(keysOf({ legalFamily: "O'Brien", legalGiven: 'María José', usedGiven: null })).toEqual(['legal: obrien, jose', 'legal: brien, mariajose', 'legal: brien, jose'])
})

test('the used name is shown and comes first; legal and former names have rows, the former one also with the given name that is used', () => {
  const person = { legalFamily: 'Rambeau', legalGiven: 'Monica', usedGiven: 'Mo', usedFamily: 'Danvers', formerNames: [{ family: 'Old', given: 'Monica' }] }
  expect(borneNames(person).map((name) => name.use)).toEqual(['used', 'legal', 'former'])
  expect(shownKeys(person)).toEqual({ familyKey: 'danvers', givenKey: 'mo', familyHead: 'dan' })
  expect(keysOf(person)).toEqual(['legal: rambeau, monica', 'former: old, monica', 'legal: rambeau, mo', 'former: old, mo'])
})

test('a person of very many names has a bounded number of rows', () => {
  const long = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')
  expect(keysOf({ legalFamily: long, legalGiven: long, usedGiven: null })).toHaveLength(24)
})
