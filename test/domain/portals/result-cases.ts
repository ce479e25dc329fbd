import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { GroupCases } from '#test/domain/portals/parameter-cases.ts'
import { everywhere, onEach } from '#test/domain/portals/parameter-cases.ts'

const allAtOnce = {
  laboratory: 'at-once',
  radiology: 'at-once',
  'hiv-htlv': 'at-once',
  hepatitis: 'at-once',
  toxicology: 'at-once',
  'tissue-pathology': 'at-once',
  cytology: 'at-once',
  pap: 'at-once',
  'products-of-conception': 'at-once',
  'bone-marrow': 'at-once',
  genetic: 'at-once',
}

/** Results and what is shared beside them, as the documents publish them. */
export const resultCases: { results: GroupCases<'results'>; sharing: GroupCases<'sharing'> } = {
  results: {
    release: onEach('R60 R62 R63 R64 R66 each category is released by its own mode', [
      allAtOnce,
      allAtOnce,
      allAtOnce,
      {
        laboratory: 'after-verification',
        radiology: 'on-order',
        'hiv-htlv': 'never',
        hepatitis: 'never',
        toxicology: 'never',
        'tissue-pathology': 'never',
        cytology: 'after-verification',
        pap: 'never',
        'products-of-conception': 'never',
        'bone-marrow': 'never',
        genetic: 'never',
      },
      {
        laboratory: 'after-review',
        radiology: 'on-order',
        'hiv-htlv': 'after-review',
        hepatitis: 'after-review',
        toxicology: 'after-review',
        'tissue-pathology': 'on-order',
        cytology: 'on-order',
        pap: 'on-order',
        'products-of-conception': 'on-order',
        'bone-marrow': 'on-order',
        genetic: 'on-order',
      },
    ]),
    doctorMayDelay: onEach('R60 a doctor may delay one result', [true, true, true, false, false]),
    usualDays: onEach('R60 results usually come after so many days', [{ from: 1, to: 7 }, null, null, null, null]),
    commentShowsAsUpdate: onEach('R61 a comment shows as an update', [true, false, false, false, false]),
    externallyOrdered: onEach('R65 labs ordered elsewhere', ['shown', 'shown', 'shown', 'never', 'shown']),
    missingLabDays: onEach('R65 an own lab is missing after so many days', [null, null, null, 7, null]),
    limitedByState: everywhere('R64 no state is named that limits a category', []),
    longestHoldDays: everywhere('R68 a hold lasts at most 30 days', 30),
    stateClocks: everywhere('R69 every portal knows the same state clocks', [
      'KRS 333.152', 'Tex. Occ. Code 159.0062', 'Mont. Code 50-16-806',
    ], (clocks: PortalPolicy['results']['stateClocks']) => clocks.map(({ citedLaw }) => citedLaw)),
  },
  sharing: {
    progressNotes: onEach('R67 progress notes are shared', [
      'unless-author-withholds', 'unless-author-withholds', 'unless-author-withholds', 'not-on-portal',
      'unless-author-withholds',
    ]),
    diagnoses: everywhere('R67 diagnoses are shared', 'unless-unshared-by-hand'),
    medicationsMayBeHidden: everywhere('R67 medications cannot be hidden', false),
  },
}
