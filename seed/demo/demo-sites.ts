import type { OrganizationFacts } from '#domain/feeds/facts.ts'
import { KANSAS, MASSACHUSETTS } from '#seed/demo/sources.ts'
import { zoneOfState, type SeedSite } from '#seed/sites.ts'
import { stableId, stablePick } from '#seed/stable.ts'

/** A site of the demo practice: an organization of the sets, moved to another state, with towns around it. */
export type DemoSite = SeedSite & { towns: readonly string[] }

type Place = { source: string; organization: string; name: string; jurisdiction: SeedSite['jurisdiction']; phone: string; towns: readonly string[] }

/** Seven organizations that read like practices. Towns are real, telephone numbers are of the reserved 555-01 range. */
const places: readonly Place[] = [
  {
    source: KANSAS, organization: '4f78494e-a959-3f42-b5e7-987de1d4ef72', name: 'Town Plaza Family Practice',
    jurisdiction: 'NY', phone: '914-555-0110', towns: ['White Plains', 'Yonkers', 'New Rochelle', 'Scarsdale'],
  },
  {
    source: MASSACHUSETTS, organization: '9b5f23f1-c387-3a77-9359-752d26d7f997', name: 'Family Doctors',
    jurisdiction: 'NY', phone: '845-555-0111', towns: ['Poughkeepsie', 'Beacon', 'Fishkill'],
  },
  {
    source: KANSAS, organization: 'cb6e9907-9e6d-3eff-ad84-5222bae3883a', name: 'Rock Ridge Family Medicine',
    jurisdiction: 'NY', phone: '914-555-0112', towns: ['Mount Kisco', 'Katonah', 'Yorktown Heights', 'Carmel'],
  },
  {
    source: MASSACHUSETTS, organization: 'a9afd4c9-8443-3b5a-a486-07c3bb109b3f', name: 'River Bend Medical Group',
    jurisdiction: 'NJ', phone: '973-555-0113', towns: ['Montclair', 'Clifton', 'Passaic', 'Nutley'],
  },
  {
    source: KANSAS, organization: '29ec5bc4-0a96-3913-863c-466fff8d7693', name: 'Stonecreek Family Physicians',
    jurisdiction: 'NJ', phone: '732-555-0114', towns: ['Red Bank', 'Middletown', 'Long Branch'],
  },
  {
    source: MASSACHUSETTS, organization: 'cbbee84d-7644-3b24-9f41-e3747f5050df', name: 'Family Health Center',
    jurisdiction: 'CA', phone: '510-555-0115', towns: ['Oakland', 'Berkeley', 'San Leandro'],
  },
  {
    source: KANSAS, organization: 'bf82d88e-d7cb-3276-b175-01336be1855a', name: 'Heartland Medical Clinic',
    jurisdiction: 'CA', phone: '626-555-0116', towns: ['Pasadena', 'Alhambra', 'Monrovia'],
  },
]

export const demoSites: readonly DemoSite[] = places.map((place) => ({
  id: stableId('site', place.source, place.organization),
  name: place.name,
  timeZone: zoneOfState[place.jurisdiction],
  jurisdiction: place.jurisdiction,
  phone: place.phone,
  source: `${place.source}/Organization/${place.organization}`,
  towns: place.towns,
}))

/** The site that somebody or something of the sets belongs to, the same at every start. */
export function siteOf(...of: readonly string[]): DemoSite {
  return stablePick(demoSites, 'site', ...of)
}

/** The sites as rows. Throws when a site's organization is not in the sets: its provenance would name nothing. */
export function siteRows(organizations: readonly OrganizationFacts[]): SeedSite[] {
  const known = new Set(organizations.map((one) => `${one.source}/Organization/${one.sourceId}`))
  return demoSites.map(({ towns: _towns, ...site }) => {
    if (!known.has(site.source)) throw new Error(`${site.source} is not in the sets`)
    return site
  })
}

/** The site that an organization became part of: itself, or one chosen by its id. */
export function siteOfOrganization(organization: Pick<OrganizationFacts, 'source' | 'sourceId'>): DemoSite {
  const own = demoSites.find((site) => site.source === `${organization.source}/Organization/${organization.sourceId}`)
  return own ?? siteOf(organization.source, organization.sourceId)
}
