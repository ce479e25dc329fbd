import type { CoverLine, CoversAnswer, DanglingRow, PractitionerRecord } from '#domain/contracts/practitioners.ts'

export const clinicians: CoversAnswer['clinicians'] = [
  { id: 'fay', name: 'Dr. Samuel Fay', npi: '1740283779', clinicianKind: 'prescriber' },
  { id: 'weimann', name: 'Dr. Carol Weimann', npi: '1467560003', clinicianKind: 'prescriber' },
  { id: 'ortiz', name: 'Lena Ortiz', npi: null, clinicianKind: 'clinical-staff' },
]

export function buildRecord(more: Partial<PractitionerRecord> = {}): PractitionerRecord {
  return {
    id: 'p1', name: 'Samuel A. Fay', npi: '1740283779', specialty: 'Family Medicine', siteName: 'Main Street', source: 'former-system', roles: [], staffId: null,
    staffName: null, matchedHow: null, version: 4, careTeams: 8, orders: 3, sameNpi: [{ id: 'p2', name: 'Samantha Fay', source: 'former-system' }],
    matchedAt: null, matchedByName: null, candidates: clinicians, ...more,
  }
}

export function buildDangling(more: Partial<DanglingRow> = {}): DanglingRow {
  return {
    kind: 'npi-ambiguous', practitionerId: 'p1', coverId: null, name: 'Samuel A. Fay', npi: '1740283779', siteName: 'Main Street', staffName: null, ...more,
  }
}

export function buildCover(more: Partial<CoverLine> = {}): CoverLine {
  return {
    id: 'c1', absentId: 'fay', absentName: 'Dr. Samuel Fay', coveringId: 'weimann', coveringName: 'Dr. Carol Weimann', fromAt: '2026-11-23T05:00:00.000Z',
    untilAt: '2026-11-28T05:00:00.000Z', setByName: 'Priya Nair', setAt: '2026-11-20T15:00:00.000Z', state: 'running', version: 2, ...more,
  }
}
