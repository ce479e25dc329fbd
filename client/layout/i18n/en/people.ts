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
    scan_unread: 'Nothing of this card could be used. Type name and birth date.', glass_broken: 'Somebody opened a closed chart by breaking the glass. See Audit.',
    nobody_hint: 'Try fewer letters, another spelling, or the birth date.', first_day: 'No patients yet',
    first_day_text: 'They arrive with the first import.',
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
    matched: { only: '%{what} only', name: 'Name', 'birth-date': 'Birth date', mrn: 'MRN', phone: 'Phone', email: 'E-mail' },
  },
}
