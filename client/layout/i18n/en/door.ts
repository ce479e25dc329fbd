/** Sign-in, first run, invited staff, the demo's desks, and the sheet of states. */
export const door = {
  auth: {
    title: 'Sign in', staff_only: '%{practice}, staff only', locked: 'Locked', second_factor: 'Second factor',
    user_name: 'User name', password: 'Password', show_password: 'Show the password', sign_in: 'Sign in',
    next_factor: 'Next: your 6-digit code. Lost it? Your administrator and a second person can help; the helpline cannot.',
    lost_factor: 'No code at hand? A recovery code counts once. Without either, your administrator and a second person can help.',
    code: '6-digit code', code_hint: 'From your authenticator app. Each code counts once.',
    recovery_code: 'Recovery code', recovery_hint: 'One of the codes that you keep on paper. It counts once.',
    use_recovery: 'Use a recovery code', use_code: 'Use the 6-digit code', other_name: 'Another name',
    logged: 'What you open is logged with your name.',
    cookie_lost: 'This browser does not keep the sign-in here.',
    cookie_next: 'It needs HTTPS: start with “npm start -- --https”, or use another browser.',
    no_line: 'The server cannot be reached.', no_line_next: 'Nothing was sent. Try again in a moment.',
  },
  demo: {
    title: 'Demo practice', made_up: 'Made-up people', choose: 'Choose a desk to sit at. No password. Everything here is made up and can be started over.',
    does: {
      'front-desk': 'finds, enrolls, hands over', helpline: 'verifies callers, unlocks safely', clinician: 'answers messages, releases results',
      manager: 'service levels, assignments', 'privacy-officer': 'who saw whom, policies', administrator: 'staff and settings, no patient data',
    },
    clock: 'Clock of the demo:', move: 'Move it', start_over: 'Start over', hour: '1 hour on', day: '1 day on', week: '1 week on',
  },
  states: {
    title: 'States, designed', under: 'empty · loading · refused · error · conflict · offline · too many · restricted · long job',
    first_day: 'Empty, first day', all_done: 'Empty, all done', nothing_found: 'Empty, nothing found', loading: 'Loading, after 300 ms only',
    refused: 'Refused, with rule and way on', fields: 'Fields not accepted', conflict: 'Conflict, somebody was first', offline: 'Offline',
    fault: 'Server error', too_many: 'Too many', restricted: 'Restricted chart', long_job: 'Long job, can be left',
    example: {
      no_messages: 'No messages yet', no_messages_text: 'Threads arrive as soon as a portal is connected.', connect: 'Connect a portal',
      nothing_waits: 'Nothing waits for you', nothing_waits_text: 'Next check-in who is not enrolled: Carlota Muro, 11:00.', see_all: 'See all 14',
      nobody: 'Nobody matches “grenfelder 3/1”', did_you_mean: 'Did you mean', or_create: '? Or create a new patient after a second look.',
      create: 'Create patient…', sent: 'Sent 4 minutes ago, wait 6 more', sent_next: 'A new code would stop the one on its way.',
      sent_say: 'It is on its way. Please look in the junk folder for mail from Optum.', show_qr: 'Show QR instead',
      birth_date: 'Birth date', birth_value: '31 Feb 2014', birth_refused: 'February 2014 has 28 days.', ends: 'Ends', empty: 'empty',
      ends_refused: 'A hold always has an end.', changed: 'Dr. Fay changed this at 10:41', changed_news: 'handed to Billing.',
      inviting: 'Inviting 1,840 legacy patients', sent_unit: 'sent', pace: '12 a minute, until about 12:12', bounced: '9 bounced',
      skipped: '31 skipped, with reasons', pause: 'Pause', cancel: 'Cancel safely…',
    },
  },
}
