import type { PractitionerFacts } from '#domain/feeds/facts.ts'
import { dropDigits } from '#domain/names.ts'
import type { PractitionerToKeep } from '#db/practitioners.ts'
import { demoStaff } from '#seed/demo/demo-staff.ts'
import { doubtfulPractitioners } from '#seed/demo/relations.ts'
import { siteOf, siteOfOrganization } from '#seed/demo/demo-sites.ts'
import { KANSAS, type Sources } from '#seed/demo/sources.ts'

/** Practitioners of the sets with their specialty, and the practice's own prescribers, matched with their desks. */
export function practitionersOf(sources: Sources): PractitionerToKeep[] {
  const roleByNpi = new Map(sources.roles.flatMap((role) => (role.npi === null ? [] : [[role.npi, role] as const])))
  const fromSets = sources.practitioners.map((facts): PractitionerToKeep => {
    const role = facts.npi === null ? undefined : roleByNpi.get(facts.npi)
    const site = role?.organizationSourceId ? siteOfOrganization({ source: KANSAS, sourceId: role.organizationSourceId }) : siteOf(facts.source, facts.sourceId)
    return { facts: { ...facts, name: dropDigits(facts.name) }, specialty: role?.specialties[0] ?? null, siteId: site.id }
  })
  return [...fromSets, ...doubtfulPractitioners(), ...demoStaff.filter((one) => one.npi !== undefined).map((one): PractitionerToKeep => {
    const facts: PractitionerFacts = { source: 'seed', sourceId: one.userName, npi: one.npi ?? null, name: one.name }
    return { facts, specialty: 'Family Medicine', siteId: one.siteIds[0] ?? null }
  })]
}
