import type { Cohort } from '#domain/contracts/campaigns.ts'

export const standingStates = ['active', 'legacy-only', 'suspended', 'ended'] as const
/** The cohort as it is typed; '' where nothing is said. */
export type CohortForm = { name: string; portalId: string; siteId: string; elsewhere: string; states: (typeof standingStates)[number][]; ageFrom: string; ageTo: string; perHour: string }
export const emptyCohort: CohortForm = { name: '', portalId: '', siteId: '', elsewhere: '', states: ['legacy-only'], ageFrom: '', ageTo: '', perHour: '100' }

const wholeYears = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null)

/** The cohort as the server takes it. */
export function cohortOf(form: CohortForm): Cohort {
  return {
    portalId: form.portalId,
    siteId: form.siteId || null,
    standing: form.elsewhere && form.states.length > 0 ? { portalId: form.elsewhere, states: form.states } : null,
    ageFrom: wholeYears(form.ageFrom),
    ageTo: wholeYears(form.ageTo),
  }
}

/** Whether enough is said to look whom it reaches. */
export function isWhole(form: CohortForm): boolean {
  const perHour = Number(form.perHour)
  return form.name.trim().length >= 3 && form.portalId !== '' && Number.isInteger(perHour) && perHour >= 1 && perHour <= 1000 && (form.elsewhere === '' || form.states.length > 0)
}
