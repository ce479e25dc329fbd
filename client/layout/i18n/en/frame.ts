/** Frame, building blocks, keys, palette, lock: the words that every screen shares. */
export const frame = {
  ra: {
    action: {
      update: 'Keep', create: 'Create', refresh: 'Read again', delete: 'Remove', close: 'Close', undo: 'Take back', clear_array_input: 'Clear the list',
    },
    auth: { auth_check_error: 'Sign in to go on.' },
    input: {
      references: {
        all_missing: 'The linked records cannot be found.',
        many_missing: 'One of the linked records is not there any more.',
        single_missing: 'The linked record is not there any more.',
      },
    },
    message: {
      delete_title: 'Remove %{name}?', delete_content: 'It is gone then.', update_title: 'Change %{name}?', update_content: 'Keep what you changed?',
      clear_array_input: 'Clear the whole list?',
      invalid_form: 'Some fields cannot be taken as they are.',
      select_all_limit_reached: 'Too many to choose at once: the first %{max} are chosen.',
      unsaved_changes: 'What you changed is not kept yet. Leave it?',
    },
    navigation: { next: 'Next', page: 'Page %{page}', previous: 'Previous' },
    notification: {
      data_provider_error: 'The answer cannot be read.',
      deleted: 'Removed |||| %{smart_count} removed',
      http_error: 'The server cannot be reached.',
      item_doesnt_exist: 'Nothing is here under that number.',
      logged_out: 'This session has ended. Sign in again.',
      not_authorized: 'Your role does not include this.',
      updated: 'Kept |||| %{smart_count} kept',
    },
    page: { create: 'New %{name}', edit: '%{name}', list: '%{name}', show: '%{name}' },
    validation: {
      email: 'This is no e-mail address.',
      number: 'This is no number.',
      regex: 'It has another form: %{pattern}',
      required: 'This is needed.',
      unique: 'Somebody has this already.',
    },
  },
  shell: {
    notices: 'Notices', new_notices: 'Notices, %{smart_count} new |||| Notices, %{smart_count} new', no_notices: 'No notices since you signed in.',
    home: 'Home', patients: 'Patients', messages: 'Messages', some_late: 'some late', assigned_to_you: 'A thread was assigned to you. See Messages.', emergency_came: 'Emergency wording in one of your queues. See Messages.', approvals: 'Approvals', administration: 'Administration', staff: 'Staff', practitioners: 'Practitioners', sites: 'Sites',
    portals: 'Portals & policies', outbox: 'Outbox', jobs: 'Jobs', imports: 'Imports', privacy: 'Privacy', audit: 'Audit', account: 'Account', mailbox: 'Mailbox',
    dashboards: 'Dashboards', message_setup: 'Messages set-up',
    menu: 'Menu', practice: 'Kind of practice', skip: 'Skip to the content', all_sites: 'All sites',
    find: 'Find a patient or type a command', find_short: 'Find', live: 'Live', not_live: 'No line',
    to_dark: 'Dark theme', to_light: 'Light theme', lock: 'Lock the screen', sign_out: 'Sign out', other_desk: 'Sit at another desk',
    demo_banner: 'Demo practice. Its people are synthetic; nothing is sent to anybody.',
    test_banner: 'Test practice. Its people are synthetic.',
    damaged: 'The practice’s records are damaged: they can be read, nothing can be written. Call whoever runs this console.',
    no_page: 'There is no such screen', no_page_text: 'The address may be old, or a letter is missing.', to_home: 'Go home',
  },
  ui: {
    scan_elsewhere: 'A card is read where patients are looked up. Nothing of it was used here.',
    scan_unread: 'Nothing of this card could be used. Type name and birth date.',
    loading: 'Loading', rule: 'Rule %{rule}', born: 'born', years: '%{smart_count} year |||| %{smart_count} years', mrn: 'MRN',
    leave_it: 'Leave it', reason: 'Reason', reason_hint: 'Kept in the log, with your name.',
    conflict: {
      elsewhere: 'it was changed at another desk.', taken: 'The newest version is loaded, and your text is kept. Look at it, then send it again.',
      now: 'As it is now', safe: 'Your text is safe. New: %{news}', take: 'Take it, keep my text', compare: 'Compare',
    },
    step_done: 'done',
    offline: {
      title: 'No connection since %{time}', text: 'You can read what is open. Writing waits; nothing is lost.', next: 'next try in',
    },
    fault: {
      title: 'That did not work, and nothing was changed',
      text: 'Try again. If it stays, tell your administrator this number.',
      again: 'Try again',
    },
    too_many: {
      title: '%{count} people match “%{typed}”',
      text: 'Add a birth date or the first letters of the given name. Lists show %{shown}.',
      narrow: 'Add a birth date',
    },
    restricted: {
      title: 'Why do you open this chart?', here: 'The patient is here', other: 'Other, in words', words: 'In a few words',
      words_missing: 'Say in a few words why.', told: '60 minutes, this chart only. The privacy officer is told now.',
      open: 'Open', leave: 'Leave it',
    },
    paging: {
      of: '%{first}–%{last} of %{total}', of_many: '%{first}–%{last} of many', last: '%{first}–%{last}, the last ones',
      previous: 'Previous', next: 'Next',
    },
  },
  keys: {
    title: 'Keyboard', hint: 'Esc leaves a text field, then letters work. You can turn them off in Account.',
    group_move: 'Move', group_act: 'Act', group_everywhere: 'Everywhere',
    next_row: 'next row', previous_row: 'previous row', search: 'search here', palette: 'find or command', sheet: 'this sheet',
    side: 'what stands beside', lock: 'lock the screen', invite: 'invite a colleague', approve: 'approve', send: 'send',
  },
  palette: {
    title: 'Find or do', label: 'Find a patient or type a command', patients: 'Patients', commands: 'Commands', not_now: 'Not now',
    not_your_role: 'Not for your role', who_can: 'This can: %{who}.', found: '%{smart_count} person |||| %{smart_count} people',
    move: 'move', open: 'open', not_kept: 'Not kept in the browser', approve: 'Decide what waits', nothing_waits: 'Nothing waits for your decision.',
    more_to_type: 'More to type',
    for_one: 'For %{name}', enrollment: 'Enrollments and invitations', patient_messages: 'Messages about them', preferences: 'What they do not want', open_record: 'Open the record', access_log: 'Who looked at this record',
    invite: 'Invite a colleague', service_levels: 'Service levels of messages', canned: 'Canned replies', fairness: 'Reply times side by side', verify: 'Check the log', states: 'States, designed', theme: 'Switch light and dark', language: 'Cambiar a español',
    registrations: 'Registrations without a record', shared_contacts: 'Shared contacts', campaigns: 'Campaigns of invitations', new_campaign: 'Start a campaign',
  },
  lock: {
    title: 'Still there, %{name}?', text: 'The screen locks at %{time}, after 10 minutes without a key or a click.',
    ends: 'This session ends at %{time}, 12 hours after sign-in. Sign in again to go on.',
    kept: 'Your place is kept, for you only.', stay: 'Stay signed in', now: 'Lock now',
  },
  step_up: {
    title: 'Your second factor, now', text: 'This act asks for a fresh 6-digit code. It counts for this one act.', confirm: 'Confirm and go on',
  },
  roles: {
    'front-desk': 'Front desk', helpline: 'Helpline', clinician: 'Clinician', manager: 'Practice manager',
    'privacy-officer': 'Privacy officer', administrator: 'Administrator',
  },
}
