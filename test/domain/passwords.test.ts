import { describe, expect, test } from 'vitest'
import { LONGEST_PASSWORD, mayTakePassword, SHORTEST_PASSWORD } from '#domain/passwords.ts'

const take = (password: string, more: { isCommon?: boolean; knownWords?: string[] } = {}) => mayTakePassword({ password, isCommon: false, knownWords: [], ...more })

describe('AU-03: what a password must be', () => {
  test('eight characters beside a second factor, and 256 at most', () => {
    expect([SHORTEST_PASSWORD, LONGEST_PASSWORD]).toEqual([8, 256])
    expect(take('sevench')).toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
    expect(take('eightch!')).toEqual({ allowed: true })
    expect(take('ab'.repeat(128))).toEqual({ allowed: true })
    expect(take(`${'ab'.repeat(128)}c`)).toMatchObject({ code: 'PASSWORD_TOO_LONG' })
  })

  test('a character is what people see as one: marks composed or not, letters of any script, one emoji', () => {
    expect(take('e\u0301'.repeat(7) + 'x')).toEqual({ allowed: true })
    expect(take('e\u0301a\u0301'.repeat(3) + 'x')).toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
    expect(take('🚲🚲🚲🚲🚲🚲🚪')).toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
    expect(take('長い合言葉をここに')).toEqual({ allowed: true })
  })

  test('no rule about kinds of characters', () => {
    for (const password of ['alllowercase', 'ALLUPPERCASE', '98237461', 'with some spaces', '!!??!!??']) expect(take(password)).toEqual({ allowed: true })
  })

  test('not one that is guessed first, not one character over and over', () => {
    expect(take('trustno1trust', { isCommon: true })).toMatchObject({ code: 'PASSWORD_COMMON' })
    expect(take('zzzzzzzzzzzz')).toMatchObject({ code: 'PASSWORD_COMMON' })
  })

  test('not a name that everybody here knows, however it is dressed up; a name among other words will do', () => {
    const knownWords = ['Ana Ruiz', 'ana.ruiz@example.org', 'Harbor Practice', '']
    for (const password of ['AnaRuiz-2026', 'ana_ruiz!!', 'HARBOR practice 1', 'anaruizexampleorg']) {
      expect(take(password, { knownWords })).toMatchObject({ code: 'PASSWORD_NAMES_YOU' })
    }
    expect(take('ana ruiz likes harbors', { knownWords })).toEqual({ allowed: true })
    expect(take('12345-67890-1', { knownWords })).toEqual({ allowed: true })
  })
})
