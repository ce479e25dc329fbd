import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldNames, fieldOf, foldHeader, rosterFields, type RosterField } from '#domain/rosters/fields.ts'
import { faultsOf, headerRowOf, isMappingFor, MOST_COLUMNS, proposeMapping, rosterMappingSchema, type RosterMapping } from '#domain/rosters/mapping.ts'

/** At least two English and one Spanish spelling of each field. */
const known: Record<RosterField, readonly string[]> = {
  'whole-name': ['Patient Name', 'Full name', 'Nombre completo'],
  family: ['Last Name', 'Surname', 'LAST_NAME', 'lname', 'Apellido', 'Apellidos'],
  given: ['First Name', 'Given Name', 'first-name', 'Nombre', 'Nombres'],
  middle: ['Middle Name', 'MI', 'Segundo nombre'],
  'used-given': ['Preferred Name', 'Nickname', 'Nombre preferido'],
  'birth-date': ['DOB', 'Birth Date', 'Date of Birth', 'birthdate', 'D.O.B.', 'Fecha de nacimiento', 'FECHA NACIMIENTO'],
  mrn: ['MRN', 'Chart #', 'Chart Number', 'chart no.', 'Medical Record No', 'Número de expediente', 'Historia clinica'],
  'sex-at-birth': ['Sex', 'Birth Sex', 'Sexo'],
  gender: ['Gender', 'Gender Identity', 'Género', 'Genero'],
  pronouns: ['Pronouns', 'Preferred pronouns', 'Pronombres'],
  language: ['Language', 'Preferred Language', 'Idioma', 'idioma preferido'],
  interpreter: ['Interpreter', 'Interpreter needed?', 'Necesita intérprete'],
  phone: ['Phone', 'Telephone', 'Phone #', 'Teléfono'],
  'mobile-phone': ['Cell', 'Mobile Phone', 'Celular', 'Móvil'],
  'home-phone': ['Home Phone', 'Phone (Home)', 'Teléfono de casa'],
  'work-phone': ['Work Phone', 'Phone - Work', 'Teléfono del trabajo'],
  email: ['Email', 'E-mail', 'e-mail address', 'EMAIL_ADDRESS', 'Correo electrónico'],
  city: ['City', 'Town', 'Ciudad'],
  state: ['State', 'ST', 'Estado'],
  'postal-code': ['ZIP', 'Zip Code', 'Postal code', 'Código postal', 'C.P.'],
  site: ['Location', 'Clinic', 'Sede'],
  deceased: ['Deceased', 'Expired', 'Fallecido'],
  'deceased-on': ['Date of death', 'DOD', 'Fecha de defunción'],
  'never-kept': ['SSN', 'Social Security #', "Driver's License", 'Seguro social'],
}

describe('headings are known in English and Spanish', () => {
  test.each(rosterFields)('%s', (field) => {
    for (const heading of known[field]) expect(fieldOf(heading), heading).toBe(field)
    expect(fieldNames[field].en).not.toBe('')
    expect(fieldNames[field].es).not.toBe('')
  })

  test('case, accents, signs, marks and spaces do not matter', () => {
    expect(['\ufeffLast Name', ' last\u00a0name ', 'LAST-NAME', 'last_name', 'Last\nName', 'LastName'].map(fieldOf)).toEqual(Array.from({ length: 6 }, () => 'family'))
    expect([foldHeader('Chart #'), foldHeader('Teléfono'), foldHeader('姓 名')]).toEqual(['chartnumber', 'telefono', '姓名'])
  })

  test.each(['Notes', 'Insurance', 'Last Visit', 'First Visit', 'Address', '', '#', 'Mother’s name', 'Emergency phone'])('"%s" is not guessed', (heading) => {
    expect(fieldOf(heading)).toBeNull()
  })
})

describe('a mapping is proposed and looked over', () => {
  test('with what is not mapped, said twice, or never kept', () => {
    expect(proposeMapping(['Last Name', 'First Name', 'DOB', 'MRN', 'Notes', 'Surname', 'Home Phone', 'Phone', 'Phone #', 'SSN', ''])).toEqual({
      columns: ['family', 'given', 'birth-date', 'mrn', null, null, 'home-phone', 'phone', 'phone', 'never-kept', null],
      unmapped: [4, 10], repeated: [5], neverKept: [9], faults: [],
    })
  })

  test('one column with the whole name is read when there are not both parts', () => {
    expect(proposeMapping(['Patient Name', 'DOB']).columns).toEqual(['whole-name', 'birth-date'])
    expect(proposeMapping(['Patient Name', 'Last Name', 'First Name', 'DOB'])).toMatchObject({ columns: [null, 'family', 'given', 'birth-date'], repeated: [0], faults: [] })
    expect(proposeMapping(['Patient Name', 'Last Name', 'Middle', 'DOB'])).toMatchObject({ columns: ['whole-name', null, null, 'birth-date'], repeated: [1, 2], faults: [] })
    expect(proposeMapping(['Last Name', 'DOB'])).toMatchObject({ columns: ['family', 'birth-date'], faults: [] })
  })

  test('and says what it lacks', () => {
    expect(proposeMapping(['MRN', 'First Name']).faults).toEqual([{ code: 'NO_NAME' }, { code: 'NO_BIRTH_DATE' }])
    expect(faultsOf(['family', 'birth-date', 'mrn', 'mrn', 'email', 'email'])).toEqual([{ code: 'TWO_COLUMNS', field: 'mrn' }])
    expect(faultsOf(['whole-name', 'birth-date'])).toEqual([])
  })

  test('whatever the headings are, no field has two columns and every column is accounted for', () => {
    const heading = fc.oneof(fc.constantFrom(...Object.values(known).flat()), fc.string({ maxLength: 12 }))
    fc.assert(fc.property(fc.array(heading, { maxLength: 15 }), (headings) => {
      const { columns, unmapped, repeated, faults } = proposeMapping(headings)
      expect(columns).toHaveLength(headings.length)
      expect(faults.some((fault) => fault.code === 'TWO_COLUMNS')).toBe(false)
      const left = columns.flatMap((column, at) => (column === null ? [at] : []))
      expect([...unmapped, ...repeated].toSorted((a, b) => a - b)).toEqual(left)
    }))
  })
})

describe('a saved mapping', () => {
  const saved: RosterMapping = {
    headings: ['lastname', 'dob'], columns: ['family', 'birth-date'], dateOrder: 'month-first', dateSystem: '1900', mrnSystem: 'legacy', mrnWidth: 8,
  }
  test('is kept as it is', () => {
    expect(rosterMappingSchema.parse(saved)).toEqual(saved)
    const withNumbers = { ...saved, headings: ['lastname', 'dob', 'ssn', 'passport'], columns: ['family', 'birth-date', 'never-kept', null] }
    expect(rosterMappingSchema.parse(withNumbers)).toEqual(withNumbers)
  })

  test.each([
    ['a column too few', { columns: ['family'] }], ['no birth date', { columns: ['family', null] }], ['a width of none', { mrnWidth: 0 }], ['no system', { mrnSystem: '' }],
    ['a social security number as record number', { headings: ['lastname', 'dob', 'ssn'], columns: ['family', 'birth-date', 'mrn'] }],
    ['a field that is none', { columns: ['family', 'ssn'] }], ['another order', { dateOrder: 'year-first' }], ['something else', { secret: 1 }],
    ['too many columns', { headings: Array.from({ length: MOST_COLUMNS + 1 }, () => 'x'), columns: [...Array.from({ length: MOST_COLUMNS - 1 }, () => null), 'family', 'birth-date'] }],
  ])('with %s is none', (_, change) => {
    expect(rosterMappingSchema.safeParse({ ...saved, ...change }).success).toBe(false)
  })

  test('is offered for a table with the same headings in the same order', () => {
    expect(isMappingFor(saved, ['LAST NAME', 'D.O.B.'])).toBe(true)
    expect(isMappingFor(saved, ['DOB', 'Last Name'])).toBe(false)
    expect(isMappingFor(saved, ['Last Name', 'DOB', 'MRN'])).toBe(false)
  })
})

describe('the row that heads the table', () => {
  test('may stand below title lines', () => {
    expect(headerRowOf([['Patient list'], [''], ['As of', '3/1/2024'], ['Last Name', 'First Name', 'DOB'], ['Green', 'Ann', '3/1/04']])).toBe(3)
    expect(headerRowOf([['Apellido', 'Fecha de nacimiento'], ['Green', '1/3/04']])).toBe(0)
  })

  test('is not guessed', () => {
    expect(headerRowOf([['Green', 'Ann', '3/1/04'], ['Brown', 'Bob', '3/2/04']])).toBeNull()
    expect(headerRowOf([['City', 'State'], ['Albany', 'NY']])).toBeNull()
    expect(headerRowOf([['Last', 'Green']])).toBeNull()
    expect(headerRowOf([])).toBeNull()
    expect(headerRowOf([...Array.from({ length: 15 }, () => ['x']), ['Last Name', 'DOB']])).toBeNull()
    expect(headerRowOf([...Array.from({ length: 14 }, () => ['x']), ['Last Name', 'DOB']])).toBe(14)
  })
})
