import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { GroupCases } from '#test/domain/portals/parameter-cases.ts'
import { everywhere, onEach } from '#test/domain/portals/parameter-cases.ts'

const weekdays = 'mon 08:30-17:30, tue 08:30-17:30, wed 08:30-17:30, thu 08:30-17:30, fri 08:30-17:30'

/** Service dates, contacts, languages, messages, preferences, leaving, as the documents publish them. */
export const serviceCases: {
  service: GroupCases<'service'>
  contacts: GroupCases<'contacts'>
  languages: GroupCases<'languages'>
  messages: GroupCases<'messages'>
  preferences: GroupCases<'preferences'>
  leaving: GroupCases<'leaving'>
  recordRequests: GroupCases<'recordRequests'>
} = {
  service: {
    opensOn: onEach('R80 R85 the portal opens', ['2025-03-01', null, null, null, null]),
    messagesEndOn: onEach('R80 messages end', [null, '2025-02-27', '2025-02-27', null, null]),
    readOnly: onEach('R80 R81 the portal becomes read-only and keeps', [
      null, { fromOn: '2025-02-27', keeps: ['view', 'download', 'print'] }, null, null, null,
    ]),
    retiredOn: onEach('R85 the portal retires', [null, null, '2025-03-01', null, null]),
    cutOver: onEach('R80 R82 the portal takes part in the move to MyChart', [
      '2025-03-01', '2025-03-01', '2025-03-01', null, null,
    ], (cutOver: PortalPolicy['service']['cutOver']) => cutOver && cutOver.goLiveOn),
  },
  contacts: {
    points: onEach('R43 numbers and addresses are that portal\'s own', [
      ['1-833-678-8687 TTY 711', 'office'],
      ['office'],
      ['office'],
      ['1-866-917-1690', '1-877-290-2133', 'myportal@optum.optumcare.com', 'office'],
      ['1-877-290-2133', '1-888-670-9775', 'office'],
    ], (points: PortalPolicy['contacts']['points']) => points.map((point) => (
      (point.phone ?? point.email ?? point.kind) + (point.tty ? ` TTY ${point.tty}` : '')
    ))),
  },
  languages: {
    interface: onEach('R54 the interface speaks', [['en', 'es'], ['en'], ['en'], ['en'], ['en']]),
    clinicalContent: everywhere('R54 clinical content stays English', ['en']),
    messages: everywhere('R54 messages stay English', ['en']),
  },
  messages: {
    promise: onEach('R50 the promise of a reply', [
      { unit: 'elapsed-hours', target: 48, limit: 72 },
      { unit: 'elapsed-hours', target: 48, limit: 72 },
      { unit: 'elapsed-hours', target: 48, limit: 72 },
      { unit: 'business-days', target: 1, limit: 3 },
      { unit: 'business-days', target: 3, limit: 3 },
    ]),
    officeHours: everywhere('R50 R51 business days have these hours', weekdays, hoursInWords),
    holidays: everywhere('R50 the US federal holidays are no business days', {
      calendar: 'us-federal', alsoClosedOn: [], openAnywayOn: [],
    }),
    waitingPauses: everywhere('R50 waiting for the patient pauses the clock', true),
    recipients: onEach('R55 messages go to', [
      ['provider'], ['provider'], ['provider'], ['provider', 'billing', 'administrative-support'], ['provider'],
    ]),
    emergencyNumber: everywhere('R52 an emergency is told to call', '911'),
    phoneWhenNeededWithinHours: onEach('R52 care needed soon is asked for by phone', [null, null, null, 48, null]),
  },
  preferences: {
    channels: onEach('R71 the portal reaches patients by', [
      ['portal', 'email', 'sms', 'app'],
      ['portal', 'email', 'sms'],
      ['portal', 'email', 'sms'],
      ['portal', 'email'],
      ['portal', 'email', 'sms'],
    ]),
    staffSetOptOuts: everywhere('R71 staff set opt-outs for a patient without an account', true),
    patientIdleMinutes: onEach('R74 an idle patient is signed out', [null, null, null, 10, null]),
  },
  leaving: {
    modes: onEach('R72 R73 ways to leave', [
      [], [], [],
      ['dis-enroll: new data stops, old data not-published, proxies not-published, back by-sign-up'],
      [
        'disconnect: new data stops, old data stays, proxies stay, back not-published',
        'remove-account: new data stops, old data removed, proxies all-removed, back never',
      ],
    ], (modes: PortalPolicy['leaving']['modes']) => modes.map((each) => (
      `${each.mode}: new data ${each.newData}, old data ${each.oldData}, proxies ${each.proxies}, back ${each.comingBack}`
    ))),
  },
  recordRequests: {
    ranges: everywhere('R70 a request names from and to, or everything', ['from-to', 'complete']),
    dueDays: everywhere('R70 a request is due in 30 days', 30),
    extensionDays: everywhere('R70 an extension is 30 days', 30),
    longestExtensions: everywhere('R70 there is one extension', 1),
  },
}

function hoursInWords(hours: PortalPolicy['messages']['officeHours']): string {
  return Object.entries(hours)
    .flatMap(([day, intervals]) => intervals.map(({ opens, closes }) => `${day} ${opens}-${closes}`))
    .join(', ')
}
