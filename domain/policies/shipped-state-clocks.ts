import type { StateClock } from '#domain/portals/state-clocks.ts'

/**
 * State statutes that delay named classes of result (R69), for whichever portal serves a site in that state.
 * Assumption: Kentucky's and Texas's clocks are in force for every date asked; the rule book gives no start.
 * Assumption: Texas allows no earlier release, until it is reviewed.
 */
export const shippedStateClocks: StateClock[] = [
  {
    id: 'ky-333-152',
    state: 'US-KY',
    citedLaw: 'KRS 333.152',
    effectiveFromOn: null,
    effectiveUntilOn: null,
    classes: ['malignancy', 'genetic'],
    notBefore: { unit: 'elapsed-hours', count: 72 },
    providerMayReleaseEarlier: true,
  },
  {
    id: 'tx-159-0062',
    state: 'US-TX',
    citedLaw: 'Tex. Occ. Code 159.0062',
    effectiveFromOn: null,
    effectiveUntilOn: null,
    classes: ['malignancy', 'genetic'],
    notBefore: { unit: 'local-days', count: 3 },
    providerMayReleaseEarlier: false,
  },
  {
    id: 'mt-50-16-806',
    state: 'US-MT',
    citedLaw: 'Mont. Code 50-16-806',
    effectiveFromOn: '2026-07-01',
    effectiveUntilOn: null,
    classes: ['malignancy', 'genetic', 'hiv-positive-diagnostic', 'hepatitis-antigen'],
    notBefore: { unit: 'elapsed-hours', count: 72 },
    providerMayReleaseEarlier: true,
  },
]
