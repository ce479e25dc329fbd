/** Home and patients. */
export const people = {
  home: {
    waiting: 'Waiting for you', nothing: 'Nothing waits for you', places: 'From here',
    approvals: '%{smart_count} request to decide |||| %{smart_count} requests to decide',
  },
  patients: {
    lookup: 'Lookup', lookup_label: 'Half a name and a birth date, in any order', people: '%{smart_count} person |||| %{smart_count} people',
    choose: 'choose', open: 'open', second_identifier: 'Ask for a second identifier before you open a one-match row.',
    phone_tail: 'phone ···%{tail}', no_phone: 'no phone on file', name: 'Name', identity: 'Born, MRN', portal: 'Portal', site: 'Site',
    search_label: 'Name, birth date, MRN or phone', nobody: 'Nobody matches “%{typed}”',
    nobody_hint: 'Try fewer letters, another spelling, or the birth date.', first_day: 'No patients yet',
    first_day_text: 'They arrive with the first import.',
    portal_state: {
      active: 'Active', 'legacy-only': 'Legacy account only', invited: 'Invited', suspended: 'Suspended', ended: 'Ended', none: 'No portal account',
    },
    matched: { only: '%{what} only', name: 'Name', 'birth-date': 'Birth date', mrn: 'MRN', phone: 'Phone' },
  },
}
