/** What the server answers about a record that nobody else has access to, for screens that are about something else. */
export function nobodyElse(patientId: string) {
  return {
    [`GET /patients/${patientId}/proxies`]: {
      body: { patientId, birthDate: '1980-03-01', age: 46, deceased: false, ruler: [], portals: [], grants: [], legalStatuses: [], consents: [], hasBlock: false, suppressed: [], candidates: [] },
    },
    [`GET /patients/${patientId}/acts-for`]: { body: { person: null, grants: [] } },
  }
}
