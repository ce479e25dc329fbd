import { caremount } from '#domain/policies/caremount.ts'
import { followMyHealth } from '#domain/policies/followmyhealth.ts'
import { myChartNyNj } from '#domain/policies/mychart-ny-nj.ts'
import { myPortalCa } from '#domain/policies/myportal-ca.ts'
import { nextGenLegacy } from '#domain/policies/nextgen-legacy.ts'
import type { Portal } from '#domain/portals/policy.ts'

/** The five portals as their documents publish them, in the order in which screens list them. */
export const shippedPortals: readonly Portal[] = [myChartNyNj, nextGenLegacy, caremount, myPortalCa, followMyHealth]
