import type { Role } from '#domain/roles.ts'
import { writeShippedPortals } from '#db/portals.ts'
import { writePractice } from '#db/practice.ts'
import { writeQueues, type SeedQueue } from '#seed/queues.ts'
import type { Seed } from '#seed/seed.ts'
import { writeSites, zoneOfState, type SeedSite } from '#seed/sites.ts'
import { stableId } from '#seed/stable.ts'
import { writeStaff, type SeedStaff } from '#seed/staff.ts'

/** Everybody's password in the test practice. */
export const TEST_PASSWORD = 'maple harbor test desk 42'
/** Everybody's second factor in the test practice, base32: SHA-1, 6 digits, 30 seconds. */
export const TEST_TOTP_SECRET = 'MFYHAZLTORSXG5DQOJQWG5DJMNSTEMZU'

const DESKS_PER_ROLE = 13

const namePrefix: Record<Role, { userName: string; name: string }> = {
  'front-desk': { userName: 'frontdesk', name: 'Front Desk' },
  helpline: { userName: 'helpline', name: 'Helpline' },
  clinician: { userName: 'clinician', name: 'Clinician' },
  manager: { userName: 'manager', name: 'Manager' },
  'privacy-officer': { userName: 'privacy', name: 'Privacy' },
  administrator: { userName: 'admin', name: 'Admin' },
}

/** One site in each state, in the order in which staff are spread over them. */
export const testSites: readonly SeedSite[] = (['NY', 'NJ', 'CA'] as const).map((jurisdiction) => ({
  id: stableId('site', 'test', jurisdiction),
  name: { NY: 'Hudson Street', NJ: 'Passaic Avenue', CA: 'Mission Road' }[jurisdiction],
  timeZone: zoneOfState[jurisdiction],
  jurisdiction,
  phone: { NY: '212-555-0140', NJ: '973-555-0141', CA: '415-555-0142' }[jurisdiction],
  source: 'seed',
}))

/**
 * The practice for tests from outside: thirteen people of each role with one password and one second factor,
 * three sites, five portals, no patients. Number 1 of each role sits in New York, 2 in New Jersey, 3 in California, and so on.
 */
export const seedTestPractice: Seed = async ({ store, at, timeZone, hashPassword, seal }) => {
  const secrets = { passwordHash: await hashPassword(TEST_PASSWORD), totpSealed: seal(TEST_TOTP_SECRET) }
  await store.tx(async (w) => {
    await writeSites(w, testSites)
    await writeShippedPortals(w, at)
    await writeStaff(w, testStaff(), secrets, at)
    await writeQueues(w, testQueues(), testRules, 'administrative', at)
    await writePractice(w, { name: 'Test Practice', timeZone, mode: 'test', seededAt: at, createdAt: at })
  })
}

function testStaff(): SeedStaff[] {
  return (Object.keys(namePrefix) as Role[]).flatMap((role) =>
    Array.from({ length: DESKS_PER_ROLE }, (_, index) => testPerson(role, index + 1)))
}

function testPerson(role: Role, number: number): SeedStaff {
  const { userName, name } = namePrefix[role]
  const home = testSites[(number - 1) % testSites.length]
  return {
    userName: `${userName}${number}`,
    name: `${name} ${number}`,
    email: `${userName}${number}@example.org`,
    roles: [role],
    ...(role === 'clinician' ? { clinicianKind: number > 10 ? 'clinical-staff' as const : 'prescriber' as const } : {}),
    siteIds: home ? [home.id] : [],
  }
}

const desksOf = (prefix: string, numbers: readonly number[]): string[] => numbers.map((number) => `${prefix}${number}`)
const numbersAt = (place: number): number[] => Array.from({ length: DESKS_PER_ROLE }, (_, index) => index + 1).filter((number) => (number - 1) % testSites.length === place)

/**
 * A pool of providers at each site with its clinicians, and three queues of the whole practice: billing and administrative support with
 * every front desk and helpline, the helpline's own mailbox.
 */
function testQueues(): SeedQueue[] {
  const everybody = numbersAt(0).concat(numbersAt(1), numbersAt(2)).toSorted((a, b) => a - b)
  const desks = [...desksOf('frontdesk', everybody), ...desksOf('helpline', everybody)]
  const pools = testSites.map((site, place): SeedQueue => ({
    key: `providers ${site.jurisdiction}`, name: `${site.name} providers`, kind: 'provider-pool', siteId: site.id, portalId: null,
    people: [...desksOf('clinician', numbersAt(place)), ...desksOf('helpline', numbersAt(place))], emergencyKey: null,
  }))
  return [
    ...pools,
    { key: 'administrative', name: 'Administrative support', kind: 'administrative-support', siteId: null, portalId: null, people: desks, emergencyKey: 'providers NY' },
    { key: 'billing', name: 'Billing', kind: 'billing', siteId: null, portalId: null, people: desks, emergencyKey: 'providers NY' },
    { key: 'helpline', name: 'Helpline mailbox', kind: 'helpline-mailbox', siteId: null, portalId: null, people: desksOf('helpline', everybody), emergencyKey: 'providers NY' },
  ]
}

const testRules = [
  { topic: 'technical', queueKey: 'helpline' },
  { recipient: 'billing', queueKey: 'billing' },
  { recipient: 'administrative-support', queueKey: 'administrative' },
  ...testSites.map((site) => ({ recipient: 'provider', siteId: site.id, queueKey: `providers ${site.jurisdiction}` })),
]
