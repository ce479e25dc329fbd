import type { TodayAnswer, TodayRow } from '#domain/contracts/today.ts'

export const NOW = Date.parse('2026-11-24T15:42:00Z')

/** Somebody who comes to Main Street at 11:00 and could be enrolled now. */
export function buildComer(more: Partial<TodayRow> = {}): TodayRow {
  const name = more.name ?? 'Carlota Muro'
  return {
    id: `appointment ${name}`, patientId: name.split(' ')[0]?.toLowerCase() ?? '', startAt: '2026-11-24T16:00:00.000Z', status: 'booked', name,
    birthDate: '1981-07-27', age: 45, language: 'es', portalState: 'none', lookAlike: false, nextAction: { act: 'enroll-now' }, ...more,
  }
}

export const tooYoung: TodayRow['nextAction'] = {
  act: 'why-not', code: 'ACCOUNT_TOO_YOUNG', message: 'An own account begins at 13 here.', next: 'A parent or guardian can have proxy access.', rule: 'R10',
  say: 'From 13 on there can be an own account.',
}

export function buildToday(rows: readonly TodayRow[], more: Partial<TodayAnswer> = {}): TodayAnswer {
  const site = { id: 'main', name: 'Main Street', timeZone: 'America/New_York' }
  return { site, sites: [{ id: 'main', name: 'Main Street' }], day: '2026-11-24', rows: [...rows], more: false, ...more }
}
