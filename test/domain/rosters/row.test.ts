import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { PatientFacts } from '#domain/feeds/facts.ts'
import type { Mapped } from '#domain/feeds/mapped.ts'
import { foldHeader, type RosterField } from '#domain/rosters/fields.ts'
import { proposeMapping, type RosterMapping } from '#domain/rosters/mapping.ts'
import { noteCodes, sentenceOf, type RosterRefusal } from '#domain/rosters/row-report.ts'
import { patientFromRow, type RosterRow } from '#domain/rosters/row.ts'

const scene = { source: 'roster-1', at: Date.UTC(2025, 10, 22, 15), timeZone: 'America/New_York' }

/** A mapping of the columns that a test names. */
function buildMapping(columns: readonly (RosterField | null)[], facts: Partial<RosterMapping> = {}): RosterMapping {
  return {
    headings: columns.map((_, at) => `column${at}`), columns: [...columns], dateOrder: 'month-first', dateSystem: '1900', mrnSystem: 'legacy', mrnWidth: null, ...facts,
  }
}

/** A row by fields; name, birth date and number are right unless the test says otherwise. */
function read(cells: Partial<Record<RosterField, string>>, facts: Partial<RosterMapping> = {}): RosterRow {
  const row: Partial<Record<RosterField, string>> = { family: 'Green', given: 'Ann', 'birth-date': '3/1/2004', mrn: 'M1', ...cells }
  const columns = Object.keys(row) as RosterField[]
  return patientFromRow(columns.map((column) => row[column] ?? ''), buildMapping(columns, facts), scene)
}

function taken(row: RosterRow) {
  if (!('mapped' in row)) throw new Error(JSON.stringify(row))
  return row
}

const refused = (row: RosterRow) => ('refused' in row ? [row.refused, row.field] : 'taken')

describe('a row of a roster as facts', () => {
  test('fits what other feeds give', () => {
    expectTypeOf<Exclude<RosterRow, { empty: true }>>().toExtend<Mapped<PatientFacts>>()
  })

  test('from the table of a spreadsheet, with what was left out', () => {
    const headings = ['Chart #', 'Last Name', 'First Name', 'MI', 'Preferred Name', 'DOB', 'Sex', 'Gender', 'Language', 'Cell', 'Home Phone', 'E-mail', 'City', 'ST', 'ZIP', 'SSN', 'Notes', 'Pronouns', 'Interpreter', 'Clinic']
    const mapping = buildMapping(proposeMapping(headings).columns, { headings: headings.map(foldHeader), mrnWidth: 8 })
    const cells = ['12345', ' Ordóñez\u00a0', 'María  José', 'L', 'Majo', '3/1/04', 'F', 'Female', 'Spanish', '(914) 555-0123', '914.555.0123', 'majo@example.org', 'Albany', 'ny', '1002', '999-99-9999', '=1+1', 'she/her', 'Y', 'Main St']
    expect(patientFromRow(cells, mapping, scene)).toEqual({
      mapped: {
        source: 'roster-1', sourceId: '00012345', legalFamily: 'Ordóñez', legalGiven: 'María José L', usedGiven: 'Majo', birthDate: '2004-03-01', sexAtBirth: 'F', gender: 'female', language: 'es',
        deceased: false, deceasedOn: null, city: 'Albany', state: 'NY', identifiers: [{ kind: 'mrn', system: 'legacy', value: '00012345' }],
        contacts: [{ kind: 'phone', use: 'mobile', value: '(914) 555-0123', sinceAt: null, sinceProof: null }, { kind: 'email', use: null, value: 'majo@example.org', sinceAt: null, sinceProof: null }],
        pronouns: 'she/her', interpreterNeeded: true,
      },
      beside: { postalCode: '01002', siteName: 'Main St' },
      notes: [],
    })
  })

  test('without phone, e-mail and everything else that may be missing', () => {
    expect(taken(read({}))).toEqual({
      mapped: {
        source: 'roster-1', sourceId: 'M1', legalFamily: 'Green', legalGiven: 'Ann', usedGiven: null, birthDate: '2004-03-01', sexAtBirth: null, gender: null, language: null, deceased: false, deceasedOn: null,
        city: null, state: null, identifiers: [{ kind: 'mrn', system: 'legacy', value: 'M1' }], contacts: [],
        pronouns: null, interpreterNeeded: false,
      },
      beside: { postalCode: null, siteName: null },
      notes: [],
    })
  })

  test('numbers that are never kept are nowhere in it', () => {
    const row = patientFromRow(['Green', '3/1/2004', '987-65-4321'], buildMapping(['family', 'birth-date', 'never-kept']), scene)
    expect(JSON.stringify(taken(row))).not.toContain('4321')
  })

  test('in a roster without numbers a row is known by birth date and name', () => {
    const mapping = buildMapping(['family', 'given', 'birth-date'])
    expect(taken(patientFromRow(["O'Brien", 'Zoë', '3/1/2004'], mapping, scene)).mapped).toMatchObject({ sourceId: '2004-03-01|obrien|zoe', identifiers: [] })
  })

  test.each([
    [{ deceased: 'Y' }, true, null], [{ deceased: 'N' }, false, null], [{ 'deceased-on': '3/1/2020' }, true, '2020-03-01'], [{ deceased: 'no', 'deceased-on': '43891' }, true, '2020-03-01'], [{ deceased: '' }, false, null],
  ])('%j', (cells, deceased, deceasedOn) => expect(taken(read(cells)).mapped).toMatchObject({ deceased, deceasedOn }))

  test.each([['1002', '01002'], ['10001', '10001'], ['1002-1234', '01002-1234'], ['10021234', '01002-1234'.replace('-', '')], ['1002.0', '01002'], ['K1A 0B1', 'K1A 0B1'], ['100000', '100000'], ['n/a', null], ['1-2', '1-2']])(
    'the ZIP code %s is %s', (text, postalCode) => expect(taken(read({ 'postal-code': text })).beside.postalCode).toBe(postalCode),
  )

  test.each([['ny', 'NY'], ['New York', 'New York'], ['', null]])('the state %s is %s', (text, state) => expect(taken(read({ state: text })).mapped.state).toBe(state))

  test('several phone columns are all read', () => {
    const row = patientFromRow(['Green', '3/1/2004', '555-0123', '555-0199', '555-0177'], buildMapping(['family', 'birth-date', 'phone', 'work-phone', 'phone']), scene)
    expect(taken(row).mapped.contacts.map((contact) => [contact.value, contact.use])).toEqual([['555-0123', null], ['555-0177', null], ['555-0199', 'work']])
  })
})

describe('the names of a row', () => {
  const names = (cells: Partial<Record<RosterField, string>>) => {
    const { mapped, notes } = taken(read(cells))
    return [mapped.legalFamily, mapped.legalGiven, mapped.usedGiven, ...notes.map((note) => note.code)]
  }
  const whole = (name: string) => {
    const { mapped, notes } = taken(patientFromRow([name, '3/1/2004'], buildMapping(['whole-name', 'birth-date']), scene))
    return [mapped.legalFamily, mapped.legalGiven, ...notes.map((note) => note.code)]
  }

  test.each([
    [{ family: 'Null', given: 'Christopher' }, ['Null', 'Christopher', null, 'NAME_DOUBTFUL']], [{ family: 'Na', given: 'Hong-jin' }, ['Na', 'Hong-jin', null, 'NAME_DOUBTFUL']],
    [{ family: 'Suharto', given: '' }, ['Suharto', '', null]], [{ family: '', given: 'Suharto' }, ['Suharto', '', null]], [{ family: 'Suharto', given: 'N/A' }, ['Suharto', '', null]], [{ family: '-', given: 'Suharto' }, ['Suharto', '', null]],
    [{ family: 'Green', given: 'Ann', middle: 'Q' }, ['Green', 'Ann Q', null]], [{ family: 'Green', given: 'Alexandra', 'used-given': 'Alex' }, ['Green', 'Alexandra', 'Alex']],
    [{ family: 'Green', given: 'Ann', 'used-given': 'Ann' }, ['Green', 'Ann', null]], [{ family: 'Green', given: 'Ann', middle: 'Q', 'used-given': 'Ann Q' }, ['Green', 'Ann Q', null]], [{ family: 'Green', given: 'Ann', middle: 'Q', 'used-given': 'Ann' }, ['Green', 'Ann Q', null]],
    [{ family: "O'Conner", given: 'Carmelina Linnea' }, ["O'Conner", 'Carmelina Linnea', null]], [{ family: '小龙', given: '李' }, ['小龙', '李', null]], [{ family: 'Pen\u0303a', given: 'Esteban' }, ['Peña', 'Esteban', null]],
  ])('%j', (cells, expected) => expect(names(cells)).toEqual(expected))

  test.each([
    ['Green, Ann Marie', ['Green', 'Ann Marie']], ['de la Cruz, María', ['de la Cruz', 'María']], ['Green,Ann', ['Green', 'Ann']], ['Green, Ann, Q', ['Green', 'Ann Q']],
    ['Ann Marie Green', ['Green', 'Ann Marie', 'NAME_SPLIT']], ['María de la Cruz', ['de la Cruz', 'María', 'NAME_SPLIT']], ['Anna van der Berg', ['van der Berg', 'Anna', 'NAME_SPLIT']], ['Sean St. John', ['St. John', 'Sean', 'NAME_SPLIT']],
    ['La Green', ['Green', 'La', 'NAME_SPLIT']], ['Suharto', ['Suharto', '']],
  ])('the whole name "%s" is %j', (name, expected) => expect(whole(name)).toEqual(expected))
})

describe('a row is refused with its field and a sentence', () => {
  test.each([
    [{ family: '', given: '' }, 'NAME_MISSING', 'family'], [{ family: '--', given: 'N/A' }, 'NAME_MISSING', 'family'], [{ family: '=A1' }, 'ROSTER_CELL_IS_FORMULA', 'family'], [{ given: '#REF!' }, 'ROSTER_CELL_IS_ERROR', 'given'],
    [{ family: 'Gr\u0007een' }, 'NAME_HAS_CONTROL_CHARACTERS', 'family'], [{ family: 'x'.repeat(201) }, 'NAME_TOO_LONG', 'family'], [{ middle: 'x'.repeat(201) }, 'NAME_TOO_LONG', 'middle'],
    [{ 'birth-date': '' }, 'BIRTH_DATE_MISSING', 'birth-date'], [{ 'birth-date': 'unknown' }, 'BIRTH_DATE_MISSING', 'birth-date'], [{ 'birth-date': '2/30/2004' }, 'BIRTH_DATE_NOT_A_DAY', 'birth-date'],
    [{ 'birth-date': '13/1/2004' }, 'BIRTH_DATE_NOT_A_DAY', 'birth-date'], [{ 'birth-date': '11/23/2025' }, 'BIRTH_DATE_IN_FUTURE', 'birth-date'], [{ 'birth-date': '1/1/1880' }, 'BIRTH_DATE_TOO_LONG_AGO', 'birth-date'],
    [{ 'birth-date': '#######' }, 'ROSTER_CELL_IS_ERROR', 'birth-date'], [{ 'birth-date': '=TODAY()' }, 'ROSTER_CELL_IS_FORMULA', 'birth-date'],
    [{ mrn: '' }, 'ROSTER_NUMBER_MISSING', 'mrn'], [{ mrn: 'N/A' }, 'ROSTER_NUMBER_MISSING', 'mrn'], [{ mrn: '1.23457E+11' }, 'ROSTER_NUMBER_SHORTENED', 'mrn'], [{ mrn: '#N/A' }, 'ROSTER_CELL_IS_ERROR', 'mrn'],
    [{ mrn: '9'.repeat(101) }, 'ROSTER_NUMBER_TOO_LONG', 'mrn'],
  ])('%j: %s', (cells, code, field) => expect(refused(read(cells))).toEqual([code, field]))

  test('the day is that of the practice, not of UTC', () => {
    const mapping = buildMapping(['family', 'birth-date'])
    const evening = { ...scene, at: Date.UTC(2025, 10, 23, 2) }
    expect(refused(patientFromRow(['Green', '11/23/2025'], mapping, evening))).toEqual(['BIRTH_DATE_IN_FUTURE', 'birth-date'])
    expect(taken(patientFromRow(['Green', '11/23/2025'], mapping, { ...evening, timeZone: 'UTC' })).mapped.birthDate).toBe('2025-11-23')
  })

  test('a row with more cells than headings is not guessed', () => {
    const mapping = buildMapping(['family', 'birth-date'])
    expect(patientFromRow(['Green', 'Jr', '3/1/2004'], mapping, scene)).toMatchObject({ refused: 'ROSTER_ROW_SHIFTED', field: null, facts: { cells: 3, headings: 2 } })
    expect(taken(patientFromRow(['Green', '3/1/2004', '', ' '], mapping, scene)).mapped.legalFamily).toBe('Green')
  })

  test('a row that ends early has empty cells, an empty row is none', () => {
    const mapping = buildMapping(['family', 'birth-date', 'email', 'mrn'])
    expect(refused(patientFromRow(['Green', '3/1/2004'], mapping, scene))).toEqual(['ROSTER_NUMBER_MISSING', 'mrn'])
    expect(patientFromRow(['', ' ', ''], mapping, scene)).toEqual({ empty: true })
    expect(patientFromRow([], mapping, scene)).toEqual({ empty: true })
  })

  test('the sentence names the field and the next step, in English and Spanish, and no content', () => {
    const row = read({ 'birth-date': '2/30/2004' }) as RosterRefusal
    expect(row.sentence.en).toBe('Birth date: The birth date is not a day of the calendar. Give year, month and day.')
    expect(row.sentence.es).toMatch(/^Fecha de nacimiento: /)
    const shifted = patientFromRow(['Green', 'Jr', '3/1/2004'], buildMapping(['family', 'birth-date']), scene) as RosterRefusal
    expect(shifted.sentence.en).toMatch(/^This row has 3 cells under 2 headings/)
    expect(JSON.stringify(shifted)).not.toContain('Green')
  })
})

describe('what is left out of a row is noted', () => {
  test.each([
    [{ email: '#N/A' }, 'email', 'NOT_UNDERSTOOD'], [{ email: '=A1' }, 'email', 'NOT_UNDERSTOOD'], [{ email: 'ann' }, 'email', 'NOT_UNDERSTOOD'], [{ 'home-phone': '914-555-0123 / mother' }, 'home-phone', 'PART_NOT_USED'],
    [{ language: 'Klingon' }, 'language', 'NOT_UNDERSTOOD'], [{ 'sex-at-birth': 'Q' }, 'sex-at-birth', 'NOT_UNDERSTOOD'], [{ 'deceased-on': '2/30/2020' }, 'deceased-on', 'NOT_UNDERSTOOD'], [{ 'deceased-on': '3/1/2030' }, 'deceased-on', 'NOT_UNDERSTOOD'],
    [{ city: 'x'.repeat(201) }, 'city', 'NOT_UNDERSTOOD'], [{ 'birth-date': '3/1/15' }, 'birth-date', 'YEAR_GUESSED'], [{ interpreter: 'perhaps' }, 'interpreter', 'NOT_UNDERSTOOD'],
  ])('%j', (cells, field, code) => expect(taken(read(cells)).notes).toEqual([{ field, code }]))

  test('every note is a sentence in both languages', () => {
    for (const code of noteCodes) {
      expect(sentenceOf({ field: 'email', code }, 'en')).toMatch(/^E-mail: [A-Z].*\.$/)
      expect(sentenceOf({ field: 'email', code }, 'es')).toMatch(/^Correo electrónico: [A-Z].*\.$/)
    }
  })
})

test('whatever stands in the cells, a row is taken with a name and a day of birth, refused with a sentence, or empty', () => {
  const cell = fc.oneof(fc.constantFrom('Green', '3/1/04', '=A1', '#N/A', 'N/A', '38047', '914-555-0123', '', 'F', '999-99-9999'), fc.string({ unit: 'grapheme', maxLength: 15 }))
  const mapping = buildMapping(['family', 'given', 'birth-date', 'mrn', 'email', 'phone', 'language', 'postal-code', 'deceased-on'])
  fc.assert(fc.property(fc.array(cell, { maxLength: 11 }), (cells) => {
    const row = patientFromRow(cells, mapping, scene)
    if ('mapped' in row) {
      expect(row.mapped.legalFamily).not.toBe('')
      expect(row.mapped.birthDate).toMatch(/^(18|19|20)\d\d-\d\d-\d\d$/)
      expect(row.mapped.birthDate <= '2025-11-22').toBe(true)
    } else if ('refused' in row) {
      expect(row.sentence.en).toMatch(/\.$/)
      expect(row.sentence.es).toMatch(/\.$/)
    } else {
      expect(cells.join('').trim()).toBe('')
    }
  }), { numRuns: 500 })
})
