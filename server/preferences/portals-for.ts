import { and, eq } from 'drizzle-orm'
import { wishChannels } from '#domain/preferences.ts'
import type { PreferencesAnswer } from '#domain/contracts/preferences.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { portalsNow, servesState } from '#server/contacts/contacts.ts'

/** Portals whose mail a patient may not want: those that serve where they are seen, and those where they have an account. */
export async function portalsFor(db: Reader, patient: { id: string; siteId: string }, at: Instant): Promise<PreferencesAnswer['portals']> {
  const { sites, portalAccounts: a } = db.t
  const [site] = await db.select({ jurisdiction: sites.jurisdiction }).from(sites).where(eq(sites.id, patient.siteId))
  const accounts = await db.select({ portalId: a.portalId, state: a.state }).from(a).where(eq(a.patientId, patient.id))
  const stateOf = new Map(accounts.map((one) => [one.portalId, one.state]))
  return (await portalsNow(db, at)).filter((portal) => stateOf.has(portal.id) || (portal.takesAccounts && servesState(portal, site?.jurisdiction ?? null)))
    .map(({ id, name, policy: { preferences } }) => ({
      id, name, channels: wishChannels.filter((channel) => preferences.channels.includes(channel)), staffMaySet: preferences.staffSetOptOuts,
      hasAccount: stateOf.get(id) === 'active',
    }))
}

/** Accounts whose portal is told when a wish is recorded or taken back, so that its own mail stops or goes on. */
export async function accountsToTell(db: Reader, patientId: string): Promise<{ id: string; portalId: string }[]> {
  const { portalAccounts: a } = db.t
  return db.select({ id: a.id, portalId: a.portalId }).from(a).where(and(eq(a.patientId, patientId), eq(a.state, 'active')))
}
