import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ackOf } from '#domain/hl7/ack.ts'
import { textOfBytes } from '#domain/hl7/encoding.ts'
import { parseMessage, unescape } from '#domain/hl7/message.ts'
import { readOru, type OruMessage } from '#domain/hl7/oru.ts'
import { timeOf } from '#domain/hl7/times.ts'
import { reasons } from '#domain/reasons.ts'
import { categorise } from '#domain/results/categories.ts'
import { sampleMessage, sampleMessages } from '#test/domain/hl7/sample-messages.ts'

const NEW_YORK = 'America/New_York'

function read(text: string): OruMessage {
  const answer = readOru(text, NEW_YORK)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.read
}

/** A message with the given lines after MSH and PID. */
function message(...lines: string[]): string {
  return ['MSH|^~\\&|LAB|NORTH|PD|PD|20261120101500-0500||ORU^R01|42|P|2.5.1', 'PID|1||777^^^NORTH^MR||Green^Ada||19840301|F', ...lines].join('\r')
}

test('every message that laboratories publish for testing is read', () => {
  const outcomes = sampleMessages().map(({ file, bytes }) => {
    const text = textOfBytes(bytes)
    const answer = 'refused' in text ? text : readOru(text.read, NEW_YORK)
    return { file, reports: 'refused' in answer ? answer.refused : answer.read.patients.reduce((sum, one) => sum + one.reports.length, 0) }
  })
  expect(outcomes).toHaveLength(65)
  expect(outcomes.filter((one) => typeof one.reports === 'string')).toEqual([])
  expect(outcomes.reduce((sum, one) => sum + Number(one.reports), 0)).toBeGreaterThan(300)
})

test('one message with a blood sugar, two hepatitis tests and an HIV test is four reports, each judged by itself', () => {
  const [one] = read(sampleMessage('hci.hl7')).patients
  const categories = one?.reports.map((report) => categorise({ codings: report.codings, text: report.name }, report.values.map((value) => ({ codings: value.codings, text: value.name }))).primary)
  expect(categories).toEqual(['laboratory', 'hepatitis', 'hepatitis', 'hiv-htlv'])
  expect(one?.reports.map((report) => report.orderedBy?.npi)).toEqual(Array(4).fill('1528068368'))
  expect(one?.reports[0]?.values[0]).toMatchObject({ kind: 'number', number: 5.8, unit: 'mg/dL', rangeText: '0.0 - 5.6', low: 0, high: 5.6, reading: 'high', status: 'final' })
  expect(new Set(one?.reports.map((report) => report.sourceId)).size, 'reports of one order keep apart').toBe(4)
})

test('a remark follows the value that it belongs to, with its line breaks and signs', () => {
  const value = read(sampleMessage('hci.hl7')).patients[0]?.reports[0]?.values[0]
  expect(value?.text).toBe('5.8')
  expect(value?.remarks[0]?.split('\n').slice(0, 2)).toEqual(['Interpretation: ', 'Normal <5.7'])
})

test('a message separates with its own characters', () => {
  const odd = ['MSH#*!%@#LAB#NORTH#PD#PD#20261120##ORU*R01#7#P#2.3', 'PID#1##9***X@1.2*MR##Green*Ada##19840301', 'OBR#1##F1#2345-7*Glucose*LN####################F', 'OBX#1#NM#2345-7*Glucose*LN##98#mg/dL#70 - 99#N###F'].join('\r')
  const [one] = read(odd).patients
  expect(one?.patient).toMatchObject({ family: 'Green', birthDate: '1984-03-01', identifiers: [{ value: '9', authority: 'X', authorityId: '1.2', kind: 'MR' }] })
  expect(one?.reports[0]?.values[0]).toMatchObject({ text: '98', number: 98, low: 70, high: 99, reading: 'normal' })
})

test.each([['CR', '\r'], ['LF', '\n'], ['CR LF', '\r\n']])('lines may end in %s', (_, end) => {
  expect(read(message('OBR|1||F1|2345-7^Glucose^LN|||||||||||||||||||||F', 'OBX|1|NM|2345-7^Glucose^LN||98|||||||F').replaceAll('\r', end)).patients[0]?.reports).toHaveLength(1)
})

test.each([
  ['OBX|1|NM|1-8^A^LN||7.1|||||||F', { kind: 'number', number: 7.1 }], ['OBX|1|NM|1-8^A^LN||hemolyzed|||||||F', { kind: 'text', text: 'hemolyzed' }],
  ['OBX|1|SN|1-8^A^LN||<^100|||||||F', { kind: 'number', text: '<100', number: 100 }], ['OBX|1|SN|1-8^A^LN||^1^:^128|||||||F', { kind: 'text', text: '1:128' }],
  ['OBX|1|CWE|1-8^A^LN||260385009^Negative^SCT|||||||F', { kind: 'coded', text: 'Negative' }], ['OBX|1|CE|1-8^A^LN||^^^L7^Reactive^L|||||||F', { kind: 'coded', text: 'Reactive' }],
  ['OBX|1|TX|1-8^A^LN||first~second|||||||F', { kind: 'text', text: 'first\nsecond' }], ['OBX|1|FT|1-8^A^LN||a\\.br\\b|||||||F', { kind: 'text', text: 'a\nb' }],
  ['OBX|1|ED|1-8^A^LN||^application^pdf^Base64^SGVsbG8=|||||||F', { kind: 'attachment', text: '', mediaType: 'application/pdf', bytes: 5 }],
  ['OBX|1||1-8^A^LN|||||||||F', { kind: 'none', text: '' }],
])('%s', (obx, expected) => {
  expect(read(message('OBR|1||F1|1-8^A^LN|||||||||||||||||||||F', obx)).patients[0]?.reports[0]?.values[0]).toMatchObject(expected)
})

test('a report that says nothing of its state is as settled as its least settled value', () => {
  const of = (...states: string[]) => read(message('OBR|1||F1|1-8^A^LN', ...states.map((state, at) => `OBX|${at + 1}|NM|1-8^A^LN||1||||||${state}`))).patients[0]?.reports[0]?.status
  expect(of('F', 'P')).toBe('preliminary')
  expect(of('F', 'C')).toBe('corrected')
  expect(of('F', '')).toBe('preliminary')
})

test('a letter that is not known is never final', () => {
  expect(read(message('OBR|1||F1|1-8^A^LN|||||||||||||||||||||Q', 'OBX|1|NM|1-8^A^LN||1||||||F')).patients[0]?.reports[0]?.status).toBe('preliminary')
})

test('two patients in one message keep their reports apart', () => {
  const two = read(message('OBR|1||F1|1-8^A^LN|||||||||||||||||||||F', 'OBX|1|NM|1-8^A^LN||1||||||F', 'PID|2||888^^^NORTH^MR||Brown^Eli||20150610', 'NK1|1|Brown^Mia|MTH', 'OBR|1||F2|1-8^A^LN|||||||||||||||||||||F', 'OBX|1|NM|1-8^A^LN||2||||||F'))
  expect(two.patients.map((one) => [one.patient.family, one.reports.map((report) => report.values[0]?.text)])).toEqual([['Green', ['1']], ['Brown', ['2']]])
})

test.each([
  ['', 'HL7_NO_HEADER'], ['PID|1', 'HL7_NO_HEADER'], ['MSHAxyz', 'HL7_SEPARATORS'], ['MSH|^^\\&|', 'HL7_SEPARATORS'],
  [message().replace('ORU^R01', 'ADT^A01'), 'HL7_NOT_A_RESULT'], [message().replace('|42|', '||'), 'HL7_NO_CONTROL_ID'], [message().replace('2.5.1', '3.0'), 'HL7_VERSION'],
  [message('!!'), 'HL7_SEGMENT'], [message(message()), 'HL7_SEVERAL_MESSAGES'], [message(), 'HL7_NO_REPORT'],
  ['MSH|^~\\&|A|B|C|D|2026||ORU^R01|1|P|2.5\rOBR|1||F|1-8^A^LN', 'HL7_NO_PATIENT'],
] as const)('%s is refused as %s, in words for people', (text, code) => {
  expect(readOru(text, NEW_YORK)).toMatchObject({ refused: code })
  expect(reasons[code].es.message).not.toBe('')
})

test('times: an offset is heeded, without one the clock is the site\'s, a day that does not exist is nothing', () => {
  expect(timeOf('20261101013000-0500', NEW_YORK)).toEqual({ on: '2026-11-01', at: Date.parse('2026-11-01T06:30Z') })
  expect(timeOf('202607010830', NEW_YORK)).toEqual({ on: '2026-07-01', at: Date.parse('2026-07-01T12:30Z') })
  expect(timeOf('20260701', NEW_YORK)).toEqual({ on: '2026-07-01', at: null })
  for (const text of ['20260230', '202607', 'DOB', '', '20261301101010']) expect(timeOf(text, NEW_YORK)).toEqual({ on: null, at: null })
})

test('a message in Latin-1 is read as it says, and bytes that contradict what it says are refused', () => {
  const said = (charset: string) => Buffer.from(message('OBR|1').replace('2.5.1', `2.5.1||||||${charset}`).replace('Ada', 'Zoé'), 'latin1')
  expect(textOfBytes(said('8859/1'))).toMatchObject({ read: expect.stringContaining('Zoé') as string })
  expect(textOfBytes(said(''))).toMatchObject({ read: expect.stringContaining('Zoé') as string })
  expect(textOfBytes(said('UNICODE UTF-8'))).toEqual({ refused: 'HL7_CHARSET' })
  expect(textOfBytes(said('EBCDIC'))).toEqual({ refused: 'HL7_CHARSET' })
})

test('no text at all makes the reader fall over', () => {
  const piece = fc.oneof(fc.constantFrom('MSH|^~\\&|', 'PID|', 'OBR|1||', 'OBX|1|NM|', '\r', '|', '^', '~', '\\', '&', '\\X', '\\.br\\', 'ORU^R01'), fc.string())
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
    readOru(pieces.join(''), NEW_YORK)
    readOru(message(pieces.join('').replaceAll('\r', ' '), `OBR|1||F1|${pieces.join('')}`), NEW_YORK)
  }), { numRuns: 300 })
})

test('what is written with escapes is read as it was meant', () => {
  const separators = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' }
  fc.assert(fc.property(fc.string(), (text) => {
    const written = text.replaceAll(/[\\|^~&]/g, (sign) => `\\${{ '\\': 'E', '|': 'F', '^': 'S', '~': 'R', '&': 'T' }[sign] ?? ''}\\`)
    expect(unescape(written, separators)).toBe(text)
  }))
})

test('the answer names the message that it answers and is a message itself', () => {
  const { header } = read(sampleMessage('hci.hl7'))
  const ack = ackOf(header, { code: 'AE', text: 'no | such ^ patient', at: Date.parse('2026-11-22T17:00Z'), id: 'a1' })
  expect(ack).toContain(`MSA|AE|${header.controlId}|no   such   patient`)
  expect(parseMessage(ack)).toMatchObject({ read: [{ name: 'MSH' }, { name: 'MSA' }] })
})
