/** Home and patients. */
export const people = {
  home: {
    waiting: 'Waiting for you', nothing: 'Nothing waits for you', places: 'From here',
    approvals: '%{smart_count} request to decide |||| %{smart_count} requests to decide',
  },
  patients: {
    lookup: 'Lookup', lookup_label: 'Half a name and a birth date, in any order', lookup_hint: 'Half a name and a birth date',
    people: '%{smart_count} person |||| %{smart_count} people', first_people: 'the first %{shown}',
    too_many: 'More than 50 people match; these are %{shown}. Add a birth date or the first letters of the given name.', did_you_mean: 'Did you mean',
    need: { letters: 'Type two letters of the name, or more.', digits: 'Type three digits, or more.', address: 'Type the beginning of the address.', name: 'Type a name beside it.' },
    page_under: 'Half a name and a birth date, an MRN, the end of a phone number, an address, or a scanned card.',
    second_title: 'Is it %{name}?', second_say: 'So that I open the right record: what is your date of birth?', second_say_name: 'So that I open the right record: what is your name?',
    second_label: 'Second identifier', second_hint: 'Name, birth date, MRN, phone or e-mail; whatever was not asked yet.',
    second_differs: 'That does not fit %{name}. Ask again, or look up what you were told.', second_open: 'Open the record',
    choose: 'choose', open: 'open', second_identifier: 'Ask for a second identifier before you open a one-match row.',
    phone_tail: 'phone ···%{tail}', no_phone: 'no phone on file', portal: 'Portal',
    nobody: 'Nobody matches “%{typed}”',
    glass_broken: 'Somebody opened a closed chart by breaking the glass. See Audit.',
    nobody_hint: 'Try fewer letters, another spelling, or the birth date.',
    record: 'Patient record', overview: 'Overview', access_log: 'Access log', parts: 'Parts of the record', portals: 'Portals', since: 'since',
    contacts: 'Contact points', no_contacts: 'No phone and no e-mail on file', household: 'Belongs to', nobody_else: 'Nobody else is known',
    not_access: 'Belonging to somebody gives no access by itself.', provenance: 'Where this comes from', changed: 'Last changed',
    from_synthetic: 'From public synthetic data (%{source}): nobody real.', from_feed: 'From %{source}.', made: 'Made up for the demo: %{fields}.',
    on_file: '%{smart_count} day on file |||| %{smart_count} days on file', deceased: 'Deceased', died: 'Recorded as deceased. No mail goes out.',
    died_on: 'Died on %{date}. No mail goes out.', band_child: 'Child, under 12', band_teen: 'Child, 12–17', spanish: 'Spanish at home', synthetic: 'Synthetic',
    reason_kept: 'Kept in the log, with your name.', own_team: 'The people of your sites only', nobody_looked: 'Nobody has looked yet',
    use: { home: 'home', work: 'work', mobile: 'mobile', temp: 'temporary', old: 'old' },
    proof: {
      'period-start': 'by its start date', 'last-updated': 'by its last update', 'first-use': 'by its first use', 'before-go-live': 'from before go-live',
      'first-seen': 'first seen here', made: 'made up',
    },
    relation: {
      mother: 'mother', father: 'father', parent: 'parent', child: 'child', spouse: 'spouse', sibling: 'sibling', guardian: 'guardian',
      grandparent: 'grandparent', grandchild: 'grandchild', caregiver: 'caregiver', household: 'same household',
    },
    portal_state: {
      active: 'Active', 'legacy-only': 'Legacy account only', invited: 'Invited', suspended: 'Suspended', ended: 'Ended', none: 'No portal account',
    },
    matched: { only: '%{what} only', name: 'name', 'birth-date': 'birth date', mrn: 'MRN', phone: 'phone', email: 'e-mail' },
  },
}
