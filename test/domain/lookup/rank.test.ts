import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMeant, matchedIdentifiers, typedIdentifiers, type Hit } from '#domain/lookup/hits.ts'
import { rankOf } from '#domain/lookup/rank.ts'
import { buildHit, queryOf } from '#test/domain/lookup/build.ts'

const angela = buildHit('Angela|Green', {
  birthDate: '2004-03-01', mrns: ['M-0012345', '2004'], phones: ['+1 (914) 555-0123'], emails: ['Angela.Green@example.org'],
})

describe('a row says which identifiers matched', () => {
  test.each([
    ['green 3/1', ['name', 'birth-date']], ['3/1/04 ang', ['name', 'birth-date']], ['green', ['name']], ['green 3/2', ['name']], ['brown 3/1', ['birth-date']],
    ['M0012345', ['mrn']], ['m0012', []], ['0123', ['phone']], ['12345', ['mrn']], ['555-0123', ['phone']], ['914 555 0123', ['phone']], ['555-0124', []],
    ['angela.green@example.org', ['email']], ['angela@', []], ['angela.g@', []], ['green 0123', ['name', 'phone']], ['green 2004', ['name', 'birth-date', 'mrn']],
    ['green 3/1/2004 0123 mrn 12345 angela.green@example.org', ['name', 'birth-date', 'mrn', 'phone', 'email']], ['green 2/30/2004', ['name']],
  ])('%s', (text, expected) => expect(matchedIdentifiers(angela, queryOf(text))).toEqual(expected))

  test('somebody without phone, e-mail and number is found like anybody else', () => {
    const bare = buildHit('Angela|Green')
    expect(matchedIdentifiers(bare, queryOf('green 3/1/2004 0123'))).toEqual(['name', 'birth-date'])
    expect(isMeant(bare, queryOf('green 3/1/2004'))).toBe(true)
  })
})

describe('somebody is meant when all that was typed is theirs', () => {
  test.each([
    ['green 3/1', true], ['green 3/2', false], ['brown 3/1', false], ['green 2004', true], ['green 0123', true], ['green 9999', false], ['brown 2004', false],
    ['0123', true], ['9999', false], ['3/1/2004 0123', true], ['3/2/2004 0123', false], ['green 2/30/2004', false], ['angela green@', false], ['green M0012345', true], ['green M0012346', false],
  ])('%s: %s', (text, expected) => expect(isMeant(angela, queryOf(text))).toBe(expected))

  test('nobody is meant by nothing', () => {
    const nothing = { ...queryOf('green'), names: [] }
    expect(typedIdentifiers(nothing)).toEqual([])
    expect(isMeant(angela, nothing)).toBe(false)
  })
})

describe('the likeliest come first', () => {
  const order = (text: string, ...hits: Hit[]) => hits.toSorted(rankOf(queryOf(text))).map((hit) => hit.id)

  test('two identifiers before one, however well that one fits', () => {
    const wholeName = buildHit('Ann|Green', { birthDate: '1990-05-05' })
    const nameAndBirth = buildHit('Annabel|Greenwood')
    expect(order('green ann 3/1/2004', wholeName, nameAndBirth)).toEqual(['Annabel|Greenwood', 'Ann|Green'])
  })

  test('the whole family name before its beginning, before the given name, before the middle of a name', () => {
    const hits = ['Sue|Lee', 'Ann|Leeds', 'Lee|Brown', 'Leeann|Brown', 'Ann|van Leer', 'Ann|Fleece'].map((name) => buildHit(name))
    expect(order('lee', ...hits.toReversed())).toEqual(['Sue|Lee', 'Ann|Leeds', 'Lee|Brown', 'Leeann|Brown', 'Ann|van Leer', 'Ann|Fleece'])
  })

  test('a name that is borne before one that was', () => {
    const former = buildHit('A|Lee', { names: [{ given: 'A', family: 'Brown', use: 'legal' }, { given: 'A', family: 'Lee', use: 'former' }] })
    expect(order('lee', former, buildHit('Ann|Fleece'))).toEqual(['Ann|Fleece', 'A|Lee'])
  })

  test('the likelier century first', () => {
    const old = buildHit('Ann|Green', { birthDate: '1915-03-01' })
    const young = buildHit('Sue|Green', { birthDate: '2015-03-01' })
    expect(order('green 3/1/15', old, young)).toEqual(['Sue|Green', 'Ann|Green'])
  })

  test('the whole record number before its end', () => {
    const whole = buildHit('Zoe|Young', { mrns: ['12-345'] })
    const end = buildHit('Ann|Adams', { mrns: ['9912345'] })
    expect(order('12345', end, whole)).toEqual(['Zoe|Young', 'Ann|Adams'])
    expect(order('345', whole, end)).toEqual(['Ann|Adams', 'Zoe|Young'])
  })

  test('otherwise by family name, given name, younger first, and always in the same order', () => {
    const hits = [
      buildHit('Ann|Green', { birthDate: '1990-01-01', id: 'older' }), buildHit('Ann|Green', { birthDate: '2001-01-01', id: 'twin-1' }),
      buildHit('Ann|Green', { birthDate: '2001-01-01', id: 'twin-2' }), buildHit('Zoe|Green'), buildHit('Ann|Greene'),
    ]
    expect(order('gre', ...hits.toReversed())).toEqual(['twin-1', 'twin-2', 'older', 'Zoe|Green', 'Ann|Greene'])
  })

  test('somebody without a name is no trouble', () => {
    expect(order('gre', buildHit('', { names: [], id: 'nameless' }), buildHit('Ann|Green'))).toEqual(['Ann|Green', 'nameless'])
  })

  const hit = fc.record({
    id: fc.uuid(), given: fc.constantFrom('Ann', 'Zoë', 'Lee', ''), family: fc.constantFrom('Green', 'Lee', "O'Lee", 'Leeds'),
    birthDate: fc.constantFrom('2004-03-01', '1904-03-01', '1990-12-31'), mrns: fc.constantFrom([], ['2004'], ['M2004']),
  }).map(({ given, family, ...facts }) => buildHit(`${given}|${family}`, facts))

  test('whatever is compared, the order does not depend on where they stood, and each has one place', () => {
    const text = fc.constantFrom('lee', 'ann lee', 'green 3/1/04', '2004', 'lee 2004', 'zoe')
    fc.assert(fc.property(text, fc.uniqueArray(hit, { selector: (one) => one.id, maxLength: 8 }), (typed, hits) => {
      const rank = rankOf(queryOf(typed))
      expect(hits.toReversed().toSorted(rank)).toEqual(hits.toSorted(rank))
      for (const one of hits) for (const other of hits) expect(Math.sign(rank(one, other)) + Math.sign(rank(other, one))).toBe(0)
    }))
  })
})
