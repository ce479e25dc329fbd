import { and, eq, isNull } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { StartFacts } from '#domain/enrollment/draft-policy.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { servesState, type PortalNow } from '#server/contacts/contacts.ts'

/** What starting an enrollment on a portal depends on. */
export async function startFacts(db: Reader, { at }: { at: Instant }, chart: { id: string; birthDate: string; siteId: string; deceased: boolean }, portal: PortalNow): Promise<StartFacts> {
  const { portalAccounts: a, sites } = db.t
  const [site] = await db.select({ jurisdiction: sites.jurisdiction }).from(sites).where(eq(sites.id, chart.siteId))
  const [account] = await db.select({ state: a.state }).from(a).where(and(eq(a.patientId, chart.id), eq(a.portalId, portal.id)))
  return {
    deceased: chart.deceased, age: ageAt(chart.birthDate, at, portal.policy.timeZone), portalServes: servesState(portal, site?.jurisdiction ?? null),
    portalTakesAccounts: portal.takesAccounts, ownAccountFromAge: portal.policy.enrollment.ownAccountFromAge, account: account?.state ?? null,
  }
}

/** Whether somebody said no before and has not thought otherwise since. */
export async function hasDeclined(db: Reader, patientId: string): Promise<boolean> {
  const { enrollmentDeclines: n } = db.t
  const [row] = await db.select({ id: n.id }).from(n).where(and(eq(n.patientId, patientId), isNull(n.endedAt))).limit(1)
  return row !== undefined
}
