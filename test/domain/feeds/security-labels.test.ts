import { describe, expect, it } from 'vitest'
import { appointmentFromFhir } from '#domain/feeds/fhir-appointment.ts'
import { diagnosticReportFromFhir } from '#domain/feeds/fhir-diagnostic-report.ts'
import { chargeItemFromFhir, immunizationFromFhir, isLetter, letterFromFhir } from '#domain/feeds/fhir-record-item.ts'
import { conditionFromFhir, documentFromFhir, medicationFromFhir } from '#domain/feeds/fhir-shared-item.ts'
import { confidentialLinesIn } from '#domain/feeds/security-labels.ts'

const scene = { source: 'ehr', at: 0, timeZone: 'America/New_York' }
const meta = { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }, { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'STD' }] }
const subject = { reference: 'Patient/p1' }

describe('R31: the labels that a source puts on what it sends', () => {
  it.each([
    ['STD', 'sti-care'], ['std', 'sti-care'], ['HIV', 'hiv-care'], ['SEX', 'reproductive-health'], ['PSY', 'mental-health'], ['BH', 'mental-health'], ['ETH', 'substance-use'], ['SUD', 'substance-use'],
  ] as const)('%s is %s', (code, line) => {
    expect(confidentialLinesIn({ security: [{ code }] })).toEqual([line])
  })

  it('others mark nothing; several are kept once each', () => {
    expect(confidentialLinesIn(undefined)).toEqual([])
    expect(confidentialLinesIn({ security: [{ code: 'R' }, { code: 'EMP' }, {}] })).toEqual([])
    expect(confidentialLinesIn({ security: [{ code: 'STD' }, { code: 'HIV' }, { code: 'STD' }] })).toEqual(['hiv-care', 'sti-care'])
  })

  it('are read on a result, an appointment, a medication, a note, a diagnosis, an immunization, a letter and a bill line', () => {
    const rows = [
      appointmentFromFhir({ resourceType: 'Appointment', id: 'a', meta, status: 'booked', start: '2026-11-20T15:00:00Z', participant: [{ actor: subject }] }, scene),
      medicationFromFhir({ resourceType: 'MedicationRequest', id: 'm', meta, status: 'active', subject }, scene),
      documentFromFhir({ resourceType: 'DocumentReference', id: 'n', meta, status: 'current', subject }, scene),
      conditionFromFhir({ resourceType: 'Condition', id: 'c', meta, subject }, scene),
      immunizationFromFhir({ resourceType: 'Immunization', id: 'i', meta, status: 'completed', patient: subject }, scene),
      letterFromFhir({ resourceType: 'DocumentReference', id: 'l', meta, status: 'current', subject }, scene),
      chargeItemFromFhir({ resourceType: 'ChargeItem', id: 'b', meta, status: 'billed', subject }, scene),
    ]
    expect(rows.map((row) => ('mapped' in row ? row.mapped.confidentialTo : row))).toEqual(rows.map(() => ['sti-care']))
    const report = diagnosticReportFromFhir({ resourceType: 'DiagnosticReport', id: 'r', meta, status: 'final', subject, code: { text: 'Culture' } }, scene)
    expect('mapped' in report ? report.mapped.report.confidentialTo : report).toEqual(['sti-care'])
  })
})

describe('items of a record that are no results', () => {
  it('a bill line has its day of service and its amount in cents', () => {
    const row = chargeItemFromFhir({ resourceType: 'ChargeItem', id: 'b', status: 'billed', subject, occurrenceDateTime: '2026-11-02T09:00:00-05:00', priceOverride: { value: 125.35, currency: 'USD' } }, scene)
    expect(row).toEqual({ mapped: { source: 'ehr', sourceId: 'bill-line/b', patientSourceId: 'p1', category: 'bill-line', acquiredOn: '2026-11-02', amountCents: 12_535, withdrawn: false, confidentialTo: [] } })
    expect(chargeItemFromFhir({ resourceType: 'ChargeItem', id: 'b', status: 'billed', subject, priceOverride: { value: 1, currency: 'EUR' } }, scene)).toMatchObject({ refused: 'FEED_ROW_UNREADABLE' })
    expect(chargeItemFromFhir({ resourceType: 'ChargeItem', id: 'b', status: 'billed' }, scene)).toEqual({ refused: 'ITEM_NOT_OF_PATIENT' })
  })

  it('what was taken back, not given or not billable is no more', () => {
    expect(immunizationFromFhir({ resourceType: 'Immunization', id: 'i', status: 'not-done', patient: subject }, scene)).toMatchObject({ mapped: { withdrawn: true } })
    expect(chargeItemFromFhir({ resourceType: 'ChargeItem', id: 'b', status: 'not-billable', subject }, scene)).toMatchObject({ mapped: { withdrawn: true } })
    expect(letterFromFhir({ resourceType: 'DocumentReference', id: 'l', status: 'superseded', subject }, scene)).toMatchObject({ mapped: { withdrawn: true } })
  })

  it('a letter is told from a note by its type', () => {
    expect(isLetter({ type: { coding: [{ system: 'http://loinc.org', code: '51852-2' }] } })).toBe(true)
    expect(isLetter({ type: { text: 'Letter' } })).toBe(true)
    for (const other of [{}, null, 'x', { type: { text: 'Progress note' } }, { type: { coding: [{ code: '11506-3' }] } }]) expect(isLetter(other)).toBe(false)
  })
})
