import { useGetList } from 'ra-core'
import type { PortalLine } from '#domain/contracts/portals.ts'
import type { Site } from '#domain/contracts/sites.ts'

/** More sites than a practice has; the server allows at most 200 in one answer. */
const ALL = { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } } as const

/** Sites where patients are seen. */
export function useOpenSites(): Site[] {
  const { data = [] } = useGetList<Site>('sites', ALL)
  return data.filter(({ retired }) => !retired)
}

/** The practice's portals in their order. */
export function usePortals(): PortalLine[] {
  return useGetList<PortalLine>('portals', { pagination: { page: 1, perPage: 50 }, sort: { field: 'position', order: 'ASC' } }).data ?? []
}
