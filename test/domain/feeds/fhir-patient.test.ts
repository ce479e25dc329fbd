import { expect, test } from 'vitest'
import type { PatientFacts } from '#domain/feeds/facts.ts'
import { patientFromFhir } from '#domain/feeds/fhir-patient.ts'
import { buildFhirPatient, now, scene } from '#test/domain/feeds/build.ts'

function factsOf(more: Record<string, unknown>): PatientFacts {
  const answer = patientFromFhir(buildFhirPatient(more), scene)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.mapped
}

function refusalOf(more: Record<string, unknown>) {
  const answer = patientFromFhir(buildFhirPatient(more), scene)
  return 'refused' in answer ? answer.refused : 'taken'
}

const coded = (code: string) => ({ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code }] })

test('social security, licence and passport numbers are dropped; the medical record number stays', () => {
  const facts = factsOf({
    identifier: [
      { type: coded('MR'), system: 'http://hospital.example', value: 'MRN-7f4b' },
      { type: coded('SS'), system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-53-8547' },
      { system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-53-8548' },
      { type: coded('DL'), system: 'urn:oid:2.16.840.1.113883.4.3.25', value: 'S99917151' },
      { type: coded('PPN'), system: 'http://passports.example', value: 'X34328801X' },
    ],
  })
  expect(facts.identifiers).toEqual([{ kind: 'mrn', system: 'http://hospital.example', value: 'MRN-7f4b' }])
  expect(JSON.stringify(facts)).not.toMatch(/999-53|S999|X343/)
})

test.each([
  [undefined, 'BIRTH_DATE_MISSING'],
  ['2014', 'BIRTH_DATE_NOT_A_DAY'],
  ['2023-02-29', 'BIRTH_DATE_NOT_A_DAY'],
  ['2014-11-23T00:00:00Z', 'BIRTH_DATE_NOT_A_DAY'],
  ['23.11.2014', 'BIRTH_DATE_NOT_A_DAY'],
  ['2026-11-25', 'BIRTH_DATE_IN_FUTURE'],
  ['1895-01-01', 'BIRTH_DATE_TOO_LONG_AGO'],
  ['2026-11-24', 'taken'],
  ['2024-02-29', 'taken'],
  ['1896-01-01', 'taken'],
])('IN-06: a birth date of %s is %s', (birthDate, code) => {
  expect(refusalOf({ birthDate })).toBe(code)
})

test('IN-06: what is in the future is asked of the practice’s own calendar', () => {
  const kiritimati = patientFromFhir(buildFhirPatient({ birthDate: '2026-11-25' }), { ...scene, timeZone: 'Pacific/Kiritimati' })
  expect('mapped' in kiritimati && kiritimati.mapped.birthDate).toBe('2026-11-25')
})

test('the official name is the legal one, the usual one is used, a maiden name is neither', () => {
  const facts = factsOf({
    name: [{ use: 'maiden', family: 'Danvers', given: ['Monica'] }, { use: 'official', family: 'Rambeau', given: ['Monica'] }, { use: 'usual', given: ['Mo'] }],
  })
  expect([facts.legalFamily, facts.legalGiven, facts.usedGiven]).toEqual(['Rambeau', 'Monica', 'Mo'])
})

test('IN-05: names keep their script, marks, apostrophes and digits', () => {
  const facts = factsOf({ name: [{ use: 'official', family: "O'Conner199", given: ['Zoe\u0308', '小龙'] }] })
  expect([facts.legalFamily, facts.legalGiven]).toEqual(["O'Conner199", 'Zoë 小龙'])
})

test('IN-05: a control character in a name refuses the row, a sign that turns text around is taken out', () => {
  expect(refusalOf({ name: [{ family: 'Be\u0007ll', given: ['Ann'] }] })).toBe('NAME_HAS_CONTROL_CHARACTERS')
  expect(factsOf({ name: [{ family: 'Bell\u202e', given: ['Ann'] }] }).legalFamily).toBe('Bell')
})

test('somebody with one name only has it as family name; nobody is without any', () => {
  expect(factsOf({ name: [{ given: ['Cher'] }] })).toMatchObject({ legalFamily: 'Cher', legalGiven: '' })
  expect(factsOf({ name: [{ text: 'Null' }] })).toMatchObject({ legalFamily: 'Null', legalGiven: '' })
  expect(refusalOf({ name: [{ use: 'maiden', family: 'Gone' }] })).toBe('NAME_MISSING')
  expect(refusalOf({ name: [] })).toBe('NAME_MISSING')
})

test('a row that is not a Patient says which field is wrong, and never what stands there', () => {
  const answer = patientFromFhir(buildFhirPatient({ gender: 'Secret Value' }), scene)
  expect(answer).toEqual({ refused: 'FEED_ROW_UNREADABLE', facts: { field: 'gender' } })
})

test.each([
  [{ deceasedBoolean: true }, true, null],
  [{ deceasedDateTime: '1999-07-03T23:09:00-04:00' }, true, '1999-07-03'],
  [{ deceasedDateTime: '1999' }, true, null],
  [{ deceasedBoolean: false }, false, null],
  [{}, false, null],
])('R13: %j means deceased %s, on %s', (more, deceased, deceasedOn) => {
  expect(factsOf(more)).toMatchObject({ deceased, deceasedOn })
})

test('ID-02: a contact is as old as its own period, else as the row’s last update, else it does not say', () => {
  const point = { system: 'phone', value: '555-806-9773', use: 'home' }
  const period = factsOf({ telecom: [{ ...point, period: { start: '2020-03-01T00:00:00Z' } }], meta: { lastUpdated: '2024-01-01T00:00:00Z' } })
  expect(period.contacts[0]).toMatchObject({ sinceAt: Date.UTC(2020, 2, 1), sinceProof: 'period-start' })
  const updated = factsOf({ telecom: [point], meta: { lastUpdated: '2024-01-01T00:00:00Z' } })
  expect(updated.contacts[0]).toMatchObject({ sinceAt: Date.UTC(2024, 0, 1), sinceProof: 'last-updated' })
  expect(factsOf({ telecom: [point] }).contacts[0]).toMatchObject({ sinceAt: null, sinceProof: null })
})

test('ID-02: a contact from the future is as young as today, and a date without a time counts from its end', () => {
  const point = { system: 'phone', value: '555-806-9773' }
  expect(factsOf({ telecom: [{ ...point, period: { start: '2030-01-01T00:00:00Z' } }] }).contacts[0]?.sinceAt).toBe(now)
  expect(factsOf({ telecom: [{ ...point, period: { start: '2020-03-01' } }] }).contacts[0]?.sinceAt).toBe(Date.UTC(2020, 2, 2))
})

test('old, ended, unusable and repeated contacts are left out', () => {
  const facts = factsOf({
    telecom: [
      { system: 'phone', value: '555-111-1111', use: 'old' },
      { system: 'phone', value: '555-222-2222', period: { end: '2020-01-01' } },
      { system: 'phone', value: 'ask mother' },
      { system: 'email', value: 'no at sign' },
      { system: 'fax', value: '555-333-3333' },
      { system: 'email', value: 'Ann@Example.org' },
      { system: 'email', value: 'ann@example.org' },
    ],
  })
  expect(facts.contacts.map((one) => one.value)).toEqual(['Ann@Example.org'])
})

test('the language a person prefers comes before the first one', () => {
  const language = (code: string, preferred?: boolean) => ({ language: { coding: [{ code }] }, preferred })
  expect(factsOf({ communication: [language('en-US'), language('es', true)] }).language).toBe('es')
  expect(factsOf({ communication: [language('ru-RU')] }).language).toBe('ru-RU')
  expect(factsOf({ communication: [language('Klingon (Empire)')] }).language).toBeNull()
})
