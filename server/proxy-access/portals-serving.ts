import { eq } from 'drizzle-orm'
import { serviceStateAt } from '#domain/portals/as-of.ts'
import type { RecordAccess } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'

type Serving = NonNullable<ReturnType<typeof rulesAt>>

/** The portals that matter for a record: those with access on them, then those that serve the patient's state, the open ones first. */
export async function portalsServing(db: Reader, act: Act, access: RecordAccess): Promise<Serving[]> {
  const { sites } = db.t
  const [site] = await db.select({ jurisdiction: sites.jurisdiction }).from(sites).where(eq(sites.id, access.chart.siteId))
  const withGrants = new Set(access.grants.map((one) => one.portalId))
  const serving = access.portals.flatMap((portal) => {
    const rules = rulesAt(access.portals, portal.id, act.at)
    if (!rules) return []
    const state = serviceStateAt(rules.policy, act.at)
    const isHere = state !== 'retired' && state !== 'not-open' && rules.policy.jurisdictions.includes(`US-${site?.jurisdiction ?? ''}`)
    return isHere || withGrants.has(portal.id) ? [{ rules, rank: (state === 'open' || state === 'no-messages' ? 0 : 2) + (withGrants.has(portal.id) ? 0 : 1) }] : []
  })
  return serving.toSorted((a, b) => a.rank - b.rank).map((one) => one.rules)
}
