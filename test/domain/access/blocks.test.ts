import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksAgainst, EVERYBODY, isContactOfBlocked, means, type BlockFacts, type BlockMark, type PersonMarks } from '#domain/access/blocks.ts'

const person = (said: Partial<PersonMarks> = {}): PersonMarks => ({ personId: 'p', patientId: null, names: [], emails: [], phones: [], birthDate: null, ...said })
const named = (given: string, family: string, more: Partial<PersonMarks> = {}) => person({ names: [{ given, family }], ...more })
const block = (marks: BlockMark[], more: Partial<BlockFacts> = {}): BlockFacts => ({ id: 'b', fromAt: 0, liftedAt: null, marks, clearedPersonIds: [], ...more })
const vega: BlockMark = { kind: 'name', family: 'Vega', given: 'Carlos' }
const born: BlockMark = { kind: 'birth-date', value: '1984-02-03' }

describe('PX-03: who a block means', () => {
  it.each([
    ['Carlos', 'Vega'], ['CARLOS', 'VEGA'], ['Cárlos', 'Véga'], ['Karlos', 'Wega'], ['Carlos', 'Vegga'], ['Carlos', 'Bega'], ['Carlso', 'Vgea'], ['C.', 'Vega'], ['Carlos Alberto', 'Vega Ortiz'],
    ['Juan Carlos', 'de la Vega'], ['Vega', 'Carlos'], ['Carlos', 'Ortiz-Vega'], ['Carl', 'Vega'],
  ])('%s %s', (given, family) => expect(means(block([vega]), named(given, family))).toBe(true))

  it.each([['Ines', 'Vega'], ['Carlos', 'Rodriguez'], ['Maria', 'Ortiz'], ['Lucia', 'Vergara'], ['', 'Vega'], ['Carlos', '']])('not %s %s', (given, family) => {
    expect(means(block([vega]), named(given, family))).toBe(false)
  })

  it('a birth date alone means nobody; together with one name in common it does', () => {
    expect(means(block([vega, born]), named('Peter', 'Brown', { birthDate: '1984-02-03' }))).toBe(false)
    expect(means(block([vega, born]), named('Carlos', 'Miller', { birthDate: '1984-02-03' }))).toBe(true)
    expect(means(block([vega, born]), named('Carlos', 'Miller', { birthDate: '1984-02-04' }))).toBe(false)
    // Another birth date does not let anybody through.
    expect(means(block([vega, born]), named('Carlos', 'Vega', { birthDate: '1990-01-01' }))).toBe(true)
  })

  it('an address or number, however it is written; the person and the chart themselves', () => {
    expect(means(block([{ kind: 'email', value: 'cvega84@gmail.com' }]), person({ emails: ['x@example.org', 'C.Vega.84+kids@googlemail.com'] }))).toBe(true)
    expect(means(block([{ kind: 'phone', value: '(212) 555-0142' }]), person({ phones: ['+1 212 555 0142'] }))).toBe(true)
    expect(means(block([{ kind: 'person', value: 'p' }]), person())).toBe(true)
    expect(means(block([{ kind: 'patient', value: 'chart' }]), person({ patientId: 'chart' }))).toBe(true)
    expect(means(block([{ kind: 'patient', value: 'chart' }]), person())).toBe(false)
  })

  it('somebody whom the privacy officer found to be another is not meant, and nobody else is let through with them', () => {
    const cleared = block([vega], { clearedPersonIds: ['uncle'] })
    expect([means(cleared, named('Carlos', 'Vega', { personId: 'uncle' })), means(cleared, named('Carlos', 'Vega'))]).toEqual([false, true])
  })

  it('holds from its instant until it is lifted', () => {
    const some = [block([vega], { fromAt: 10, liftedAt: 20 })]
    expect([9, 10, 19, 20].map((at) => blocksAgainst(named('Carlos', 'Vega'), some, at).length)).toEqual([0, 1, 1, 0])
  })

  it('whose marks were lost it means everybody, and trusts no address', () => {
    const lost = block([{ kind: 'person', value: EVERYBODY }])
    expect([means(lost, person({ personId: 'anybody' })), means(lost, person({ personId: null })), isContactOfBlocked('email', 'any@example.org', [lost], 1)]).toEqual([true, true, true])
  })

  it('a contact of theirs is known under every way to write it, and nobody else’s is', () => {
    const some = [block([{ kind: 'email', value: 'cvega84@gmail.com' }, { kind: 'phone', value: '2125550142' }])]
    const asked = [['email', 'c.vega84+a@gmail.com'], ['phone', '1-212-555-0142'], ['email', 'ines@gmail.com'], ['phone', '2125550143']] as const
    expect(asked.map(([kind, value]) => isContactOfBlocked(kind, value, some, 1))).toEqual([true, true, false, false])
    expect(isContactOfBlocked('email', 'cvega84@gmail.com', [block([{ kind: 'email', value: 'cvega84@gmail.com' }], { liftedAt: 1 })], 1)).toBe(false)
  })

  it('one slip of the pen in a name of four letters or more never lets anybody through', () => {
    const letters = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCodePoint(code))
    const name = fc.array(letters, { minLength: 4, maxLength: 12 }).map((all) => all.join(''))
    fc.assert(fc.property(name, name, fc.nat(), letters, fc.constantFrom('put', 'drop', 'change'), (family, given, where, letter, how) => {
      const at = where % family.length
      const slipped = how === 'put' ? family.slice(0, at) + letter + family.slice(at) : how === 'drop' ? family.slice(0, at) + family.slice(at + 1) : family.slice(0, at) + letter + family.slice(at + 1)
      fc.pre(slipped.length >= 4)
      expect(means(block([{ kind: 'name', family, given }]), named(given, slipped))).toBe(true)
    }), { numRuns: 400 })
  })
})
