/** Audit, one's own account, and joining. */
export const oversight = {
  audit: {
    when: 'When', who: 'Who', what: 'What', why: 'Reason', earlier: 'Earlier ones',
    events: {
      'session.signed-in': 'Signed in', 'session.password-accepted': 'Password accepted', 'session.sign-in-refused': 'Sign-in refused', 'session.ended': 'Session ended', 'session.step-up': 'Second factor for one act',
      'access.refused': 'Access refused', 'act.refused': 'Act refused', 'patient.searched': 'Patients searched', 'patient.read': 'Record opened',
      'patient.imported': 'Patients imported', 'staff.read': 'Staff read', 'staff.invited': 'Colleague invited', 'staff.joined': 'Colleague joined',
      'staff.disabled': 'Staff disabled', 'staff.enabled': 'Staff enabled', 'staff.roles-changed': 'Roles changed', 'staff.sites-changed': 'Sites changed',
      'staff.second-factor-reset': 'Second factor reset', 'staff.password-changed': 'Password changed', 'staff.second-factor-set': 'Second factor set up',
      'staff.recovery-codes-made': 'Recovery codes made', 'staff.preferences-changed': 'Preferences changed', 'site.changed': 'Site changed',
      'practice.set-up': 'Practice set up', 'two-person.asked': 'Second person asked', 'two-person.decided': 'Second person decided',
      'mail.queued': 'Mail queued', 'mail.withheld': 'Mail withheld', 'mail.state-changed': 'Mail state changed', 'mail.retried': 'Mail sent again',
      'outbox.read': 'Outbox read', 'portal.policy-added': 'Portal rules added', 'audit.read': 'Log read', 'audit.verified': 'Log checked',
      'audit.anchored': 'Log anchored', 'job.ran': 'Job ran', 'system.started': 'Console started', 'system.stopped': 'Console stopped',
      'system.backed-up': 'Backed up', 'system.restored': 'Restored', 'system.damaged': 'Damage found',
    },
  },
  account: {
    language: 'Language', theme: 'Theme', themes: { system: 'As the device', light: 'Light', dark: 'Dark' }, preferences: 'How the console looks and speaks',
    single_keys: 'Single-letter keys', keys_on: 'On: J, K, G H and the like work outside text fields', keys_off: 'Off: only keys with Ctrl or Alt',
    kept: 'Kept', password: 'Password', current: 'Current password', new: 'New password',
    password_hint: '8 characters or more; a sentence is best. No rule about signs or digits.', change_password: 'Change password',
    password_changed: 'Changed. Your other sessions have ended.', codes: 'Recovery codes',
    codes_text: 'Each code stands in for your second factor once. New ones end the old ones.', codes_shown: 'Write these down now. They are not shown again.',
    make_codes: 'Make new codes', sessions: 'Where you are signed in', since: 'since', last_act: 'last act', here: 'This one', end: 'End',
  },
  join: {
    set_up: 'Set up this practice', set_up_text: 'First run. The server printed a one-time secret where it was started.', secret: 'One-time secret',
    secret_hint: 'Good once. It lies in the data folder, too.', practice: 'Name of the practice', go_on: 'Go on', factor_title: 'Your second factor',
    scan: 'Scan this with your authenticator app, then type the code that it shows.', qr: 'QR code for the authenticator app', by_hand: 'Or type it in by hand:',
    confirm: 'Confirm and sign in', codes: 'Write these recovery codes down now. Each stands in for the second factor once. They are not shown again.',
    written_down: 'I have written them down', link: 'Your link', to_sign_in: 'Go to sign-in',
    title: { join: 'Welcome', 'second-factor': 'A new second factor', password: 'A new password' },
    text: {
      join: '%{practice} invites you, %{name}. Choose a password; then set up your second factor.',
      'second-factor': '%{name}, confirm with the password that you have; then set up a new factor.',
      password: '%{name}, choose a new password and confirm with your second factor.',
    },
  },
}
