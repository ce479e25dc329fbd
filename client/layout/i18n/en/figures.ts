/** Enrollment in numbers, and incidents. */
export const figures = {
  figures: {
    under: 'Invitations by the day they were first sent. Every number opens the people behind it.', span: 'Of when', last_days: 'last %{days} days', view: 'As', charts: 'Charts', tables: 'Tables', key_tables: 'charts or tables',
    part: { invited: 'Invited', opened: 'Opened', activated: 'Activated', declined: 'Declined', expired: 'Expired', failed: 'Bounced or refused', 'declined-at-desk': 'Why they say no at the desk', deferred: 'Why it is put off', 'open-now': 'Open now' },
    share: '%{share} % of the invited', median: 'To active, median', p90: 'To active, p90', p90_under: 'nine of ten are faster', people: '%{smart_count} person |||| %{smart_count} people', unit: { min: 'min', h: 'h', d: 'days' },
    by_week: 'Week by week', by_portal: 'By portal', by_site: 'By site', by_channel: 'By e-mail or at the desk', channel: { email: 'E-mail', desk: 'At the desk' }, name: 'Of', nobody: 'Nobody', where: 'Where', took: 'Took', back: 'Back to the numbers', key_back: 'back to the numbers',
  },
  incidents: {
    under: 'What went wrong and has to be looked at.', which: 'Which incidents', state: { open: 'Open', closed: 'Closed' }, none_open: 'No incident is open', none_open_hint: 'A wrong enrollment that was undone, desk codes of several people on one device and recalled results come here.', none_closed: 'No incident is closed yet', list: 'By date',
    kind: { 'wrong-enrollment': 'Wrong person enrolled', 'desk-codes-on-one-device': 'Desk codes of several people on one device', 'result-recalled': 'Result recalled', 'not-me': 'Patient said: this was not me', 'recovery-stopped': 'Call stopped safely', 'reset-by-two': 'Reset decided by two persons', 'agent-contained': 'Acts of one person contained' }, no_patient: 'no single patient', opened: 'Opened by', patient: 'Patient', closed: 'Closed',
    fact: {
      cause: 'Cause', portal: 'Portal', siteName: 'Site', codesEnded: 'Codes ended', invitationsEnded: 'Invitations ended', accountEnded: 'Account closed', sessionsEnded: 'Sessions signed out', signIns: 'Sign-ins before', lastSignInAt: 'Last sign-in',
      categoriesSeen: 'Had been seen', people: 'People', withinHours: 'Within hours', codeMadeBy: 'Last code made by', viewed: 'Had opened it',
    },
    right: 'Should have been', yes: 'yes', no: 'no', nothing: 'nothing',
    close: 'Close it…', close_title: 'Close this incident', close_effect: 'It is closed with your note; the facts stay.', close_do: 'Close it',
  },
}
