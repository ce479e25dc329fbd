import { DAY, HOUR, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { stableId, stableNumber, stableShare } from '#seed/stable.ts'

type Account = Writer['t']['portalAccounts']['$inferInsert']
type State = 'active' | 'legacy-only' | 'invited' | 'suspended' | 'ended'
type Share = { upTo: number; accounts: readonly { portalId: string; state: State }[] }

/** MyChart opened on 1 March 2025 (R85): no account there is older. Made up in every other respect. */
const MYCHART_OPENS = Date.UTC(2025, 2, 1, 5)

const east: readonly Share[] = [
  { upTo: 0.22, accounts: [{ portalId: 'mychart-ny-nj', state: 'active' }, { portalId: 'nextgen-legacy', state: 'ended' }] },
  { upTo: 0.36, accounts: [{ portalId: 'mychart-ny-nj', state: 'active' }] },
  { upTo: 0.62, accounts: [{ portalId: 'nextgen-legacy', state: 'legacy-only' }] },
  { upTo: 0.67, accounts: [{ portalId: 'nextgen-legacy', state: 'legacy-only' }, { portalId: 'mychart-ny-nj', state: 'invited' }] },
  { upTo: 0.71, accounts: [{ portalId: 'mychart-ny-nj', state: 'invited' }] },
  { upTo: 0.74, accounts: [{ portalId: 'mychart-ny-nj', state: 'suspended' }] },
  { upTo: 0.78, accounts: [{ portalId: 'caremount', state: 'ended' }] },
]
const west: readonly Share[] = [
  { upTo: 0.42, accounts: [{ portalId: 'myportal-ca', state: 'active' }] },
  { upTo: 0.52, accounts: [{ portalId: 'followmyhealth', state: 'active' }] },
  { upTo: 0.6, accounts: [{ portalId: 'myportal-ca', state: 'invited' }] },
  { upTo: 0.63, accounts: [{ portalId: 'myportal-ca', state: 'suspended' }] },
  { upTo: 0.67, accounts: [{ portalId: 'myportal-ca', state: 'ended' }] },
]
/** Youngest age for an own account in the made-up states (COPPA). */
const OWN_ACCOUNT_FROM = 13

/** Standing in the portals by a stable hash: children have none of their own, teens few, the dead none that opens (R13). */
export function accountsOf(patient: DemoPatient, at: Instant): Account[] {
  const key = [patient.facts.source, patient.facts.sourceId]
  if (patient.age < OWN_ACCOUNT_FROM) return []
  if (patient.age < 18 && stableShare('teen', ...key) > 0.35) return []
  const share = stableShare('accounts', ...key)
  const table = patient.site.jurisdiction === 'CA' ? west : east
  const accounts = table.find((row) => share < row.upTo)?.accounts ?? []
  return accounts.map(({ portalId, state }) => accountOf(patient, portalId, patient.facts.deceased ? 'suspended' : state, at))
}

function accountOf(patient: DemoPatient, portalId: string, state: State, at: Instant): Account {
  const key = [patient.facts.source, patient.facts.sourceId, portalId]
  const since = stableNumber('since', ...key)
  const days = state === 'invited' ? 1 + stableNumber('invited', ...key) % 50 : state === 'active' ? 4 + since % 500 : 70 + since % 1500
  const sinceAt = Math.max(at - days * DAY, portalId === 'mychart-ny-nj' ? Math.min(MYCHART_OPENS + (days % 400) * DAY, at - DAY) : 0)
  const lastSignInAt = state === 'active' ? Math.max(sinceAt, at - (1 + stableNumber('sign-in', ...key) % 2000) * HOUR) : null
  const patientId = patientIdOf(patient.facts)
  return { id: stableId('account', patientId, portalId), patientId, portalId, state, sinceAt, lastSignInAt }
}

/** Writes accounts. One that is there already stays as it is. */
export async function writeAccounts(w: Writer, accounts: readonly Account[]): Promise<void> {
  if (accounts.length > 0) await w.insert(w.t.portalAccounts).values([...accounts]).onConflictDoNothing()
}
