import type { ClockAnswer, ThreadAnswer, ThreadRow } from '#domain/contracts/messages.ts'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { HOUR, isoOf, MINUTE } from '#domain/time.ts'

/** Tue 24 Nov 2026, 10:42 in New York. */
export const NOW = Date.parse('2026-11-24T15:42:00Z')
const received = NOW - 43 * HOUR - 2 * MINUTE

/** A clock of MyChart: 48 hours to the target, 72 to the limit. */
export function buildClock(given: Partial<ClockAnswer> = {}): ClockAnswer {
  return {
    startedAt: isoOf(received), warnAt: isoOf(received + 36 * HOUR), targetAt: isoOf(received + 48 * HOUR), limitAt: isoOf(received + 72 * HOUR), halfAt: isoOf(received + 24 * HOUR),
    stage: 'warned', paused: false, pausedSinceAt: null, answeredAt: null, unit: 'elapsed-hours', target: 48, limit: 72, ...given,
  }
}

export function buildRow(given: Partial<ThreadRow> = {}): ThreadRow {
  return {
    id: 't1', version: 4, patient: { id: 'p1', name: 'Carin Schowalter', birthDate: '1968-08-09', age: 58, mrnTail: '4f2a' }, writtenBy: null, subject: 'Cholesterol result', line: 'Is 98 good?',
    queueId: 'q1', queueName: 'Riverside providers', portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ', siteId: 's1', state: 'open', flagged: false, clock: buildClock(), assignee: { id: 'staff-rosa', name: 'Rosa Delgado' },
    mine: true, heldSinceAt: isoOf(NOW - 2 * MINUTE), present: [], lastMessageAt: isoOf(received), language: 'en', notRead: false, audience: 'all-who-may', ...given,
  }
}

const self = { kind: 'patient' as const, id: 'p1', name: 'Carin Schowalter', relationship: null, rule: 'R20', mayReply: true }
const freely = { claim: null, giveBack: null, takeOver: null, reassign: null, reply: null, note: null, forward: null, wait: null, resolve: null, reopen: null, move: null, call: null }

/** A thread that whoever sits here holds, with one message of the patient. */
export function buildThread({ row, ...given }: Partial<Omit<ThreadAnswer, 'row'>> & { row?: Partial<ThreadRow> } = {}): ThreadAnswer {
  return {
    at: isoOf(NOW), row: buildRow(row), topic: 'results', recipient: 'provider', flag: null, emergencyNumber: '911', resolved: null, clockDays: [], clockZone: 'America/New_York', lastPatientMessageId: 'm1',
    entries: [{ id: 'm1', kind: 'message', sender: { kind: 'patient', name: 'Carin Schowalter', relationship: null }, text: 'Is 98 good or do I keep taking the statin?', language: 'en', at: isoOf(received), attachments: [], cause: null, call: null, delivery: null }],
    rule: { id: 'R50', portalName: 'MyChart NY/NJ', waitingPauses: true }, readers: { readers: [self], ask: false, fingerprint: 'f1', patientOnly: null }, draft: null, may: freely,
    context: { language: 'en', phoneTail: '37', phone: '914-555-0137', lookAlike: false, portalState: 'active', portalTakesMessages: true, messageLanguages: ['en'], proxies: [], openResults: null, earlierThreads: [] }, ...given,
  }
}

export function buildQueue(given: Partial<QueueLine> = {}): QueueLine {
  return {
    id: 'q1', version: 1, name: 'Riverside providers', kind: 'provider-pool', clinical: true, siteId: 's1', siteName: 'Riverside', portalId: null, portalName: null, lead: { id: 'staff-rosa', name: 'Rosa Delgado' }, emergencyQueueId: null,
    isMember: true, isDefault: true, retired: false, counts: { unresolved: 14, mine: 3, unclaimed: 9, waiting: 2, flagged: 1, late: 0 }, opensAt: isoOf(NOW + 21 * HOUR), dueBeforeOpening: 2, members: [{ id: 'staff-lena', name: 'Dr. Lena Fay' }], ...given,
  }
}
