/** Words of other rooms that the frame and Home say before those rooms are opened. */
export const first = {
  enroll: {
    page: 'Enroll in person', open_title: 'Enrollments open at this site', open_updates: 'updates as the patient taps', open_patient: 'Patient', open_now: 'Now', open_progress: 'Progress',
    open_for: 'Open for', open_act: 'Next', open_code_ends: 'Code ends in',
    open_day: { active: 'active today', byEmail: 'by e-mail, waiting', declined: 'declined, with a reason', median: 'median at the desk' },
    open_is: { IDENTITY_TO_RECORD: 'Identity to note', CONTACT_TO_SETTLE: 'Own contact needed', HAND_OVER_TO_CHOOSE: 'Hand-over to choose', CODE_ENDED: 'Code ended', CODE_SPENT: 'Too many tries', PHONE_SILENT: 'Phone silent', MAIL_REFUSED: 'E-mail refused', MAIL_BOUNCED: 'E-mail bounced', INVITATION_ENDED: 'Invitation ended', MAIL_NOT_OPENED: 'E-mail not opened', PATIENT_STOPPED: 'Cannot go on' },
    open_step: { identity: 'Showing a document', contact: 'Settling the contact', code: 'Being handed over', connected: 'Waits for the phone', terms: 'Reading the terms', agreement: 'Reading the agreement', 'sign-in': 'Choosing a password' },
    open_fix: { continue: 'Continue', 'fix-address': 'Fix address', resend: 'Resend', 'new-code': 'New code', watch: 'Watch', open: 'Open' }, open_more: 'There are more; the stuck ones come first.',
    done_of: '%{done} of %{of}', enroll: 'Enroll', enroll_now: 'Enroll now',
    live: { identity: 'Identity checked', contact: 'Contact settled', code: 'Handed over', connected: 'Phone connected', terms: 'Terms', agreement: 'HIPAA agreement', 'sign-in': 'User name and password', active: 'Active' },
  },
  access: {
    tab: 'Proxy access', palette_who: 'Who can see what, and why', documents_due: 'Documents to review', birthdays: 'Birthdays ahead',
    home_documents: '%{smart_count} proxy document ends |||| %{smart_count} proxy documents end',
    birthdays_home: 'Birthdays that change access', all_birthdays: 'All %{smart_count} within 30 days', home_nothing: 'nobody’s access changes', home_no_account: 'no account',
    home_narrows: '%{smart_count} proxy goes to the limited view |||| %{smart_count} proxies go to the limited view',
    home_loses: '%{smart_count} proxy loses access |||| %{smart_count} proxies lose access',
    home_passed: '%{smart_count} proxy changed at 00:00 |||| %{smart_count} proxies changed at 00:00', yesterday: 'yesterday', today: 'today',
  },
  figures: {
    title: 'Enrollment figures',
  },
  incidents: {
    title: 'Incidents',
  },
  invitations: {
    title: 'Invitations', alike: 'Somebody looks like this person',
  },
  results: {
    title: 'Results', missing_title: 'Missing lab work', unowned: 'Results without a clinician', dashboard: 'Holds and releases', holds_page: 'Holds with their evidence',
  },
  recovery: {
    title: 'Recovery', account_recovery: 'Account recovery', new_call: 'New call', home_desk: '%{smart_count} person comes with a photo ID |||| %{smart_count} people come with a photo ID',
  },
}
