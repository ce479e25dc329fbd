import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { queryOfScan, readScan, scanStage, type LicenceScan, type Scan } from '#domain/scan.ts'

const today = '2025-11-22'
const read = (text: string) => readScan(text, today)

type Card = { version: string; elements: readonly string[] }
/** A card's text as the standard has it; `between` is what a keyboard made of the line feeds. */
function cardOf({ version, elements }: Card, { header = '@\n\u001e\rANSI ', between = '\n', end = '\r' } = {}): string {
  return `${header}636000${version}0102DL00410278ZV03190008DLDAQT64235789${between}${elements.join(between)}${end}ZVZVA01${end}`
}

const newCard: Card = {
  version: '10',
  elements: ['DCSSAMPLE', 'DDEN', 'DACMICHAEL', 'DDFN', 'DADJOHN', 'DDGN', 'DCUJR', 'DCAD', 'DCBK', 'DCDPH', 'DBD06062019', 'DBB06061986', 'DBA12102024',
    'DBC1', 'DAU068 in', 'DAYBRO', 'DAG2300 WEST BROAD STREET', 'DAIRICHMOND', 'DAJVA', 'DAK232690000  ', 'DCF2424244747474786102204', 'DCGUSA'],
}
const michael: LicenceScan = { kind: 'licence', family: 'SAMPLE', given: 'MICHAEL JOHN', birthDate: '1986-06-06' }
const withNames = (...names: string[]): Card => ({ version: '08', elements: [...names, 'DBD06062019', 'DBB03012004', 'DBA12102024', 'DAG1 MAIN ST', 'DAIALBANY'] })

describe('a driver’s licence', () => {
  test.each(['04', '05', '06', '07', '08', '09', '10'])('of version %s gives names and birth date', (version) => {
    expect(read(cardOf({ ...newCard, version }))).toEqual(michael)
  })

  test.each(['02', '03'])('of version %s has its given names in one element', (version) => {
    expect(read(cardOf({ version, elements: ['DCSSAMPLE', 'DCTMICHAEL JOHN', 'DBB06061986', 'DAG1 MAIN ST'] }))).toEqual(michael)
    expect(read(cardOf({ version, elements: ['DCSSAMPLE', 'DCTMICHAEL,JOHN', 'DBB06061986', 'DAG1 MAIN ST'] }))).toEqual(michael)
  })

  test.each([
    ['commas', ['DAASAMPLE,MICHAEL,JOHN,JR', 'DAG1 MAIN ST', 'DBB19860606'], 'MICHAEL JOHN'],
    ['a comma and a space', ['DAASAMPLE, MICHAEL JOHN', 'DAL1 MAIN ST', 'DBB19860606'], 'MICHAEL JOHN'],
    ['empty parts', ['DAASAMPLE,MICHAEL,,', 'DAG1 MAIN ST', 'DBB19860606'], 'MICHAEL'],
    ['spaces', ['DAASAMPLE MICHAEL JOHN', 'DAG1 MAIN ST', 'DBB19860606'], 'MICHAEL JOHN'],
    ['at signs', ['DAASAMPLE@MICHAEL@JOHN', 'DAG1 MAIN ST', 'DBB19860606'], 'MICHAEL JOHN'],
    ['elements of their own', ['DABSAMPLE', 'DACMICHAEL', 'DADJOHN', 'DAE', 'DAL1 MAIN ST', 'DBB06-06-1986'], 'MICHAEL JOHN'],
  ])('of version 01 with %s', (_, elements, given) => {
    expect(read(cardOf({ version: '01', elements }))).toEqual({ ...michael, given })
    expect(read(cardOf({ version: '01', elements }, { header: '@\n\u001e\rAAMVA' }))).toEqual({ ...michael, given })
  })

  test('of Canada has the year first', () => {
    expect(read(cardOf({ version: '08', elements: newCard.elements.map((one) => one.replace('DBB06061986', 'DBB19860606')) }))).toEqual(michael)
  })

  test('that is an identity card is read as well', () => {
    expect(read('@\n\u001e\rANSI 636000100101ID00310278IDDAQX1\nDCSSAMPLE\nDACMICHAEL\nDADJOHN\nDBB06061986\r')).toEqual(michael)
  })

  test.each([['NONE'], ['unavl'], ['N/A'], [''], ['NMN']])('without a middle name ("%s") has no middle name', (middle) => {
    expect(read(cardOf(withNames('DCSSAMPLE', 'DACMICHAEL', `DAD${middle}`)))).toMatchObject({ family: 'SAMPLE', given: 'MICHAEL', birthDate: '2004-03-01' })
  })

  test('of somebody with one name only has no given name', () => {
    expect(read(cardOf(withNames('DCSSUHARTO', 'DACNONE', 'DADNONE')))).toMatchObject({ family: 'SUHARTO', given: '' })
  })
})

describe('a licence through a keyboard that drops or changes signs', () => {
  const mangled: readonly [string, Parameters<typeof cardOf>[1]][] = [
    ['spaces for line ends', { header: '@ ANSI ', between: ' ', end: ' ' }],
    ['nothing for line ends', { header: '@ANSI ', between: '', end: '' }],
    ['no opening sign', { header: 'ANSI ', between: '\n', end: '\n' }],
    ['Enter for line ends', { header: '@\r\rANSI ', between: '\r', end: '\r' }],
    ['both line ends', { header: '@\r\n\u001e\r\nANSI ', between: '\r\n', end: '\r\n' }],
    ['names of signs', { header: '@<LF><RS><CR>ANSI ', between: '<LF>', end: '<CR>' }],
    ['caret signs', { header: '@^J^^^MANSI ', between: '^J', end: '^M' }],
    ['a code identifier', { header: ']L0@\n\u001e\rANSI ' }],
    ['another layout', { header: '"\n^\rANSI ' }],
    ['no space', { header: '@\n\u001e\rANSI' }],
  ]
  test.each(mangled)('with %s', (_, keyboard) => {
    expect(read(cardOf(newCard, keyboard))).toEqual(michael)
    expect(read(cardOf({ version: '03', elements: ['DCSSAMPLE', 'DCTMICHAEL JOHN', 'DBB06061986', 'DAG1 MAIN ST'] }, keyboard))).toEqual(michael)
    expect(read(cardOf({ version: '01', elements: ['DAASAMPLE,MICHAEL,JOHN', 'DAG1 MAIN ST', 'DBB19860606'] }, keyboard))).toEqual(michael)
    expect(read(cardOf({ version: '01', elements: ['DABSAMPLE', 'DACMICHAEL', 'DADJOHN', 'DAL1 MAIN ST', 'DBB06-06-1986'] }, keyboard))).toEqual(michael)
  })

  test('with Caps Lock on', () => {
    expect(read(cardOf(newCard).toLowerCase())).toEqual(michael)
  })

  test('with its header lost', () => {
    expect(read(`DLDAQT64235789\n${newCard.elements.join('\n')}`)).toEqual(michael)
  })

  const runTogether = { header: '@ANSI ', between: '', end: '' }
  test.each([
    [['DCSMADDEN', 'DDEN', 'DACJOHN', 'DDFN', 'DADQ', 'DDGN'], 'MADDEN', 'JOHN Q'],
    [['DCSBALDACCI', 'DDEN', 'DACDANIEL', 'DDFN', 'DADDAVID', 'DDGN'], 'BALDACCI', 'DANIEL DAVID'],
    [['DCSDE LA CRUZ', 'DDEN', 'DACADDISON', 'DDFU', 'DDGU'], 'DE LA CRUZ', 'ADDISON'],
    [['DCSO\'BRIEN', 'DACDALE', 'DADDAWN'], 'O\'BRIEN', 'DALE DAWN'],
    [['DCSSAMPLE', 'DACMICHAEL', 'DCUJR'], 'SAMPLE', 'MICHAEL'],
    [['DCSMUÑOZ', 'DACJOSÉ'], 'MUÑOZ', 'JOSÉ'],
  ])('run together, %s keeps its names', (names, family, given) => {
    expect(read(cardOf(withNames(...names), runTogether))).toEqual({ kind: 'licence', family, given, birthDate: '2004-03-01' })
  })

  test('run together, names that could be cut in two ways are not guessed', () => {
    expect(read(cardOf(withNames('DCSBALDACCI', 'DACJOHN', 'DADQ'), runTogether))).toEqual({ kind: 'unreadable', fault: 'no-name' })
  })
})

describe('what a scan never gives', () => {
  test('a licence has no field for a number or an address', () => {
    expectTypeOf<keyof LicenceScan>().toEqualTypeOf<'kind' | 'family' | 'given' | 'birthDate'>()
    expectTypeOf<Exclude<Scan, LicenceScan>['kind']>().toEqualTypeOf<'mrn' | 'unreadable'>()
  })

  test('the number, the address and the other elements are nowhere in the answer', () => {
    for (const between of ['\n', ' ', '']) {
      const said = JSON.stringify(read(cardOf(newCard, { between, end: between })))
      for (const secret of ['64235789', 'BROAD', 'RICHMOND', '23269', '2424244747', '2024', '636000', 'BRO']) expect(said).not.toContain(secret)
    }
  })

  test.each([
    ['a payment card', '%B4111111111111111^DOE/JANE^30121010000000000000?;4111111111111111=30121010000000000000?'],
    ['its second track', ';4111111111111111=30121010000000000000?'],
    ['an old licence’s stripe', '%NYALBANY^DOE$JANE$Q^1 MAIN ST^?'],
    ['a code that is no label', ']Q1https://example.org/12345'],
    ['a shop’s code', ']C1010950600013435210ABC'],
  ])('%s is recognised and dropped', (_, text) => {
    expect(read(text)).toEqual({ kind: 'unreadable', fault: 'other-card' })
    expect(scanStage(text)).toBe('scan')
  })

  test.each([
    ['a birth date that is no day', 'DBB02302004', 'no-birth-date'], ['a birth date to come', 'DBB03012030', 'no-birth-date'],
    ['a birth date of too few digits', 'DBB030120', 'no-birth-date'], ['no birth date', 'DBA03012030', 'no-birth-date'],
  ])('%s asks for nobody', (_, birth, fault) => {
    const scan = read(cardOf({ version: '08', elements: ['DCSSAMPLE', 'DACMICHAEL', birth, 'DAG1 MAIN ST'] }))
    expect(scan).toEqual({ kind: 'unreadable', fault })
    expect(scan && queryOfScan(scan)).toBeNull()
  })

  test.each([[['DCSNONE', 'DACMICHAEL']], [['DACMICHAEL']], [[`DCS${'X'.repeat(101)}`, 'DACMICHAEL']]])('%s has no name to look for', (names) => {
    expect(read(cardOf(withNames(...names)))).toEqual({ kind: 'unreadable', fault: 'no-name' })
  })
})

describe('a label with a record number', () => {
  test.each([[']C0M0012345', 'm0012345'], [']C0 MRN: 12-345', '12345'], [']c0mrn#99887', '99887'], [' ]C0A1B2\r', 'a1b2']])('%s', (text, mrn) => {
    expect(read(text)).toEqual({ kind: 'mrn', mrn })
  })

  test('a label that is no record number is dropped', () => {
    expect(read(']C0DOE, JANE')).toEqual({ kind: 'unreadable', fault: 'other-card' })
  })
})

describe('telling a scan from typing', () => {
  test.each(['green 3/1', "o'brien", 'M0012345', 'ansi', 'ansi 19850301', 'jane@example.org', '555-0123', '', '20040301', 'Daq Dcs Dbb'])('"%s" is typing', (text) => {
    expect(read(text)).toBeNull()
    expect(scanStage(text)).toBe('typing')
  })

  test('the first sign holds the screen back, and no personal character is ever taken for typing', () => {
    const text = cardOf(newCard)
    const stages = [...text].map((_, at) => scanStage(text.slice(0, at + 1)))
    expect(new Set(stages)).toEqual(new Set(['maybe', 'scan']))
    expect(stages.indexOf('scan')).toBeLessThan(text.indexOf('DLDAQ'))
    expect(stages.lastIndexOf('maybe')).toBeLessThan(stages.indexOf('scan'))
    expect(scanStage('%')).toBe('maybe')
    expect(scanStage(']C')).toBe('maybe')
    expect(scanStage(';4')).toBe('maybe')
  })

  test('a licence of any length is read in time', () => {
    expect(read(`${cardOf(newCard)}${'D'.repeat(200_000)}`)).toEqual(michael)
    expect(read(`@ANSI 636000100102DL${'DCS DAC DAA'.repeat(5_000)}`)).toMatchObject({ kind: 'unreadable' })
  })

  test('whatever is typed, the answer is a scan or nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const scan = readScan(text, today)
      expect(scan === null || ['licence', 'mrn', 'unreadable'].includes(scan.kind)).toBe(true)
    }))
  })
})

describe('the look-up of a scan', () => {
  test('asks for the family name, the first given name and the birth date', () => {
    expect(queryOfScan({ kind: 'licence', family: 'DE LA CRUZ', given: 'MARÍA JOSÉ', birthDate: '2004-03-01' })).toMatchObject({
      names: ['de', 'la', 'cruz', 'maria'], familyWords: 3, birth: [{ kind: 'on', date: '2004-03-01' }], mrn: null, phoneTail: null, email: null,
    })
    expect(queryOfScan({ kind: 'licence', family: 'SUHARTO', given: '', birthDate: '2004-03-01' })).toMatchObject({ names: ['suharto'], familyWords: null })
  })

  test('of a label asks for its number alone', () => {
    expect(queryOfScan({ kind: 'mrn', mrn: 'm0012345' })).toMatchObject({ names: [], birth: null, mrn: 'm0012345' })
  })
})

describe('for any name without a digit', () => {
  const letters = fc.stringMatching(/^[A-Z][A-Z' -]{0,20}[A-Z]$/).map((text) => text.replace(/\s+/g, ' '))
    .filter((text) => !/^(NONE|UNAVL|UNAVAIL|NMN)$/.test(text))
  test('a card with its line ends is read exactly', () => {
    fc.assert(fc.property(letters, letters, (family, given) => {
      expect(read(cardOf(withNames(`DCS${family}`, 'DDEN', `DAC${given}`, 'DDFN')))).toEqual({ kind: 'licence', family, given, birthDate: '2004-03-01' })
    }))
  })
})
