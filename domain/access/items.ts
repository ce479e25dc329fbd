import type { Capability } from '#domain/portals/capabilities.ts'
import type { clinicalKinds } from '#domain/portals/proxy-policy.ts'

type ClinicalKind = (typeof clinicalKinds)[number]
type ItemRule = {
  /** What a viewer needs to be allowed to see it. */
  seenBy: Capability
  /** The kind by which the acquisition-age rule knows it; null: no clinical item, as bills and bookings (R25). */
  clinicalKind: ClinicalKind | null
}

/** Everything in a record that can be asked about, one by one. */
const itemRules = {
  appointment: { seenBy: 'see-appointments', clinicalKind: null },
  message: { seenBy: 'see-messages', clinicalKind: null },
  result: { seenBy: 'see-results', clinicalKind: 'result' },
  medication: { seenBy: 'see-medications', clinicalKind: 'medication' },
  note: { seenBy: 'see-notes', clinicalKind: 'note' },
  'visit-summary': { seenBy: 'see-visit-summaries', clinicalKind: 'document' },
  document: { seenBy: 'see-visit-summaries', clinicalKind: 'document' },
  diagnosis: { seenBy: 'see-diagnoses', clinicalKind: 'diagnosis' },
  allergy: { seenBy: 'see-health-summary', clinicalKind: 'allergy' },
  'vital-sign': { seenBy: 'see-health-summary', clinicalKind: 'vital-sign' },
  procedure: { seenBy: 'see-health-summary', clinicalKind: 'procedure' },
  immunization: { seenBy: 'see-immunizations', clinicalKind: 'immunization' },
  'bill-line': { seenBy: 'see-bills', clinicalKind: null },
  insurance: { seenBy: 'see-insurance', clinicalKind: null },
  demographics: { seenBy: 'see-demographics', clinicalKind: null },
  letter: { seenBy: 'see-letters', clinicalKind: null },
  'end-of-life': { seenBy: 'see-end-of-life', clinicalKind: null },
} as const satisfies Record<string, ItemRule>

export type ItemCategory = keyof typeof itemRules
export const itemCategories = Object.keys(itemRules) as [ItemCategory, ...ItemCategory[]]

/** What decides about items of a category. */
export function ruleOfItem(category: ItemCategory): ItemRule {
  return itemRules[category]
}

/** Categories that a capability lets see. */
export function categoriesSeenBy(capability: Capability): ItemCategory[] {
  return itemCategories.filter((category) => itemRules[category].seenBy === capability)
}
