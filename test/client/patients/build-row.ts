import type { PatientRow, PatientSearchAnswer } from '#domain/contracts/patients.ts'

/** Angele Greenfelder, found by name and birth date, who has no account. */
export function buildRow(more: Partial<PatientRow> = {}): PatientRow {
  return {
    id: 'p1', name: 'Angele Greenfelder', birthDate: '2004-03-01', age: 22, mrnTail: '4307', phoneTail: '64', siteName: 'Main Street', portalState: 'none',
    matched: ['name', 'birth-date'], lookAlike: false, lookAlikeHow: null, nextAction: { act: 'open' }, ...more,
  }
}

/** What a look-up answers: these people and nobody else. */
export function buildFound(rows: readonly PatientRow[], more: Partial<PatientSearchAnswer> = {}): PatientSearchAnswer {
  return { rows: [...rows], more: false, total: rows.length, need: null, nearSpellings: [], ...more }
}

export const tooYoungRow: PatientRow['nextAction'] = {
  act: 'why-not', code: 'ACCOUNT_TOO_YOUNG', message: 'An own account begins at 13 here.', next: 'A parent can have proxy access.', rule: 'R10', say: 'From 13 on.',
}
