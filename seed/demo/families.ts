import type { PatientFacts } from '#domain/feeds/facts.ts'
import type { HouseholdLinkToKeep } from '#db/household.ts'
import { KANSAS, SHIFT, type Sources } from '#seed/demo/sources.ts'
import { stableId } from '#seed/stable.ts'

export const patientIdOf = (patient: { source: string; sourceId: string }): string => stableId('patient', patient.source, patient.sourceId)

/** The adults whom the derived file gives a child, among the people of the sets. */
export type GuardiansOf = (patient: { source: string; sourceId: string }) => PatientFacts[]

export function guardiansIn(sources: Sources): GuardiansOf {
  const kansas = new Map(sources.patients.filter((one) => one.source === KANSAS).map((one) => [one.sourceId, one]))
  const guardians = new Map(sources.households.map((one) =>
    [one.child, one.guardians.flatMap((id) => kansas.get(id) ?? [])] as const))
  return (patient) => (patient.source === KANSAS ? guardians.get(patient.sourceId) ?? [] : [])
}

/** Households of the derived file and the related people of the SHIFT bundles. `nameOf` says how a patient is called here. */
export function linksOf(sources: Sources, guardiansOf: GuardiansOf, nameOf: (patientId: string) => string): HouseholdLinkToKeep[] {
  const derived = sources.households.flatMap(({ child }) => guardiansOf({ source: KANSAS, sourceId: child }).map((guardian) => ({
    source: 'derived-households',
    sourceId: `${child}/${guardian.sourceId}`,
    patientId: patientIdOf({ source: KANSAS, sourceId: child }),
    relatedPatientId: patientIdOf(guardian),
    relatedName: nameOf(patientIdOf(guardian)),
    relationship: guardian.gender === 'female' ? 'mother' : guardian.gender === 'male' ? 'father' : 'guardian',
  })))
  const related = sources.relatedPeople.map((one) => ({
    source: SHIFT,
    sourceId: one.sourceId,
    patientId: patientIdOf({ source: SHIFT, sourceId: one.patientSourceId }),
    relatedPatientId: null,
    relatedName: one.name,
    relationship: one.relationship,
  }))
  return [...derived, ...related]
}
