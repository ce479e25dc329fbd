/** Staff, sites, portals, mail, jobs, and what two persons decide. */
export const administration = {
  staff: {
    name: 'Name', full_name: 'Full name', roles: 'Roles', state: 'State', nobody: 'Nobody here yet', record: 'Member of staff',
    invite: 'Invite a colleague', invite_under: 'A privacy officer approves it; then a link goes to the address, good once and for 24 hours.',
    who: 'Who', sign_in: 'Sign-in', email: 'E-mail', email_hint: 'An address that only this person reads.', since: 'Here since',
    factor_set: 'Set up', factor_none: 'Not set up', codes_left: 'Recovery codes left', open_sessions: 'Open sessions',
    last_signed_in: 'Last signed in', link_until: 'open until',
    link: { join: 'Invitation', 'second-factor': 'Link for a new factor', password: 'Link for a new password' },
    kind_label: 'Kind of clinician', kind: { prescriber: 'prescriber', 'clinical-staff': 'clinical staff' },
    status: { active: 'Active', invited: 'Invited', disabled: 'Disabled' },
    home_site: 'Opens first', npi_hint: 'Ten digits; a prescriber’s number matches the feeds.', keep_sites: 'Keep sites',
    ask: 'Ask for approval', asked: 'Asked. A second person decides within 24 hours.', invited: 'Invited. The link is on its way.',
    act: {
      'change-roles': 'Change roles…', 'change-sites': 'Change sites…', 'reset-second-factor': 'Reset second factor…',
      'end-sessions': 'End sessions', enable: 'Enable…', disable: 'Disable…',
    },
    effect: {
      invite: 'Nothing happens until a second person approves. The password and the second factor are the colleague’s own.',
      'change-roles': 'A privacy officer decides. Then the roles of %{name} change and every open session ends.',
      'reset-second-factor': 'A privacy officer decides. Then the second factor of %{name} stops working and a link goes out by mail.',
      'end-sessions': 'Every open session of %{name} ends at once. Signing in again stays possible.',
      enable: 'A privacy officer decides. Then %{name} can sign in again.',
      disable: 'At once: %{name} cannot sign in, every open session ends, and mail to them stops.',
    },
    done: { 'change-sites': 'Sites kept', 'end-sessions': 'Sessions ended', disable: 'Disabled' },
  },
  sites: {
    name: 'Name', jurisdiction: 'State law', jurisdiction_hint: 'Two letters, such as NY.', zone: 'Time zone', phone: 'Phone', retired: 'Retired',
    open: 'Open', act: 'Change', change: 'Change', add: 'Add a site', keep: 'Keep', kept: 'Site kept', none: 'No sites yet',
  },
  portals: {
    under: 'The rules as each portal publishes them. They are changed elsewhere, by two persons, with a date.', name: 'Portal',
    version: 'In force', versions: 'Versions', none: 'No portals yet', policy: 'Portal rules', in_force: 'Version %{number} is in force on this day.',
    not_begun: 'No version is in force on this day', begins: 'The first one starts on %{date}.', as_of: 'As of', version_n: 'Version %{number}',
    in_force_now: 'in force', from: 'from %{date}', no_start: 'without a known start',
    state: { open: 'Open', 'not-open': 'Not open', 'no-messages': 'Takes no messages', 'read-only': 'Read-only', retired: 'Retired' },
    group: {
      service: 'Service', contacts: 'Contact points', languages: 'Languages', enrollment: 'Enrollment', invitations: 'Invitations',
      recovery: 'Account recovery', proxyAccess: 'Proxy access', messages: 'Messages', results: 'Results', sharing: 'Sharing',
      recordRequests: 'Record requests', preferences: 'Preferences', leaving: 'Leaving',
    },
    source: {
      S0: 'MyChart guide (S0)', S1: 'CareMount article (S1)', S2: 'MyPortal Q&A (S2)', S3: 'FollowMyHealth Q&A (S3)', derived: 'derived',
      assumption: 'assumption',
    },
    read_on: 'legally read %{date}', never_read: 'never legally read', stricter: 'Stricter than the law cited',
    finding: {
      SOURCE_CONTRADICTS_ITSELF: 'Source contradicts itself', SOURCE_WORDING_OPEN: 'Wording is open', SOURCE_SILENT: 'Source is silent',
      SOURCE_SILENT_ON_ADULTHOOD: 'Silent on adulthood', SOURCE_NAMES_NO_STATE: 'Source names no state', SOURCE_UNDATED: 'Source has no date',
      NO_ADOLESCENT_RULE_PUBLISHED: 'No adolescent rule published', LAW_CHANGED_SINCE: 'Law changed since', NEEDS_LEGAL_REVIEW: 'Needs legal review',
    },
  },
  mail: {
    under: 'Written together with what caused it; sent when the mail server takes it.', what: 'Mail', to: 'To', from: 'From', queued: 'Queued',
    handed: 'Handed over', tries: 'Tries', last: 'Last answer', act: 'Help', again: 'Send again', again_effect: 'The mail to %{address} goes back into the queue with the same number and the same link.',
    queued_again: 'Queued again', none: 'Nothing is on its way', none_text: 'Mail appears here with the act that causes it.',
    honest: 'Handed over means that a mail server took it. Nobody can say from here that it was read.',
    mailbox_under: 'What this practice would have sent. Nothing leaves it.', mailbox_none: 'No mail yet', mailbox_none_text: 'Invite a colleague and approve it: the mail appears here.',
    letters: 'Mails', links: 'Links', raw: 'As it goes over the wire',
    state: { queued: 'Queued', handed: 'Handed over', refused: 'Refused', bounced: 'Bounced', parked: 'Parked' },
    template: {
      'staff-invitation': 'Staff invitation', 'staff-second-factor-reset': 'New second factor', 'staff-account-changed': 'Account has changed',
      'staff-password-reset': 'New password',
    },
  },
  jobs: {
    under: 'Work that the console does by itself, from due times that survive a stop.', name: 'Job', running: 'Running', never: 'Not yet',
    done: 'Done', failed: 'Failed', last: 'Last run', counts: 'Counted', due: 'Next', none: 'No jobs',
    job: {},
  },
  approvals: {
    under: 'What one person asks and a second decides. A request ends after 24 hours.', asked: 'Requests',
    waiting: '%{smart_count} for you |||| %{smart_count} for you', none: 'Nothing waits', none_text: 'Requests that need a second person appear here.',
    you: 'you', will_happen: 'Exactly this will happen', by: 'Asked by', why: 'Reason', at: 'Asked', ends: 'Ends', decided_by: 'Decided by', nobody: 'Nobody',
    decision_reason: 'Reason of the decision', approve: 'Approve', decline: 'Decline…', withdraw: 'Withdraw', decline_title: 'Decline this request',
    decline_effect: 'Nothing of it will happen. %{name} sees your reason.', done_approve: 'Approved, and done', done_decline: 'Declined', done_withdraw: 'Withdrawn',
    state: { open: 'Waits', approved: 'Approved', declined: 'Declined', withdrawn: 'Withdrawn', expired: 'Ended unanswered', dead: 'Ended' },
    act: {
      'staff.invite': 'Invite a colleague', 'staff.change-roles': 'Change roles', 'staff.enable': 'Enable again', 'staff.reset-second-factor': 'Reset a second factor',
    },
  },
}
