import type { FeedScene } from '#domain/feeds/fhir-patient.ts'

/** Tuesday 24 November 2026, 10:42 in New York. */
export const now = Date.UTC(2026, 10, 24, 15, 42)

export const scene: FeedScene = { source: 'test-feed', at: now, timeZone: 'America/New_York' }

/** A FHIR R4 Patient with what the test does not say filled in. */
export function buildFhirPatient(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    resourceType: 'Patient', id: 'p1', name: [{ use: 'official', family: 'Heredia', given: ['Hernán'] }], birthDate: '2014-11-23', ...more,
  }
}
