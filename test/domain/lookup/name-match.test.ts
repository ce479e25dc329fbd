import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMER, nameFit, nameFits, splitsOf, type BorneName } from '#domain/lookup/name-match.ts'
import { foldWords } from '#domain/names.ts'

/** A handful of the public synthetic names with accents, apostrophes and several parts, and made-up ones of other forms. */
const names: readonly (readonly [given: string, family: string])[] = [
  ['Adán', 'Pulido'], ['Alfonso David', 'Cervántez'], ['Carmelina Linnea', "O'Conner"], ['Hiram Nolan', "D'Amore"], ['Lorena María Teresa', 'Delafuente'],
  ['María José Ana María', 'Peralta'], ['Bernardo', 'Ordóñez'], ['Zoë', 'Müller'], ['María José', 'de la Cruz'], ['Anna', 'van der Berg'],
  ['Sean', 'St. John'], ['Ana', 'García-López'], ['Ana', 'García López'], ['Łukasz', 'Żółć'], ['李', '小龙'], ['Suharto', ''],
]

const fit = (text: string, given: string, family: string, use: BorneName['use'] = 'legal') => nameFit(foldWords(text), null, [{ given, family, use }])
const said = (value: number | null) => Object.entries(nameFits).find(([, fits]) => fits === value)?.[0] ?? 'not'

describe('a name is found', () => {
  test.each([
    ['pulido adan', 'Adán', 'Pulido', 'whole'], ['adan pulido', 'Adán', 'Pulido', 'whole'], ['PULIDO', 'Adán', 'Pulido', 'family'],
    ['pulido ad', 'Adán', 'Pulido', 'family'], ['ad pulido', 'Adán', 'Pulido', 'family'], ['pul ad', 'Adán', 'Pulido', 'beginning'], ['pul', 'Adán', 'Pulido', 'beginning'],
    ['adan', 'Adán', 'Pulido', 'given'], ['ad', 'Adán', 'Pulido', 'givenBeginning'], ['lido', 'Adán', 'Pulido', 'inside'], ['do', 'Adán', 'Pulido', 'not'],
    ['oconner', 'Carmelina', "O'Conner", 'family'], ["o'conner", 'Carmelina', 'O’Conner', 'family'], ['o conner', 'Carmelina', "O'Conner", 'family'],
    ['conner', 'Carmelina', "O'Conner", 'inner'], ['damore hiram', 'Hiram Nolan', "D'Amore", 'family'],
    ['de la cruz', 'María José', 'de la Cruz', 'family'], ['delacruz', 'María José', 'de la Cruz', 'family'], ['cruz', 'María José', 'de la Cruz', 'inner'],
    ['la cruz', 'María José', 'de la Cruz', 'inner'], ['maria cruz', 'María José', 'de la Cruz', 'inner'], ['jose cruz', 'María José', 'de la Cruz', 'inner'],
    ['maria jose de la cruz', 'María José', 'de la Cruz', 'whole'], ['mariajose delacruz', 'María José', 'de la Cruz', 'whole'],
    ['berg', 'Anna', 'van der Berg', 'inner'], ['anna vanderberg', 'Anna', 'van der Berg', 'whole'], ['st john', 'Sean', 'St. John', 'family'],
    ['garcia lopez ana', 'Ana', 'García-López', 'whole'], ['garcialopez', 'Ana', 'García López', 'family'], ['lopez', 'Ana', 'García-López', 'inner'],
    ['lopez garcia', 'Ana', 'García-López', 'inner'], ['lukasz zolc', 'Łukasz', 'Żółć', 'whole'], ['小', '李', '小龙', 'beginning'], ['suharto', 'Suharto', '', 'given'],
    ['pulido berta', 'Adán', 'Pulido', 'not'], ['pulido pulido', 'Adán', 'Pulido', 'not'], ['ana ana', 'Ana', 'García', 'not'], ['', 'Adán', 'Pulido', 'not'],
  ])('"%s" fits %s %s: %s', (text, given, family, expected) => expect(said(fit(text, given, family))).toBe(expected))

  test('a comma says which part is the family name', () => {
    const name: BorneName[] = [{ given: 'James', family: 'Scott', use: 'legal' }]
    expect(nameFit(['scott', 'james'], 1, name)).toBe(nameFits.whole)
    expect(nameFit(['james', 'scott'], 1, name)).toBe(nameFits.inner)
  })

  test('the used name counts like the legal one, a former name after every other', () => {
    const borne: BorneName[] = [
      { given: 'Alex', family: 'Green', use: 'used' }, { given: 'Alexandra', family: 'Green', use: 'legal' }, { given: 'Alexandra', family: 'Brown', use: 'former' },
    ]
    expect(nameFit(['alex', 'green'], null, borne)).toBe(nameFits.whole)
    expect(nameFit(['alexandra', 'green'], null, borne)).toBe(nameFits.whole)
    expect(nameFit(['brown', 'alexandra'], null, borne)).toBe(FORMER + nameFits.whole)
    expect(FORMER).toBeGreaterThan(Math.max(...Object.values(nameFits)))
  })

  test('a better fit is a smaller number', () => {
    const { whole, family, beginning, given, givenBeginning, inner, inside } = nameFits
    const order = [whole, family, beginning, given, givenBeginning, inner, inside]
    expect(order.toSorted((a, b) => a - b)).toEqual(order)
    expect(new Set(order).size).toBe(order.length)
  })

  test.each(names)('%s %s is found by the parts in either order, without marks, in capitals and by beginnings', (given, family) => {
    const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
    for (const form of [plain, (text: string) => text.toUpperCase(), (text: string) => text.replace(/['’-]/g, ' ').trim()]) {
      const parts = [form(given), form(family)].filter((part) => part !== '')
      expect(fit(parts.join(' '), given, family), parts.join(' ')).toBeLessThanOrEqual(nameFits.given)
      expect(fit(parts.toReversed().join(' '), given, family)).toBeLessThanOrEqual(nameFits.given)
    }
  })

  test('words are cut into family and given name in every way, but never more than twice as often as there are words', () => {
    expect(splitsOf(['de', 'la', 'cruz'], null)).toEqual([
      { family: 'de', given: 'lacruz' }, { family: 'lacruz', given: 'de' }, { family: 'dela', given: 'cruz' }, { family: 'cruz', given: 'dela' },
      { family: 'delacruz', given: '' }, { family: '', given: 'delacruz' },
    ])
    expect(splitsOf(['de', 'la', 'cruz', 'ana'], 3)).toEqual([{ family: 'delacruz', given: 'ana' }])
  })

  test('many equal short words are compared at once', () => {
    expect(nameFit(Array.from({ length: 12 }, () => 'a'), null, [{ given: 'A '.repeat(100), family: 'B', use: 'legal' }])).not.toBeNull()
    expect(nameFit([...Array.from({ length: 11 }, () => 'a'), 'x'], null, [{ given: 'A '.repeat(100), family: 'B', use: 'legal' }])).toBeNull()
    expect(nameFit(['a', 'd', 'a', 'ab'], null, [{ given: 'Ac D', family: 'Abx', use: 'legal' }])).toBeNull()
    expect(nameFit(['a', 'd', 'ab'], null, [{ given: 'Ac D', family: 'Abx', use: 'legal' }])).toBe(nameFits.inner)
  })

  test('for any two words of a name, in any order, each at least begun', () => {
    fc.assert(fc.property(fc.constantFrom(...names.slice(0, 13)), fc.nat(), fc.nat(), fc.boolean(), ([given, family], one, other, isTurned) => {
      const words = foldWords(`${given} ${family.replace(/['-]/g, ' ')}`)
      const first = words[one % words.length] ?? ''
      const rest = words.filter((_, at) => at !== one % words.length)
      const second = rest[other % rest.length] ?? ''
      const typed = [first.slice(0, 2), second.slice(0, 2)].filter((word) => word !== '')
      expect(nameFit(isTurned ? typed.toReversed() : typed, null, [{ given, family, use: 'legal' }])).not.toBeNull()
    }))
  })
})
