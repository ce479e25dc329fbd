import type { Basis } from '#domain/access/bases.ts'
import type { Capability } from '#domain/portals/capabilities.ts'
import { all, looking, tables, yearsOn, type Level } from '#test/domain/access/published.ts'
import { wallDateOf } from '#test/domain/portals/wall-clock.ts'

type PortalId = 'mychart-ny-nj' | 'nextgen-legacy' | 'myportal-ca' | 'followmyhealth'
export const zoneOf: Record<PortalId, string> = {
  'mychart-ny-nj': 'America/New_York', 'nextgen-legacy': 'America/New_York', 'myportal-ca': 'America/Los_Angeles', followmyhealth: 'America/Los_Angeles',
}

/** One person's access as the desk wrote it down, and what happens to it in the year. Days are local days of the portal. */
export type Holder = {
  name: string
  basis: Basis
  level?: Level
  from?: string
  until?: string
  reviewBy?: string
  paperUntil?: string
  /** Closed from this day or instant on: revoked, blocked; by a death, a court, the state, for which the family says so. */
  revokedAt?: string
  blockedAt?: string
}
export type Family = { child: string; born: string; portal: PortalId; holders: Holder[]; diedOn?: string; emancipatedOn?: string; inCustodyFrom?: string }

const mother = (more: Partial<Holder> = {}): Holder => ({ name: 'Mother', basis: 'parent', ...more })
const father = (more: Partial<Holder> = {}): Holder => ({ name: 'Father', basis: 'parent', ...more })

/** Families whose rights change in 2026: birthdays on ordinary days, on clock-change nights and on a leap day; ends; acts. */
export const families: readonly Family[] = [
  { child: 'Ash', born: '2014-06-15', portal: 'mychart-ny-nj', holders: [mother(), father({ level: 'read-only' })] },
  { child: 'Bay', born: '2014-03-08', portal: 'mychart-ny-nj', holders: [mother()] },
  { child: 'Cob', born: '2014-11-01', portal: 'mychart-ny-nj', holders: [mother()] },
  { child: 'Dew', born: '2008-02-29', portal: 'mychart-ny-nj', holders: [mother()] },
  { child: 'Elm', born: '2008-07-04', portal: 'mychart-ny-nj', holders: [mother(), father({ basis: 'adult-consent', from: '2026-07-04' })] },
  { child: 'Fir', born: '2018-01-20', portal: 'mychart-ny-nj', holders: [mother({ until: '2026-05-31' }), father({ reviewBy: '2026-08-15' }), { name: 'Guardian', basis: 'guardian-of-minor', paperUntil: '2026-10-10' }] },
  { child: 'Gum', born: '2019-01-20', portal: 'mychart-ny-nj', holders: [mother({ revokedAt: '2026-04-20T15:00:00Z' }), father()] },
  { child: 'Hop', born: '2017-01-20', portal: 'mychart-ny-nj', holders: [mother(), father({ name: 'Karlos', blockedAt: '2026-09-09T12:00:00Z' })] },
  { child: 'Ivy', born: '2011-04-04', portal: 'mychart-ny-nj', holders: [mother({ basis: 'teen-consent', reviewBy: '2026-12-01' }), father()] },
  { child: 'Jet', born: '2016-04-04', portal: 'mychart-ny-nj', holders: [mother()], diedOn: '2026-06-01' },
  { child: 'Kit', born: '2009-09-09', portal: 'mychart-ny-nj', holders: [mother()], emancipatedOn: '2026-05-05' },
  { child: 'Lux', born: '2015-09-09', portal: 'mychart-ny-nj', holders: [mother(), { name: 'Agency', basis: 'state-agency' }], inCustodyFrom: '2026-02-02' },
  { child: 'Moss', born: '2014-06-15', portal: 'myportal-ca', holders: [mother()] },
  { child: 'Nell', born: '2008-11-01', portal: 'myportal-ca', holders: [mother({ level: 'read-only' })] },
  { child: 'Oak', born: '2008-05-05', portal: 'followmyhealth', holders: [mother(), father({ level: 'read-only' })] },
  { child: 'Pip', born: '2014-03-01', portal: 'nextgen-legacy', holders: [mother()] },
]

/** Confirmed at the turn of the year, whatever begins later. */
export const CONFIRMED_AT = Date.UTC(2025, 11, 20, 17)

/** What somebody may see at an instant, worked out by hand from what the portals publish and the desk wrote down. */
export function rightly(family: Family, holder: Holder, at: number): Capability[] {
  const on = wallDateOf(at, zoneOf[family.portal])
  const { basis, from = '2025-12-20', until, reviewBy, paperUntil, revokedAt, blockedAt } = holder
  const isClosed = at < CONFIRMED_AT || on < from || [until, reviewBy, paperUntil].some((last) => last !== undefined && on > last)
    || [revokedAt, blockedAt].some((when) => when !== undefined && at >= Date.parse(when))
    || (family.diedOn !== undefined && on >= family.diedOn)
  if (isClosed) return []
  const isParental = basis === 'parent' || basis === 'guardian-of-minor' || basis === 'teen-consent'
  if (isParental && [family.emancipatedOn, family.inCustodyFrom].some((day) => day !== undefined && on >= day)) return []
  const years = yearsOn(family.born, on)
  if (basis === 'adult-consent') return years >= 18 ? all : []
  if (basis === 'teen-consent' || basis === 'state-agency') return years < 18 ? all : []
  const open = tables[family.portal].at(years, holder.level ?? 'full')
  return family.portal === 'nextgen-legacy' ? open.filter((one) => looking.includes(one)) : open
}
