/** Words for every value of proxy access that the server can send. */
export const accessWords = {
  word: { sees: 'sees', can: 'can', no: 'no', 'per-item': 'per item', stops: 'stops', starts: 'starts', narrows: 'per item' },
  verdict: { sees: 'Sees it', can: 'May do it', no: 'Does not see it', 'per-item': 'Each item decides', stops: 'Stops', starts: 'Starts', narrows: 'Each item decides from then on' },
  verdict_birthday: { stops: 'Stops at the %{nth} birthday', starts: 'Starts at the %{nth} birthday', narrows: 'Each item decides from the %{nth} birthday' },
  both: {
    'see-messages': 'Write to the care team', 'see-appointments': 'Schedule and see appointments', 'see-medications': 'Medications and refills', 'see-bills': 'See and pay bills',
    'see-insurance': 'Insurance coverage', 'see-demographics': 'Demographics', 'see-end-of-life': 'End-of-life planning',
  },
  nth: {
    1: '1st', 2: '2nd', 3: '3rd', 4: '4th', 5: '5th', 6: '6th', 7: '7th', 8: '8th', 9: '9th', 10: '10th', 11: '11th', 12: '12th', 13: '13th', 14: '14th', 15: '15th',
    16: '16th', 17: '17th', 18: '18th',
  },
  change: {
    birthday: 'birthday', starts: 'access begins', ends: 'access ends', 'review-due': 'review is due', 'basis-expires': 'a document ends', 'legal-status': 'legal standing changes',
    'policy-version': 'new portal rules', 'portal-service': 'the portal’s service changes', consent: 'consent changes', block: 'a safety note', 'grant-changed': 'access was changed',
    'account-age': 'old enough for an own account', death: 'death',
  },
  relationship: {
    mother: 'mother', father: 'father', parent: 'parent', 'step-parent': 'step-parent', 'foster-parent': 'foster parent', guardian: 'guardian', agency: 'agency', grandparent: 'grandparent',
    spouse: 'spouse', partner: 'partner', 'adult-child': 'adult child', sibling: 'sibling', caregiver: 'caregiver', attorney: 'agent by power of attorney', executor: 'executor', other: 'other',
  },
  basis: {
    parent: 'Parent of a minor', 'guardian-of-minor': 'Guardian of a minor', 'custody-order': 'Custody order', 'state-agency': 'State agency', 'teen-consent': 'The teen’s consent to more',
    'diminished-capacity': 'Diminished capacity', 'adult-consent': 'The adult’s consent', 'health-care-proxy': 'Health-care proxy', 'power-of-attorney': 'Power of attorney',
    'adult-guardian': 'Guardian of an adult', executor: 'Executor',
  },
  document: {
    'birth-certificate': 'Birth certificate', 'adoption-decree': 'Adoption decree', 'guardianship-order': 'Guardianship order', 'custody-order': 'Custody order', 'agency-letter': 'Letter of the agency',
    'minor-consent-form': 'Consent form of the minor', 'clinician-statement': 'Statement of a clinician', 'adult-consent-form': 'Consent form of the adult', 'portal-consent': 'Consent in the portal',
    'health-care-proxy-form': 'Health-care proxy form', 'power-of-attorney': 'Power of attorney', 'letters-testamentary': 'Letters testamentary',
  },
  verified: { 'photo-id': 'Photo ID, looked at now', 'two-documents': 'Two documents, looked at now', 'known-from-own-chart': 'Known from their own chart', 'portal-sign-in': 'Signed in to the portal' },
  area: {
    appointments: 'Appointments', messages: 'Messages', results: 'Results', medications: 'Medications', notes: 'Notes', 'health-summary': 'Health summary', immunizations: 'Immunizations',
    bills: 'Bills', insurance: 'Insurance', demographics: 'Demographics', letters: 'Letters', 'end-of-life': 'End-of-life planning', records: 'Record requests',
  },
  area_level: { none: 'nothing', view: 'may view', act: 'may view and act' },
  service_line: { 'sti-care': 'STI care', 'reproductive-health': 'reproductive health', 'mental-health': 'mental health', 'substance-use': 'substance use', 'hiv-care': 'HIV care' },
  legal_kind: {
    emancipated: 'Emancipated minor', married: 'Married minor', 'minor-parent': 'Minor who is a parent', 'state-custody': 'In state custody', adopted: 'Adopted',
    'adult-guardianship': 'Adult under guardianship', 'diminished-capacity': 'Diminished capacity',
  },
  legal_effect: {
    emancipated: 'The patient counts as an adult: what parents and guardians hold ends on that day.', married: 'The patient counts as an adult: what parents and guardians hold ends on that day.',
    'minor-parent': 'The patient may act for the own child. The own record stays under the rules of age.', 'state-custody': 'What parents hold is suspended for review; the agency’s own basis may be granted.',
    adopted: 'The access of the former family ends, and they are shown no more.', 'adult-guardianship': 'The guardian decides by the order; the patient’s own consent no longer opens access.',
    'diminished-capacity': 'Access may rest on the clinician’s statement or the order, at any age.',
  },
  legal_document: {
    'court-order': 'Court order', 'marriage-certificate': 'Marriage certificate', 'birth-certificate': 'Birth certificate', 'adoption-decree': 'Adoption decree',
    'clinician-statement': 'Statement of a clinician', 'agency-letter': 'Letter of the agency',
  },
  block_kind: { 'court-order': 'Court order', 'safety-flag': 'Safety concern' },
  mark: { name: 'Name', email: 'E-mail', phone: 'Phone', 'birth-date': 'Birth date', person: 'Known proxy', patient: 'Known patient' },
  state: {
    requested: 'Waits for a second person', held: 'With the privacy officer', pending: 'Waits for the person', active: 'Active', suspended: 'Suspended', ended: 'Ended', denied: 'Not granted',
  },
  cause: {
    asked: 'asked for', 'second-person': 'a second person decides', granted: 'granted', held: 'a safety note stops it', confirmed: 'confirmed by the person', 'wrong-answers': 'three answers did not fit',
    'declined-by-proxy': 'declined by the person', 'invitation-expired': 'the invitation ran out', 'declined-by-staff': 'declined here', 'request-over': 'nobody decided in time', revoked: 'revoked',
    block: 'a safety note', disputed: 'in dispute', death: 'the patient died', 'review-needed': 'needs a review', reviewed: 'reviewed', adoption: 'adoption', replaced: 'replaced by another',
    restored: 'restored', safety: 'for safety', 'new-account': 'made a new account on the portal',
  },
  suspended: { death: 'Suspended: the patient died', disputed: 'Suspended: in dispute', 'new-account': 'Suspended: new account' },
  now: { full: 'Full', limited: 'Limited', limited_was_full: 'Limited, was full', none: 'Nothing now' },
  wish: { patient: 'the patient', proxy: 'the person themselves', 'other-parent': 'the other parent', court: 'a court', practice: 'the practice', 'not-said': 'not said' },
  waiting: { 'second-person': 'a second person', 'privacy-officer': 'the privacy officer', proxy: 'their confirmation', review: 'a review', 'review-due': 'a review, now due', 'review-soon': 'a review soon' },
  channel: { email: 'E-mail', sms: 'Text messages', phone: 'Phone calls', post: 'Letters' },
  known_as: { proxy: 'acts for somebody here', household: 'same household', patient: 'patient here' },
  band_kind: { full: 'full view for proxies', limited: 'limited view for proxies', 'own-decision': 'own decision' },
  language: { en: 'English', es: 'Spanish' },
}
