/** Today's list at a site. */
export const today = {
  today: {
    beside: 'Next in line',
    title: 'Today at %{site}', who: 'Comes', missing: 'Missing', act: 'Next', visit: 'Visit', site: 'Site',
    which: 'Which of them', to_come: 'To come', not_enrolled: 'Not enrolled', whole_day: 'Whole day', of: '%{shown} of %{all}', clock: 'times %{zone}',
    open: 'Open', why_not: 'Why not?', why_not_title: 'Why is %{name} not asked?', open_record: 'Open the record', button: 'the row’s button',
    fresh: '%{smart_count} new |||| %{smart_count} new', more: 'The first %{shown} of the day. Look others up by name.',
    nobody: 'Nobody is expected on this day', nobody_text: 'Appointments come from the scheduling system with the next import.',
    nobody_left: 'Nobody is still to come', all_enrolled: 'Everybody who is still to come has an account', no_site: 'There is no site yet',
    alike: 'Somebody is called alike: ask for the birth date', next: 'Next in line, not enrolled', count: '%{shown} of %{all}', all: 'All %{smart_count} of them',
    nothing: 'Nothing missing', invited: 'Invitation is out',
    lacks: { email: 'No e-mail', phone: 'No phone', 'own-email': 'Own e-mail (a parent’s is on file)' },
    because: {
      PATIENT_DECEASED: 'Deceased', NO_PORTAL_TAKES_ACCOUNTS: 'No portal open', ACCOUNT_TOO_YOUNG: 'Too young', ENROLL_SUSPENDED: 'Needs a review', ENROLL_DECLINED: 'Said no',
    },
    status: {
      proposed: 'proposed', pending: 'not confirmed', booked: 'expected', arrived: 'here', fulfilled: 'seen', cancelled: 'cancelled', noshow: 'did not come',
      'entered-in-error': 'withdrawn', 'checked-in': 'checked in', waitlist: 'waits for a time',
    },
  },
}
