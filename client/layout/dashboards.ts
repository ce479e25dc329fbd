import type { Action } from '#domain/actions.ts'

/** Each dashboard with its address and who may open it, in the order of the tabs. */
export const dashboards: readonly { to: string; label: string; needs: readonly Action[] }[] = [
  { to: '/dashboards/messages', label: 'levels.tab', needs: ['service-levels.read'] },
  { to: '/dashboards/fairness', label: 'levels.tab_fairness', needs: ['service-levels.fairness'] },
  { to: '/dashboards/enrollment', label: 'figures.title', needs: ['enrollment.measure'] },
  { to: '/dashboards/results', label: 'results.dashboard', needs: ['result.measure'] },
]
