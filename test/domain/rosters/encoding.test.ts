import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sniffEncoding } from '#domain/rosters/encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const windows = (...bytes: number[]) => Uint8Array.from([...utf8('Last Name;First Name\r\nMu'), ...bytes, ...utf8('oz;Ana\r\n')])
const utf16 = (text: string, isLittle: boolean) => Uint8Array.from([...text].flatMap((sign) => {
  const [high, low] = [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 0xff]
  return isLittle ? [low, high] : [high, low]
}))

describe('the encoding of a roster is read off its first bytes', () => {
  test.each([
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Apellido')]), { encoding: 'utf-8', markBytes: 3, isCertain: true }],
    ['UTF-8 without', utf8('Apellido;Año\nMuñoz;李'), { encoding: 'utf-8', markBytes: 0, isCertain: true }],
    ['Windows-1252', windows(0xf1), { encoding: 'windows-1252', markBytes: 0, isCertain: true }],
    ['Windows-1252 at the very end', Uint8Array.from([0x41, 0xf1]), { encoding: 'utf-8', markBytes: 0, isCertain: true }],
    ['UTF-16 as Excel’s "Unicode text" is', Uint8Array.from([0xff, 0xfe, ...utf16('Apellido\tAño', true)]), { encoding: 'utf-16le', markBytes: 2, isCertain: true }],
    ['UTF-16 the other way round', Uint8Array.from([0xfe, 0xff, ...utf16('Apellido\tAño', false)]), { encoding: 'utf-16be', markBytes: 2, isCertain: true }],
    ['UTF-16 without a mark', utf16('Last Name\tDOB', true), { encoding: 'utf-16le', markBytes: 0, isCertain: false }],
    ['UTF-16 the other way round without a mark', utf16('Last Name\tDOB', false), { encoding: 'utf-16be', markBytes: 0, isCertain: false }],
    ['ASCII, so far', utf8('Last Name,DOB'), { encoding: 'utf-8', markBytes: 0, isCertain: false }],
    ['nothing', new Uint8Array(), { encoding: 'utf-8', markBytes: 0, isCertain: false }],
  ])('%s', (_, bytes, expected) => expect(sniffEncoding(bytes)).toEqual(expected))

  test.each([
    ['an overlong form', [0xc0, 0xaf]], ['an overlong form of three', [0xe0, 0x9f, 0xbf]], ['an overlong form of four', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['half a character pair', [0xed, 0xa0, 0x80]], ['beyond the last character', [0xf4, 0x90, 0x80, 0x80]], ['a lead that is none', [0xf5, 0x80, 0x80, 0x80]],
    ['a follower without a lead', [0x80]], ['a follower without a lead', [0xbf]], ['a lead without a follower', [0xc3, 0x41]], ['a lead with one too few', [0xe2, 0x82, 0x41]], ['a lead followed by a lead', [0xc3, 0xc3]],
  ])('%s is not UTF-8', (_, bytes) => expect(sniffEncoding(windows(...bytes)).encoding).toBe('windows-1252'))

  test.each(['\u0080', '\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{3ffff}', '\u{40000}', '\u{10ffff}'])('the character %j is UTF-8', (character) => {
    expect(sniffEncoding(utf8(`a${character}b`))).toEqual({ encoding: 'utf-8', markBytes: 0, isCertain: true })
  })

  test('any text in UTF-8 is known as such, cut off anywhere', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')), fc.nat(), (text, cut) => {
      const bytes = utf8(text)
      expect(sniffEncoding(bytes.slice(0, cut % (bytes.length + 1))).encoding).toBe('utf-8')
    }))
  })
})
