import type { Recipient } from '#domain/release/recipient.ts'

/** Grounds of a hold as a clinician may name them; the last two are none, and are answered with what helps instead (R68). */
export const holdGrounds = [
  'danger-to-life', 'substantial-harm', 'harm-to-another', 'data-doubtful', 'patients-request', 'state-statute', 'would-upset', 'call-first',
] as const
export type HoldGround = (typeof holdGrounds)[number]

/** What kind of harm is feared: recorded with every hold, `none` where the ground is another. */
export const harmKinds = ['life-or-physical-safety', 'substantial', 'to-another-person', 'none'] as const
export type HarmKind = (typeof harmKinds)[number]

type GroundRule = { fits: readonly Recipient['kind'][]; harm: HarmKind; citedLaw: string }

/** Which ground fits whom, and the law that says so (R68; 45 CFR 171.201 points at 164.524(a)(3)). */
export const groundRules: Record<HoldGround, GroundRule> = {
  'danger-to-life': { fits: ['patient', 'representative'], harm: 'life-or-physical-safety', citedLaw: '45 CFR 171.201(d), 164.524(a)(3)(i)' },
  'substantial-harm': { fits: ['representative'], harm: 'substantial', citedLaw: '45 CFR 171.201(d), 164.524(a)(3)(iii)' },
  'harm-to-another': { fits: ['patient', 'representative'], harm: 'to-another-person', citedLaw: '45 CFR 171.201(d), 164.524(a)(3)(ii)' },
  'data-doubtful': { fits: ['patient', 'representative'], harm: 'none', citedLaw: '45 CFR 171.201(c)(2)' },
  'patients-request': { fits: ['patient', 'representative'], harm: 'none', citedLaw: '45 CFR 171.202(e)' },
  'state-statute': { fits: ['patient', 'representative'], harm: 'none', citedLaw: '45 CFR 171.202(b)' },
  'would-upset': { fits: [], harm: 'none', citedLaw: '45 CFR 171.201' },
  'call-first': { fits: [], harm: 'none', citedLaw: '45 CFR 171.201' },
}
