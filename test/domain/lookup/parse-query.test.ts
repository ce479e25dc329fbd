import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_QUERY, MOST_WORDS, parseQuery } from '#domain/lookup/parse-query.ts'
import type { LookupQuery } from '#domain/lookup/query.ts'
import { english, queryOf } from '#test/domain/lookup/build.ts'

const march = { kind: 'on', date: '2004-03-01' } as const
const marchFirst = { kind: 'each-year', month: 3, day: 1 } as const

function parts(text: string): Partial<LookupQuery> {
  const query = queryOf(text)
  return Object.fromEntries(Object.entries(query).filter(([key, value]) =>
    key !== 'kind' && key !== 'otherwise' && value !== null && !(Array.isArray(value) && value.length === 0 && key !== 'birth')))
}

describe('one box takes a name and a birth date in any order', () => {
  test.each([
    ['green 3/1', { names: ['green'], birth: [marchFirst] }],
    ['3/1/04 ang', { names: ['ang'], birth: [march] }],
    ['ángela GREEN 2004-03-01', { names: ['angela', 'green'], birth: [march] }],
    ['1 mar 2004 green', { names: ['green'], birth: [march] }],
    ['green march 1, 2004', { names: ['green'], birth: [march] }],
    ['green 1 de marzo de 2004', { names: ['green'], birth: [march] }],
    ['green, angela mar 1 04', { names: ['green', 'angela'], familyWords: 1, birth: [march] }],
    ['green 3 1 2004', { names: ['green'], birth: [march] }],
    ['green dob 3/1/2004', { names: ['green'], birth: [march] }],
    ['green DOB:3/1/2004', { names: ['green'], birth: [march] }],
    ['1 mar 2004 de la cruz', { names: ['de', 'la', 'cruz'], birth: [march] }],
    ['cruz de 1 mar 2004', { names: ['cruz', 'de'], birth: [march] }],
    ['3/1/2004', { birth: [march] }],
    ['3/1', { birth: [marchFirst] }],
    ['g 3/1/2004', { names: ['g'], birth: [march] }],
    ['green mar 2004', { names: ['green'], birth: [{ kind: 'between', from: '2004-03-01', to: '2004-03-31' }] }],
    ['green mar 04', { names: ['green'], birth: [{ kind: 'each-year', month: 3, day: 4 }, { kind: 'between', from: '2004-03-01', to: '2004-03-31' }] }],
    ['mar 04', { birth: [{ kind: 'each-year', month: 3, day: 4 }] }],
    ['april 3/1/04', { names: ['april'], birth: [march] }],
    ['april 3/1', { names: ['april'], birth: [marchFirst] }],
    ['green 2/30/2004', { names: ['green'], birth: [] }],
    ['green feb 30 2004', { names: ['green'], birth: [] }],
    ['2/30/2004', { birth: [] }],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected))

  test('a month’s name beside a number may be a person’s', () => {
    expect(queryOf('june 1 1980')).toMatchObject({ names: [], birth: [{ date: '1980-06-01' }], otherwise: { names: ['june'], birth: [{ from: '1980-01-01' }], otherwise: null } })
    expect(queryOf('green june 12')).toMatchObject({ names: ['green'], otherwise: { names: ['green', 'june'], birth: null } })
    expect(parts('june 1980')).toMatchObject({ names: ['june'], birth: [{ from: '1980-01-01', to: '1980-12-31' }] })
    expect(queryOf('green 6/12').otherwise).toBeNull()
    expect(queryOf('june green').otherwise).toBeNull()
  })
})

describe('one box takes a name in any script, with or without what may be left out', () => {
  test.each([
    ["O'Brien", { names: ['obrien'] }],
    ['o’brien zoë', { names: ['obrien', 'zoe'] }],
    ['de la Cruz, María José', { names: ['de', 'la', 'cruz', 'maria', 'jose'], familyWords: 3 }],
    ['Smith ,John', { names: ['smith', 'john'], familyWords: 1 }],
    ['smith;john', { names: ['smith', 'john'], familyWords: 1 }],
    ['Smith,', { names: ['smith'] }],
    ['García-López', { names: ['garcialopez'] }],
    ['St. John', { names: ['st', 'john'] }],
    ['李', { names: ['李'] }],
    ['Шевченко', { names: ['шевченко'] }],
    ['null', { names: ['null'] }],
    ['N/A', { names: ['na'] }],
    ['green\tangela\n', { names: ['green', 'angela'] }],
    ['- green -', { names: ['green'] }],
    ['green 3', { names: ['green'] }],
    ['green 12/', { names: ['green'] }],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected))
})

describe('one box takes numbers and addresses', () => {
  test.each([
    ['M0012345', { mrn: 'm0012345' }],
    ['m-0012345 green', { mrn: 'm0012345', names: ['green'] }],
    ['mrn 12345', { mrn: '12345' }], ['MRN:12345', { mrn: '12345' }], ['#12345', { mrn: '12345' }], ['chart # 12-345', { mrn: '12345' }], ['expediente 12345', { mrn: '12345' }],
    ['green #2004', { names: ['green'], mrn: '2004' }],
    ['(914) 555-0123', { phoneTail: '9145550123' }], ['914-555-0123', { phoneTail: '9145550123' }], ['914.555.0123', { phoneTail: '9145550123' }],
    ['914 555 0123', { phoneTail: '9145550123' }], ['+1 914 555 0123', { phoneTail: '9145550123' }], ['1-914-555-0123', { phoneTail: '9145550123' }],
    ['+52 55 1234 5678', { phoneTail: '5512345678' }], ['555-0123', { phoneTail: '5550123' }], ['green 555.0123', { names: ['green'], phoneTail: '5550123' }],
    ['0123', { mrn: '0123', phoneTail: '0123', either: ['mrn', 'phone'] }],
    ['9145550123', { mrn: '9145550123', phoneTail: '9145550123', either: ['mrn', 'phone'] }],
    ['19145550123', { mrn: '19145550123', phoneTail: '9145550123', either: ['mrn', 'phone'] }],
    ['1234567890123456', { mrn: '1234567890123456' }],
    ['2004', { mrn: '2004', phoneTail: '2004', either: ['mrn', 'phone'] }],
    ['green 2004', {
      names: ['green'], birth: [{ kind: 'between', from: '2004-01-01', to: '2004-12-31' }], mrn: '2004', phoneTail: '2004', either: ['birth-date', 'mrn', 'phone'],
    }],
    ['20040301', { birth: [march], mrn: '20040301', phoneTail: '20040301', either: ['birth-date', 'mrn', 'phone'] }],
    ['3/1/2004 0123', { birth: [march], mrn: '0123', phoneTail: '0123', either: ['mrn', 'phone'] }],
    ['mrn 777 0123', { mrn: '777', phoneTail: '0123' }],
    ['M0012345 2004', { mrn: 'm0012345', phoneTail: '2004' }],
    ['914-555-0123 4455', { phoneTail: '9145550123', mrn: '4455' }],
    ['Jane.Doe@Example.org', { email: 'jane.doe@example.org' }],
    ['doe jane@', { names: ['doe'], email: 'jane@' }],
    ['mar 2004 M0012345', { birth: [{ kind: 'between', from: '2004-03-01', to: '2004-03-31' }], mrn: 'm0012345' }],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected))
})

describe('what would have to be looked for in all of the practice is not looked for', () => {
  test.each([
    ['g j', 'letters'], ['3', 'digits'], ['12', 'digits'], ['3/2004', 'name'], ['sm 3/2004', 'name'], ['g 2/30/2004', 'letters'],
    ['@example.org', 'address'], ['a@', 'address'], ['#1', 'digits'], ['-', 'letters'], ['🙂', 'letters'], ['m1', 'digits'],
  ])('"%s" needs more %s', (text, need) => expect(parseQuery(text, english)).toEqual({ kind: 'tooShort', need }))

  test('one letter alone is the beginning of a name, in any script', () => {
    expect(['g', 'É', 'Ж', "'g"].map((text) => parseQuery(text, english))).toMatchObject([['g'], ['e'], ['ж'], ['g']].map((names) => ({ kind: 'search', names })))
  })

  test('nothing is nothing', () => {
    expect([parseQuery('', english), parseQuery(' \t\u200b ', english)]).toEqual([{ kind: 'empty' }, { kind: 'empty' }])
  })

  test('a text longer than any search is not searched', () => {
    expect(parseQuery('a'.repeat(LONGEST_QUERY), english)).toMatchObject({ kind: 'search' })
    expect(parseQuery('a'.repeat(LONGEST_QUERY + 1), english)).toEqual({ kind: 'tooLong' })
    expect(parseQuery('ab '.repeat(MOST_WORDS), english)).toMatchObject({ kind: 'search' })
    expect(parseQuery('ab '.repeat(MOST_WORDS + 1), english)).toEqual({ kind: 'tooLong' })
  })
})

describe('one box takes a scan', () => {
  test('a licence is a scan, however long, and nothing of it is looked for as text', () => {
    const card = `@\n\u001e\rANSI 636000100102DL00410278ZV03190008DLDAQT64235789\nDCSGREEN\nDDEN\nDACANGELA\nDDFN\nDBB03012004\nDAG${'1 MAIN ST '.repeat(20)}\r`
    expect(parseQuery(card, english)).toEqual({ kind: 'scan', scan: { kind: 'licence', family: 'GREEN', given: 'ANGELA', birthDate: '2004-03-01' } })
    expect(parseQuery(']C0M0012345', english)).toEqual({ kind: 'scan', scan: { kind: 'mrn', mrn: 'm0012345' } })
  })
})

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.constantFrom("O'Brien", 'de la Cruz,', '3/1', '3/1/04', 'mar 2004', 'june', '2004', '12', 'M0012345', '(914) 555-0123', 'a@b', 'x', '', '#', '李', 'mrn', '20040301', '"; drop'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '))

  test('a search has a part that an index serves, and every part is bounded', () => {
    fc.assert(fc.property(typed, fc.constantFrom<'month-first' | 'day-first'>('month-first', 'day-first'), (text, order) => {
      const parsed = parseQuery(text, { ...english, order })
      if (parsed.kind !== 'search') return
      for (const query of [parsed, parsed.otherwise]) {
        if (query === null) continue
        const { names, birth, mrn, phoneTail, email, either } = query
        expect(names.length > 0 || birth !== null || mrn !== null || phoneTail !== null || email !== null).toBe(true)
        expect(names.length).toBeLessThanOrEqual(MOST_WORDS)
        expect(names.every((name) => name !== '')).toBe(true)
        expect(birth === null || birth.length <= 4).toBe(true)
        expect([mrn, phoneTail, email].every((part) => part === null || (part.length >= 3 && part.length <= LONGEST_QUERY))).toBe(true)
        expect(phoneTail === null || /^\d{3,10}$/.test(phoneTail)).toBe(true)
        expect(either.length).not.toBe(1)
        const byName = names.some((name) => [...name].length >= 2 || /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name))
        const byLetter = birth === null && names.length === 1 && /^\p{L}/u.test(names[0] ?? '')
        const byDay = birth?.some((reading) => reading.kind !== 'between') ?? false
        const byNumber = mrn !== null || phoneTail !== null || email !== null
        expect(byName || byLetter || byDay || byNumber || birth?.length === 0).toBe(true)
      }
    }), { numRuns: 500 })
  })

  test('it does not matter in which order name and birth date come', () => {
    const name = fc.constantFrom('green', "o'brien", 'zoë', 'maría')
    const date = fc.constantFrom('3/1/2004', '2004-03-01', 'mar 1 2004', '3/1', '20040301')
    fc.assert(fc.property(name, date, (who, born) => {
      expect(parts(`${who} ${born}`)).toEqual(parts(`${born} ${who}`))
    }))
  })
})
