import type { PatientOverview } from '#domain/contracts/patients.ts'

/** A record as the server answers it: an adult without anything that asks for attention. */
export function buildRecord(given: Partial<PatientOverview> = {}): PatientOverview {
  return {
    id: 'patient-ana', version: 3, restricted: false, heldUntil: null, name: 'Ana Ruiz', legalGiven: 'Ana', legalFamily: 'Ruiz', usedGiven: null, usedFamily: null,
    formerNames: [], birthDate: '1980-03-01', age: 46, sexAtBirth: 'F', gender: null, pronouns: null, language: 'es', interpreterNeeded: false, deceased: false,
    deceasedOn: null, death: null, alerts: [], doesNotWant: [], lookAlikes: [], city: null, state: null, mrnTail: '7f4b',
    site: { id: 'site-main', name: 'Main Street', timeZone: 'America/New_York', jurisdiction: 'NY', phone: null },
    contacts: [{ id: 'contact-1', kind: 'email', use: null, masked: 'a···@example.org', sinceAt: '2026-01-01T12:00:00Z', sinceProof: 'first-seen', ageDays: 300, shared: false, bounced: false }],
    portals: [], household: [], differences: [],
    provenance: { source: 'feed', synthetic: false, madeFields: [], createdAt: '2026-01-01T12:00:00Z', updatedAt: '2026-11-24T15:41:00Z' },
    ...given,
  }
}
