import { expect, test } from 'vitest'
import { organizationFromFhir } from '#domain/feeds/fhir-organization.ts'
import { practitionerFromFhir } from '#domain/feeds/fhir-practitioner.ts'
import { practitionerRoleFromFhir } from '#domain/feeds/fhir-practitioner-role.ts'
import { relatedPersonFromFhir } from '#domain/feeds/fhir-related-person.ts'
import { scene } from '#test/domain/feeds/build.ts'

const origin = { source: 'test-feed', sourceId: 'x1' }

test.each([
  [{ coding: [{ code: 'MTH', display: 'mother' }] }, 'mother'],
  [{ coding: [{ code: 'GUARD' }] }, 'guardian'],
  [{ text: 'Foster Aunt' }, 'foster aunt'],
  [undefined, 'related'],
])('a related person with relationship %j is called %s', (relationship, word) => {
  const resource = {
    resourceType: 'RelatedPerson', id: 'x1', patient: { reference: 'Patient/p1' }, name: [{ family: 'Rambeau', given: ['Maria'] }],
    ...(relationship ? { relationship: [relationship] } : {}),
  }
  expect(relatedPersonFromFhir(resource, scene)).toEqual({ mapped: { ...origin, patientSourceId: 'p1', name: 'Maria Rambeau', relationship: word } })
})

test('a related person of nobody, or without a name, is not taken', () => {
  const resource = { resourceType: 'RelatedPerson', id: 'x1', patient: { reference: 'Group/1' }, name: [{ family: 'A' }] }
  expect(relatedPersonFromFhir(resource, scene)).toEqual({ refused: 'FEED_ROW_UNREADABLE', facts: { field: 'patient.reference' } })
  expect(relatedPersonFromFhir({ ...resource, patient: { reference: 'Patient/p1' }, name: [] }, scene)).toEqual({ refused: 'NAME_MISSING' })
})

test.each([['9999992198', '9999992198'], ['510', null], ['99999921980', null]])('an NPI of %s is kept as %s', (value, npi) => {
  const resource = {
    resourceType: 'Practitioner', id: 'x1', identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value }],
    name: [{ family: 'Bergstrom', given: ['Randy'], prefix: ['Dr.'] }],
  }
  expect(practitionerFromFhir(resource, scene)).toEqual({ mapped: { ...origin, npi, name: 'Dr. Randy Bergstrom' } })
})

test('a practitioner’s role names the specialty and the organization', () => {
  const resource = {
    resourceType: 'PractitionerRole',
    practitioner: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '9999949792' } },
    organization: { reference: 'Organization/o7' },
    specialty: [{ coding: [{ display: 'General Practice Physician' }] }],
  }
  expect(practitionerRoleFromFhir(resource)).toEqual({
    mapped: { npi: '9999949792', practitionerSourceId: null, organizationSourceId: 'o7', locationSourceIds: [], specialties: ['General Practice Physician'] },
  })
})

test('an organization has a name, and a number where it gives one', () => {
  const resource = { resourceType: 'Organization', id: 'x1', name: 'TOWN PLAZA', telecom: [{ system: 'phone', value: '3164402565' }] }
  expect(organizationFromFhir(resource, scene)).toEqual({
    mapped: { ...origin, name: 'TOWN PLAZA', phone: '3164402565', city: null, state: null },
  })
  expect(organizationFromFhir({ ...resource, name: ' ' }, scene)).toEqual({ refused: 'NAME_MISSING' })
})
