import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, displayName, dropDigits, foldName, foldWords } from '#domain/names.ts'

test.each([
  ['Zoë', 'zoe'],
  ['ZOË', 'zoe'],
  ['Zoe\u0308', 'zoe'],
  ["O'Brien", 'obrien'],
  ['O’Brien', 'obrien'],
  ['Smith-Jones', 'smithjones'],
  ['van der Berg', 'vanderberg'],
  ['D’Amore', 'damore'],
  ['Straße', 'strasse'],
  ['Łukasz', 'lukasz'],
  ['Đặng', 'dang'],
  ['Søren', 'soren'],
  ['İnci', 'inci'],
  ['Null', 'null'],
  ['X', 'x'],
  ['李小龙', '李小龙'],
  ['Мария', 'мария'],
  ['Goldner995', 'goldner995'],
])('IN-05: %s is found under %s', (name, key) => {
  expect(foldName(name)).toBe(key)
})

test('IN-05: a name of punctuation alone still has a key', () => {
  expect(foldName('--')).toBe('--')
})

test('IN-05: folding a key changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(foldName(foldName(text))).toBe(foldName(text))
  }))
})

test('IN-05: however a letter is composed, it is stored in one form and folds to one key', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
    expect(cleanName(text.normalize('NFD'))).toBe(cleanName(text.normalize('NFC')))
    expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')))
  }))
})

test('IN-05: signs that turn text around are taken out of a name', () => {
  expect(cleanName('\u202eaniraM\u202c Del\u200b Rio')).toBe('aniraM Del Rio')
})

test('IN-05: joiners that carry meaning in a name stay', () => {
  expect(cleanName('می\u200cنا')).toBe('می\u200cنا')
})

test.each(['A\u0007nna', 'An\nna', 'Anna\u0085B', 'A\ud800b'])('IN-05: a name with a control character or half a character is not taken', (name) => {
  expect(cleanName(name)).toBeNull()
})

test('words are folded one by one and empty ones left out', () => {
  expect(foldWords('  María   José ')).toEqual(['maria', 'jose'])
})

test('the used name is said before the legal one', () => {
  expect(displayName({ legalFamily: 'Rambeau', legalGiven: 'Monica', usedGiven: 'Mo' })).toBe('Mo Rambeau')
  expect(displayName({ legalFamily: 'Rambeau', legalGiven: 'Monica', usedGiven: null })).toBe('Monica Rambeau')
  expect(displayName({ legalFamily: 'Cher', legalGiven: '', usedGiven: null })).toBe('Cher')
})

test('the demo practice drops the digits of synthetic names, and nothing else', () => {
  expect(dropDigits('Goldner995')).toBe('Goldner')
  expect(dropDigits("María Teresa440 O'Conner199")).toBe("María Teresa O'Conner")
})
