import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookAlike, lookAlikeKeys, type LookAlikeFacts } from '#domain/look-alikes.ts'

let made = 0
/** Somebody of their own with "Given|Family" as legal name. */
function buildPerson(name: string, facts: Partial<LookAlikeFacts> = {}): LookAlikeFacts {
  const [given = '', family = ''] = name.split('|')
  made += 1
  return { id: `p${made}`, names: [{ given, family, use: 'legal' }], birthDate: '2004-03-01', phones: [], householdIds: [], ...facts }
}

describe('two people born on one day look alike', () => {
  test.each([
    ['María|Delarosa', 'Maria|Delarosa', 'same-name'],
    ['José|O’Brien', 'JOSE|Obrien', 'same-name'],
    ['Ana|García-López', 'Ana|García López', 'same-name'],
    ['Ana|Garcialopez', 'Ana|García López', 'same-name'],
    ['James|Scott', 'Scott|James', 'similar-name'],
    ['María José|Peralta', 'José María|Peralta', 'similar-name'],
    ['John Quincy|Adams', 'John|Adams', 'similar-name'],
    ['María|García López', 'María|García', 'similar-name'],
    ['Catherine|Green', 'Catharine|Green', 'similar-name'],
    ['Jonathan|Green', 'Jonathon|Green', 'similar-name'],
    ['Brian|Green', 'Brain|Green', 'similar-name'],
    ['Anne|Green', 'Annie|Green', 'similar-name'],
    ['Ana|Gonzales', 'Ana|Gonzalez', 'similar-name'],
    ['Ana|Meyer', 'Ana|Meyers', 'similar-name'],
    ['Jayden|Green', 'Jordan|Green', 'twin-names'],
    ['Ava|Green', 'Eva|Green', 'twin-names'],
    ['J|Green', 'John|Green', 'twin-names'],
    ['Baby Boy A|Green', 'Thomas|Green', 'twin-names'],
    ['Babygirl B|Green', 'Babyboy A|Green', 'twin-names'],
    ['Marias Girl|Green', 'Olivia|Green', 'twin-names'],
    ['|Green', 'Olivia|Green', 'twin-names'],
  ])('%s and %s: %s', (one, other, reason) => {
    expect(lookAlike(buildPerson(one), buildPerson(other))).toBe(reason)
    expect(lookAlike(buildPerson(other), buildPerson(one))).toBe(reason)
  })

  test.each([
    ['Ana|Green', 'Beth|Green'], ['Ana|Green', 'Ana|Brown'], ['Ana|Lee', 'Ana|Leo'], ['Robert|Green', 'Bertha|Green'],
    ['Catherine|Green', 'Katharina|Green'], ['Anna|Greene', 'Hanna|Green'], ['Suharto|', 'Sukarno|'], ['|', '|'], ['Ana|Grant', 'Ana|Grimm'],
    ['Mary|Smithers', 'Mary|Smith'], ['Ana Ana|Green', 'Ana|Brown'], ['Ana|Ana', 'Ana|Green'], ['Adam|Bcde', 'Edam|Bcdf'],
  ])('%s and %s do not', (one, other) => {
    expect(lookAlike(buildPerson(one), buildPerson(other))).toBeNull()
    expect(lookAlike(buildPerson(other), buildPerson(one))).toBeNull()
  })

  test('nobody looks like somebody born on another day, whatever else they share', () => {
    const shared = { phones: ['914-555-0123'], householdIds: ['h1'] }
    expect(lookAlike(buildPerson('Ana|Green', shared), buildPerson('Ana|Green', { ...shared, birthDate: '2004-03-02' }))).toBeNull()
  })

  test('a twin with another name is known by the phone or the household', () => {
    const ana = buildPerson('Ana|Green', { phones: ['+1 (914) 555-0123'], householdIds: ['h1', 'h2'] })
    expect(lookAlike(ana, buildPerson('Beth|Brown', { phones: ['914.555.0123'] }))).toBe('same-household')
    expect(lookAlike(ana, buildPerson('Beth|Brown', { householdIds: ['h2'] }))).toBe('same-household')
    expect(lookAlike(ana, buildPerson('Beth|Brown', { phones: ['914.555.0124'], householdIds: ['h3'] }))).toBeNull()
    expect(lookAlike(buildPerson('Ana|Green', { phones: ['911'] }), buildPerson('Beth|Brown', { phones: ['911'] }))).toBeNull()
    expect(lookAlike(ana, buildPerson('Ana|Green', { phones: ['914.555.0123'] }))).toBe('same-name')
  })

  test('the used and former names count as well', () => {
    const renamed = buildPerson('Alex|Green', {
      names: [{ given: 'Alex', family: 'Green', use: 'used' }, { given: 'Alexandra', family: 'Green', use: 'legal' }, { given: 'Alexandra', family: 'Brown', use: 'former' }],
    })
    expect(lookAlike(renamed, buildPerson('Alexandra|Brown'))).toBe('same-name')
    expect(lookAlike(renamed, buildPerson('Alex|Green'))).toBe('same-name')
  })
})

const letter = fc.constantFrom('a', 'b', 'é', "'")
const part = fc.oneof(fc.constantFrom('Ana', 'Anna', 'María José', 'García-López', 'García', 'López', 'Baby Girl', 'Jon', 'John', ''), fc.array(letter, { maxLength: 6 }).map((letters) => letters.join('')))
const person = fc.record({
  given: part, family: part, other: part, birthDate: fc.constantFrom('2004-03-01', '2004-03-02'),
  phones: fc.constantFrom([], ['914-555-0123'], ['+1 914 555 0123', '555-0199']), householdIds: fc.constantFrom([], ['h1'], ['h1', 'h2']),
}).map(({ given, family, other, ...facts }) => buildPerson('', {
  ...facts, names: [{ given, family, use: 'legal' }, { given: other, family, use: 'used' }],
}))

describe('for any two people', () => {
  test('the answer is the same from both sides', () => {
    fc.assert(fc.property(person, person, (a, b) => {
      expect(lookAlike(a, b)).toBe(lookAlike(b, a))
    }), { numRuns: 500 })
  })

  test('nobody looks like themselves', () => {
    fc.assert(fc.property(person, (one) => {
      expect(lookAlike(one, { ...one })).toBeNull()
    }))
  })

  test('who looks alike shares a key, so that an index finds every pair', () => {
    fc.assert(fc.property(person, person, (a, b) => {
      if (lookAlike(a, b) === null) return
      const keys = new Set(lookAlikeKeys(a))
      expect(lookAlikeKeys(b).some((key) => keys.has(key))).toBe(true)
    }), { numRuns: 1_000 })
  })
})

describe('the keys of an index', () => {
  test('hold the birth date with each word and part of the names, phone and household, each once', () => {
    expect(lookAlikeKeys(buildPerson('María José|de la Cruz', { phones: ['+1 914 555 0123', '911'], householdIds: ['h1'] }))).toEqual([
      'name:delacruz', 'name:mariajose', 'name:cruz', 'name:de', 'name:jose', 'name:la', 'name:maria', 'phone:3210555419', 'household:h1',
    ].map((key) => `2004-03-01|${key}`))
    expect(lookAlikeKeys(buildPerson('Ana|Ana'))).toEqual(['2004-03-01|name:ana'])
    expect(lookAlikeKeys(buildPerson('|'))).toEqual([])
  })
})
