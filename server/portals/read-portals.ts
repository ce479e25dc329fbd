import type { PortalAsOf, PortalLine } from '#domain/contracts/portals.ts'
import { policyAt, serviceStateAt } from '#domain/portals/as-of.ts'
import { isoOf, type Instant } from '#domain/time.ts'
import { findPortals, type StoredPortal } from '#db/portals.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'

type Asked = { query: { at?: string | undefined } }
type AskedList = { query: Asked['query'] & { sort: readonly ['position' | 'name' | 'id', 'ASC' | 'DESC'] } }

/** Every portal with what it does at the instant asked about, in the order of screens or by name; they fit one page. */
export async function listPortals(db: Reader, act: Act, { query }: AskedList): Promise<Outcome<PortalLine[]>> {
  const at = instantOf(query.at, act)
  const portals = await findPortals(db)
  const [field, direction] = query.sort
  if (field !== 'position') portals.sort((a, b) => (a[field] < b[field] ? -1 : 1))
  if (direction === 'DESC') portals.reverse()
  return done(portals.map((portal) => ({
    ...lineOf(portal, at).line, versions: portal.versions.length,
    jurisdictions: portal.versions.at(-1)?.policy.jurisdictions ?? [],
  })))
}

/** One portal as of an instant: yesterday's question is answered with yesterday's rules. */
export async function readPortal(db: Reader, act: Act, { params, query }: Asked & { params: { id: string } }): Promise<Outcome<PortalAsOf>> {
  const at = instantOf(query.at, act)
  const [portal] = await findPortals(db, params.id)
  if (!portal) return refuse('NOT_FOUND')
  const { line, policy } = lineOf(portal, at)
  return done({
    ...line, at: isoOf(at), policy, firstEffectiveFromOn: portal.versions[0]?.policy.effectiveFromOn ?? null,
    versions: portal.versions.map((version) => ({
      versionNumber: version.policy.versionNumber, effectiveFromOn: version.policy.effectiveFromOn,
      addedAt: isoOf(version.addedAt), addedBy: version.addedBy,
    })),
  })
}

function lineOf(portal: StoredPortal, at: Instant) {
  const answer = policyAt(portal.versions.map((version) => version.policy), at)
  const policy = answer.inForce ? answer.policy : null
  const line = {
    id: portal.id, name: portal.name, timeZone: portal.timeZone,
    serviceState: policy ? serviceStateAt(policy, at) : 'not-open' as const, versionInForce: policy?.versionNumber ?? null,
  }
  return { line, policy }
}

function instantOf(text: string | undefined, act: Act): Instant {
  return text === undefined ? act.at : Date.parse(text)
}
