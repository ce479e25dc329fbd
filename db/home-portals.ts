import { asc, inArray } from 'drizzle-orm'
import { policyAt, serviceStateAt } from '#domain/portals/as-of.ts'
import type { Instant } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { Reader } from '#db/store.ts'

/** Who looks after a patient and by whose rules: what a result starts from. `state`: of the site, as `US-NY`. */
export type Home = { siteId: string; state: string; timeZone: string; portalId: string; birthDate: string; familyKey: string }

const standing = ['active', 'suspended', 'invited', 'legacy-only']

/**
 * The portal of each patient: the one of their account, the most alive first; else one that serves the site's state and is
 * open; else the first that is open at all.
 */
export async function homesOf(db: Reader, patientIds: readonly string[], at: Instant): Promise<Map<string, Home>> {
  const ids = [...new Set(patientIds)]
  if (ids.length === 0) return new Map()
  const { patients: p, sites, portalAccounts: a } = db.t
  const people = await db.select({ id: p.id, siteId: p.siteId, birthDate: p.birthDate, familyKey: p.familyKey }).from(p).where(inArray(p.id, ids))
  const places = new Map((await db.select({ id: sites.id, state: sites.jurisdiction, timeZone: sites.timeZone }).from(sites)).map((site) => [site.id, site]))
  const accounts = await db.select({ patientId: a.patientId, portalId: a.portalId, state: a.state }).from(a).where(inArray(a.patientId, ids)).orderBy(asc(a.portalId))
  const portals = await portalRules(db)
  const open = portals.flatMap((portal) => {
    const found = policyAt(portal.versions.map(({ policy }) => policy), at)
    return found.inForce && ['open', 'no-messages'].includes(serviceStateAt(found.policy, at)) ? [found.policy] : []
  })
  const first = open[0]?.portalId ?? portals[0]?.id ?? ''
  return new Map(people.map((person) => {
    const site = places.get(person.siteId)
    const state = `US-${site?.state ?? ''}`
    const own = standing.flatMap((one) => accounts.filter((account) => account.patientId === person.id && account.state === one))[0]
    const portalId = own?.portalId ?? open.find((policy) => policy.jurisdictions.includes(state))?.portalId ?? first
    return [person.id, { siteId: person.siteId, state, timeZone: site?.timeZone ?? 'UTC', portalId, birthDate: person.birthDate, familyKey: person.familyKey }]
  }))
}
