import { eq, sql } from 'drizzle-orm'
import type { OfficeCalendar } from '#domain/business-time/office-day.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import type { OfficeHours } from '#domain/portals/hours.ts'
import { portalPolicySchema, type PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant, TimeZone } from '#domain/time.ts'
import { hot, type Reader } from '#db/store.ts'

/** A portal's rules as of an instant, and the office whose hours count at a site. */
export type Promised = { policy: PortalPolicy; calendar: OfficeCalendar; zone: TimeZone }

const versionRows = hot<{ portalId: string; versionNumber: number; addedAt: number }[]>('message_policy_versions', (db, t) =>
  db.select({ portalId: t.portalPolicies.portalId, versionNumber: t.portalPolicies.versionNumber, addedAt: t.portalPolicies.addedAt })
    .from(t.portalPolicies).orderBy(t.portalPolicies.portalId, t.portalPolicies.versionNumber))

/** Versions are added and never changed: one that was read once is known for good. */
const parsed = new Map<string, PortalPolicy>()

/** Every version of every portal's rules, oldest first. */
export async function policiesOf(db: Reader): Promise<Map<string, PortalPolicy[]>> {
  const versions = new Map<string, PortalPolicy[]>()
  for (const row of await db.hot(versionRows)) {
    const key = `${row.portalId}|${row.versionNumber}|${row.addedAt}`
    const policy = parsed.get(key) ?? await readPolicy(db, row)
    parsed.set(key, policy)
    versions.set(row.portalId, [...versions.get(row.portalId) ?? [], policy])
  }
  return versions
}

async function readPolicy(db: Reader, { portalId, versionNumber }: { portalId: string; versionNumber: number }): Promise<PortalPolicy> {
  const { portalPolicies: p } = db.t
  const [row] = await db.select({ policy: p.policy }).from(p).where(sql`${p.portalId} = ${portalId} and ${p.versionNumber} = ${versionNumber}`)
  return portalPolicySchema.parse(JSON.parse(row?.policy ?? 'null'))
}

/** The version in force at an instant; before the first one, the first one. Null: no such portal. */
export function policyOf(versions: ReadonlyMap<string, readonly PortalPolicy[]>, portalId: string, at: Instant): PortalPolicy | null {
  const ofPortal = versions.get(portalId) ?? []
  const answer = policyAt(ofPortal, at)
  return answer.inForce ? answer.policy : ofPortal[0] ?? null
}

type SiteRow = { timeZone: string; hours: string | null; alsoClosedOn: string | null; openAnywayOn: string | null; version: number | null }
const siteRow = hot<SiteRow[]>('message_site_calendar', (db, t) =>
  db.select({
    timeZone: t.sites.timeZone, hours: t.siteCalendars.hours, alsoClosedOn: t.siteCalendars.alsoClosedOn,
    openAnywayOn: t.siteCalendars.openAnywayOn, version: t.siteCalendars.version,
  }).from(t.sites).leftJoin(t.siteCalendars, eq(t.siteCalendars.siteId, t.sites.id)).where(eq(t.sites.id, sql.placeholder('siteId'))))

const calendars = new Map<string, OfficeCalendar>()
/** Calendars that are kept in mind; more are made anew. */
const MOST_CALENDARS = 2000

export type Promises = (of: { portalId: string; siteId: string }, startedAt: Instant) => Promise<Promised | null>

/**
 * Answers the rules and the office for clocks of a portal at a site (R50): the site's own hours where it has some, else the
 * portal's; days of both. A clock is reckoned by the rules of the instant at which it began. Null: no such portal.
 */
export async function makePromises(db: Reader): Promise<Promises> {
  const versions = await policiesOf(db)
  const sites = new Map<string, SiteRow | undefined>()
  return async ({ portalId, siteId }, startedAt) => {
    const policy = policyOf(versions, portalId, startedAt)
    if (!policy) return null
    if (!sites.has(siteId)) sites.set(siteId, (await db.hot(siteRow, { siteId }))[0])
    const site = sites.get(siteId)
    const zone = site?.timeZone ?? policy.timeZone
    return { policy, zone, calendar: calendarOf(policy, zone, site) }
  }
}

function calendarOf(policy: PortalPolicy, zone: TimeZone, site: SiteRow | undefined): OfficeCalendar {
  const { officeHours, holidays } = policy.messages
  const key = JSON.stringify([zone, officeHours, holidays, site?.hours, site?.alsoClosedOn, site?.openAnywayOn])
  const known = calendars.get(key)
  if (known) return known
  const made = {
    zone,
    hours: site?.hours ? JSON.parse(site.hours) as OfficeHours : officeHours,
    holidays: {
      calendar: holidays.calendar,
      alsoClosedOn: [...holidays.alsoClosedOn, ...daysOf(site?.alsoClosedOn)],
      openAnywayOn: [...holidays.openAnywayOn, ...daysOf(site?.openAnywayOn)],
    },
  }
  if (calendars.size >= MOST_CALENDARS) calendars.clear()
  calendars.set(key, made)
  return made
}

function daysOf(text: string | null | undefined): string[] {
  return text ? JSON.parse(text) as string[] : []
}
