import { allow, deny, type Decision } from '#domain/decision.ts'

/** How a member of staff stands to a chart as a person. `perhaps`: same address or phone; ask before opening. */
export type ChartRelation = 'own' | 'household' | 'proxy' | 'perhaps' | 'none'

export type ChartActor = {
  /** The staff member's own chart here; null when they are no patient. */
  patientId: string | null
}

export type ChartFacts = {
  patientId: string
  /** Charts of the same household. */
  householdPatientIds: readonly string[]
  /** Charts of people who hold proxy access to this one. */
  proxyPatientIds: readonly string[]
  /** The actor's own chart has the same address or phone. */
  sharesContact: boolean
}

/** What ties the actor to the chart, the nearest tie first. */
export function relationToChart(actor: ChartActor, chart: ChartFacts): ChartRelation {
  const own = actor.patientId
  if (own === null) return 'none'
  if (own === chart.patientId) return 'own'
  if (chart.householdPatientIds.includes(own)) return 'household'
  if (chart.proxyPatientIds.includes(own)) return 'proxy'
  return chart.sharesContact ? 'perhaps' : 'none'
}

/** Whether a member of staff may carry out an act on this chart: never on their own, their household's, or one they are proxy for. */
export function mayActOnChart(actor: ChartActor, chart: ChartFacts): Decision {
  const relation = relationToChart(actor, chart)
  return relation === 'none' || relation === 'perhaps' ? allow : deny('OWN_OR_HOUSEHOLD_CHART')
}

/** Whether even reading it takes break-glass, because the chart is too near to the reader. */
export function needsBreakGlassToRead(actor: ChartActor, chart: ChartFacts): boolean {
  return !mayActOnChart(actor, chart).allowed
}
