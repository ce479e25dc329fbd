/** What patients do not want to get. */
export const preferences = {
  preferences: {
    tab: 'Preferences', key_tab: 'preferences', key_record: 'record a wish', title: 'Does not want', past: 'Taken back', beside: 'What to say, and what goes out anyway',
    record: 'Record a wish', record_title: 'What the patient does not want', record_do: 'Record the wish', recorded: 'Recorded; nothing more of it goes out',
    none: 'Nothing is held back', none_more: 'Mail about the portal goes to the address on file.', none_deceased: 'No mail goes to somebody who has died.',
    what: 'What', portal: 'Of which portal', every_portal: 'every portal', by: 'By which way', how_said: 'How it was said',
    kind: { invitations: 'Invitations to join a portal, from campaigns too', notices: 'Notices that something is new in the portal' },
    no: { invitations: 'No invitations %{way}', notices: 'No notices %{way}' },
    way: { email: 'by e-mail', sms: 'by text message', app: 'in the app' },
    source: { 'in-person': 'in person', 'by-phone': 'by phone', 'in-writing': 'in writing', representative: 'their representative said so' },
    effect: {
      invitations: 'No invitation goes out that way, from a desk or a campaign; one that waits is held back. A code at the desk still works.',
      notices: 'No notice goes out that way. What is new waits in the portal.',
    },
    end_open: 'Take back…', end_title: 'Take the wish back', end_do: 'Take it back', taken_back: 'Taken back',
    end_effect: { invitations: 'Invitations may go out that way again. What was held back meanwhile stays held back.', notices: 'Notices go out that way again. What was held back meanwhile stays held back.' },
    by_system: 'after a restore',
    say: 'Of course. We stop that mail today. You can tell any desk when you want it again.',
    always: 'Notices that protect an account, such as a changed address, always go out.',
    has_account: 'The portal is told too. What the patient has set there themselves stays theirs.',
    not: { invitations: 'invitations %{way}', notices: 'notices %{way}' }, all_of_it: 'Preferences',
  },
}
