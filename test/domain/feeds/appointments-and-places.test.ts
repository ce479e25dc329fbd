import { expect, test } from 'vitest'
import { appointmentFromFhir } from '#domain/feeds/fhir-appointment.ts'
import { locationFromFhir } from '#domain/feeds/fhir-location.ts'
import { practitionerRoleFromFhir } from '#domain/feeds/fhir-practitioner-role.ts'
import { referredId } from '#domain/feeds/fhir-reference.ts'
import { scene } from '#test/domain/feeds/build.ts'

const patient = { actor: { reference: 'Patient/p1' } }
const buildAppointment = (more: Record<string, unknown> = {}) => ({
  resourceType: 'Appointment', id: 'a1', status: 'booked', start: '2026-11-24T10:00:00-05:00', participant: [patient], ...more,
})
const at = Date.UTC(2026, 10, 24, 15)

test('an appointment says whose it is, when, where, with whom and what kind of visit', () => {
  const resource = buildAppointment({
    end: '2026-11-24T10:20:00-05:00', serviceType: [{ text: 'Follow-up' }], description: 'why somebody comes is not kept',
    participant: [patient, { actor: { reference: 'https://ehr.example/fhir/Practitioner/d1/_history/3' } }, { actor: { reference: 'Location/l1' } }],
  })
  expect(appointmentFromFhir(resource, scene)).toEqual({
    mapped: {
      source: 'test-feed', sourceId: 'a1', patientSourceId: 'p1', practitionerSourceId: 'd1', practitionerNpi: null, locationSourceId: 'l1',
      startAt: at, endAt: at + 20 * 60_000, status: 'booked', visit: 'Follow-up', confidentialTo: [],
    },
  })
})

test.each([
  ['nobody’s', { participant: [{ actor: { reference: 'Location/l1' } }] }, 'APPOINTMENT_WITHOUT_PATIENT'],
  ['without a time', { start: undefined, status: 'waitlist' }, 'APPOINTMENT_WITHOUT_TIME'],
  ['with a time that has no zone', { start: '2026-11-24T10:00:00' }, 'FEED_ROW_UNREADABLE'],
  ['with a status that does not exist', { status: 'maybe' }, 'FEED_ROW_UNREADABLE'],
])('an appointment %s is not taken', (_, more, code) => {
  expect(appointmentFromFhir(buildAppointment(more), scene)).toMatchObject({ refused: code })
})

test('an appointment’s end comes from its end or its length, and is never before its start', () => {
  const endOf = (more: Record<string, unknown>) => {
    const answer = appointmentFromFhir(buildAppointment(more), scene)
    return 'mapped' in answer ? answer.mapped.endAt : answer.refused
  }
  expect(endOf({ minutesDuration: 30 })).toBe(at + 30 * 60_000)
  expect(endOf({ end: '2026-11-24T09:00:00-05:00' })).toBeNull()
  expect(endOf({})).toBeNull()
})

test('a location names the organization that runs it', () => {
  const resource = { resourceType: 'Location', id: 'l1', name: 'North wing', address: { city: 'Bloom', state: 'KS' }, managingOrganization: { identifier: { value: 'o7' } } }
  expect(locationFromFhir(resource, scene)).toEqual({
    mapped: { source: 'test-feed', sourceId: 'l1', name: 'North wing', phone: null, city: 'Bloom', state: 'KS', organizationSourceId: 'o7' },
  })
  expect(locationFromFhir({ ...resource, name: undefined }, scene)).toEqual({ refused: 'NAME_MISSING' })
})

test('a role of nobody is not taken; an NPI is a number, not an id of the feed', () => {
  expect(practitionerRoleFromFhir({ resourceType: 'PractitionerRole' })).toEqual({ refused: 'ROLE_WITHOUT_PRACTITIONER' })
  const role = { resourceType: 'PractitionerRole', practitioner: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '9999949792' } } }
  expect(practitionerRoleFromFhir(role)).toMatchObject({ mapped: { npi: '9999949792', practitionerSourceId: null } })
})

test.each([
  ['Patient/p1', 'p1'], ['https://ehr.example/r4/Patient/p1', 'p1'], ['Patient/p1/_history/2', 'p1'],
  ['urn:uuid:001ea705-d3ba-5329-0b27-a7fbde2f4007', '001ea705-d3ba-5329-0b27-a7fbde2f4007'], ['Group/p1', null], ['', null],
])('the reference %s points at the patient %s', (reference, id) => {
  expect(referredId('Patient', { reference })).toBe(id)
})
