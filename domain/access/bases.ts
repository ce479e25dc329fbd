/** How a proxy stands to the patient, as staff record it. */
export const relationships = [
  'mother', 'father', 'parent', 'step-parent', 'foster-parent', 'guardian', 'agency', 'grandparent', 'spouse', 'partner', 'adult-child', 'sibling',
  'caregiver', 'attorney', 'executor', 'other',
] as const
export type Relationship = (typeof relationships)[number]

/** Kinds of document that a basis may rest on. Never a number or a copy: kind, who saw it, when, until when it is good. */
export const documentKinds = [
  'birth-certificate', 'adoption-decree', 'guardianship-order', 'custody-order', 'agency-letter', 'minor-consent-form', 'clinician-statement',
  'adult-consent-form', 'portal-consent', 'health-care-proxy-form', 'power-of-attorney', 'letters-testamentary',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What gives somebody a right to look into another's record. */
export const bases = [
  'parent', 'guardian-of-minor', 'custody-order', 'state-agency', 'teen-consent', 'diminished-capacity', 'adult-consent', 'health-care-proxy',
  'power-of-attorney', 'adult-guardian', 'executor',
] as const
export type Basis = (typeof bases)[number]

export type BasisRule = {
  /** Any one of these documents carries it. */
  documents: readonly DocumentKind[]
  /** Of whom: a minor; an adult, or a minor who counts as one (R33); somebody who has died (R13). */
  about: 'minor' | 'adult' | 'either' | 'deceased'
  /** `age-band`: the level narrows with the patient's age (R20–R22). `whole-level`: it overrides the band (R33). */
  reach: 'age-band' | 'whole-level'
  /**
   * `majority`: ends on the 18th birthday (R23). `own-end`: by its own dates alone. `majority-if-begun-before`: what
   * began for a minor ends with childhood, what began for an adult does not.
   */
  lasts: 'majority' | 'own-end' | 'majority-if-begun-before'
  /** Held by a parent or guardian: ended by emancipation, marriage and adoption, suspended by state custody (R33). */
  parental: boolean
  /** Whether one member of staff may grant it (security.md §1: court order, incapacity, beyond the limited tier take two). */
  secondPerson: boolean
  rule: string
}

/** Every basis as a rule of its own (R20–R33, R13). */
export const basisRules: Record<Basis, BasisRule> = {
  parent: {
    documents: ['birth-certificate', 'adoption-decree'], about: 'minor', reach: 'age-band', lasts: 'majority', parental: true, secondPerson: false, rule: 'R20',
  },
  'guardian-of-minor': {
    documents: ['guardianship-order'], about: 'minor', reach: 'age-band', lasts: 'majority', parental: true, secondPerson: true, rule: 'R20',
  },
  'custody-order': {
    documents: ['custody-order'], about: 'minor', reach: 'age-band', lasts: 'majority', parental: true, secondPerson: true, rule: 'R20',
  },
  'state-agency': {
    documents: ['custody-order', 'agency-letter'], about: 'minor', reach: 'whole-level', lasts: 'majority', parental: false, secondPerson: true, rule: 'R33',
  },
  'teen-consent': {
    documents: ['minor-consent-form'], about: 'minor', reach: 'whole-level', lasts: 'majority', parental: true, secondPerson: true, rule: 'R33',
  },
  'diminished-capacity': {
    documents: ['clinician-statement', 'guardianship-order'], about: 'either', reach: 'whole-level', lasts: 'majority-if-begun-before', parental: false,
    secondPerson: true, rule: 'R33',
  },
  'adult-consent': {
    documents: ['adult-consent-form', 'portal-consent'], about: 'adult', reach: 'whole-level', lasts: 'own-end', parental: false, secondPerson: false, rule: 'R23',
  },
  'health-care-proxy': {
    documents: ['health-care-proxy-form'], about: 'adult', reach: 'whole-level', lasts: 'own-end', parental: false, secondPerson: true, rule: 'R33',
  },
  'power-of-attorney': {
    documents: ['power-of-attorney'], about: 'adult', reach: 'whole-level', lasts: 'own-end', parental: false, secondPerson: true, rule: 'R33',
  },
  'adult-guardian': {
    documents: ['guardianship-order'], about: 'adult', reach: 'whole-level', lasts: 'own-end', parental: false, secondPerson: true, rule: 'R33',
  },
  executor: {
    documents: ['letters-testamentary'], about: 'deceased', reach: 'whole-level', lasts: 'own-end', parental: false, secondPerson: true, rule: 'R13',
  },
}

/** What the law says of a patient's standing, each with its own effect on access (R33). */
export const legalStatusKinds = [
  'emancipated', 'married', 'minor-parent', 'state-custody', 'adopted', 'adult-guardianship', 'diminished-capacity',
] as const
export type LegalStatusKind = (typeof legalStatusKinds)[number]

/** Documents that a legal status rests on. */
export const legalDocuments = ['court-order', 'marriage-certificate', 'birth-certificate', 'adoption-decree', 'clinician-statement', 'agency-letter'] as const
export type LegalDocument = (typeof legalDocuments)[number]

/** Kinds of block against a named person. Which one it is, only the privacy officer reads. */
export const blockKinds = ['court-order', 'safety-flag'] as const
export type BlockKind = (typeof blockKinds)[number]

/** How somebody's identity was verified at the desk; kind only. */
export const proxyVerifications = ['photo-id', 'two-documents', 'known-from-own-chart', 'portal-sign-in'] as const
export type ProxyVerification = (typeof proxyVerifications)[number]

/** Service lines that a minor may keep to themselves (R31). Which of them a state names is in its portal's policy. */
export const serviceLines = ['sti-care', 'reproductive-health', 'mental-health', 'substance-use', 'hiv-care'] as const
export type ServiceLine = (typeof serviceLines)[number]

/** Areas of a trusted representative's grant, each with its own level (R27). */
export const representativeAreas = [
  'appointments', 'messages', 'results', 'medications', 'notes', 'health-summary', 'immunizations', 'bills', 'insurance', 'demographics', 'letters',
  'end-of-life', 'records',
] as const
export type RepresentativeArea = (typeof representativeAreas)[number]
export const areaLevels = ['none', 'view', 'act'] as const
export type AreaLevel = (typeof areaLevels)[number]
