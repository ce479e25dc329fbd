import { myChartNyNj } from '#domain/policies/mychart-ny-nj.ts'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import type { Portal, PortalPolicy } from '#domain/portals/policy.ts'

type SaidOfAPolicy = Partial<Omit<PortalPolicy, 'service'>> & { service?: Partial<PortalPolicy['service']> }

/** A portal's first version, that of MyChart unless something else is said about a group or a field. */
export function buildPolicy(said: SaidOfAPolicy = {}): PortalPolicy {
  const shipped = firstVersion(myChartNyNj)
  return { ...shipped, ...said, service: { ...shipped.service, ...said.service } }
}

/** A portal with the given versions; ids follow. */
export function buildPortal(id: string, versions: PortalPolicy[]): Portal {
  const numbered = versions.map((version, index) => ({ ...version, portalId: id, versionNumber: index + 1 }))
  return { id, name: id, versions: numbered }
}

/** The ids of the shipped portals; a case without one of them does not compile. */
export type ShippedPortalId = 'mychart-ny-nj' | 'nextgen-legacy' | 'caremount' | 'myportal-ca' | 'followmyhealth'

export const shippedPortalIds: readonly ShippedPortalId[] = [
  'mychart-ny-nj', 'nextgen-legacy', 'caremount', 'myportal-ca', 'followmyhealth',
]

/** A shipped portal by its id. */
export function shippedPortal(id: ShippedPortalId): Portal {
  const portal = shippedPortals.find((each) => each.id === id)
  if (!portal) throw new Error(`No shipped portal ${id}`)
  return portal
}

/** The policy of a shipped portal as it ships. */
export function shippedPolicy(id: ShippedPortalId): PortalPolicy {
  return firstVersion(shippedPortal(id))
}

/** An instant by its ISO text. */
export function instant(iso: string): number {
  return Date.parse(iso)
}

function firstVersion(portal: Portal): PortalPolicy {
  const [first] = portal.versions
  if (!first) throw new Error(`No version of ${portal.id}`)
  return first
}
