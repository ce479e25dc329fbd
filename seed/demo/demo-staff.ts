import type { PatientFacts } from '#domain/feeds/facts.ts'
import { demoSites } from '#seed/demo/demo-sites.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { KANSAS } from '#seed/demo/sources.ts'
import type { SeedStaff } from '#seed/staff.ts'

/** A chart that belongs to a member of staff: an adult of the sets with a child, called as the colleague is called. */
const WEIMANN_CHART = { source: KANSAS, sourceId: '6d9b8fad-9be9-3fa9-209a-85eb00fdfdea' }

/** What the seed changes on a chart because it is a colleague's own; null for everybody else's. */
export function ownChartOfStaff(patient: PatientFacts): { usedGiven: string } | null {
  return patient.source === WEIMANN_CHART.source && patient.sourceId === WEIMANN_CHART.sourceId ? { usedGiven: 'Carol' } : null
}

const everySite = demoSites.map((site) => site.id)
const sitesIn = (...states: readonly string[]): string[] => demoSites.filter((site) => states.includes(site.jurisdiction)).map((site) => site.id)
const siteCalled = (name: string): string[] => demoSites.filter((site) => site.name === name).map((site) => site.id)
const addressOf = (userName: string): string => `${userName}@mapleharbor.example.org`

type Colleague = Omit<SeedStaff, 'email'>

/** Whoever sits at a desk of the sign-in page joined before everybody else of the role. */
const FIRST_JOINED_DAYS = 900

/** The six desks of the sign-in page, first of their role, and colleagues enough to ask and to approve. */
const colleagues: readonly Colleague[] = [
  { userName: 'rosa.delgado', name: 'Rosa Delgado', roles: ['front-desk'], siteIds: siteCalled('Town Plaza Family Practice') },
  { userName: 'tom.whitfield', name: 'Tom Whitfield', roles: ['helpline'], siteIds: everySite },
  {
    userName: 'carol.weimann', name: 'Dr. Carol Weimann', roles: ['clinician'], clinicianKind: 'prescriber', npi: '1467560003',
    siteIds: siteCalled('Rock Ridge Family Medicine'), patientId: patientIdOf(WEIMANN_CHART),
  },
  { userName: 'priya.nair', name: 'Priya Nair', roles: ['manager'], siteIds: sitesIn('NY', 'NJ') },
  { userName: 'margaret.oyelaran', name: 'Margaret Oyelaran', roles: ['privacy-officer'], siteIds: everySite },
  { userName: 'ken.ishii', name: 'Ken Ishii', roles: ['administrator'], siteIds: everySite },
  { userName: 'samuel.fay', name: 'Dr. Samuel Fay', roles: ['clinician'], clinicianKind: 'prescriber', npi: '1740283779', siteIds: sitesIn('NJ') },
  { userName: 'lena.ortiz', name: 'Lena Ortiz', roles: ['clinician'], clinicianKind: 'clinical-staff', siteIds: sitesIn('NY') },
  { userName: 'marcus.bell', name: 'Marcus Bell', roles: ['front-desk'], siteIds: sitesIn('NJ') },
  { userName: 'grace.kim', name: 'Grace Kim', roles: ['helpline', 'front-desk'], siteIds: sitesIn('CA') },
  { userName: 'alan.brooks', name: 'Alan Brooks', roles: ['manager'], siteIds: sitesIn('CA') },
  { userName: 'david.osei', name: 'David Osei', roles: ['privacy-officer'], siteIds: everySite },
  { userName: 'elena.petrova', name: 'Elena Petrova', roles: ['administrator'], siteIds: everySite },
  { userName: 'joyce.lambert', name: 'Joyce Lambert', roles: ['front-desk'], siteIds: sitesIn('NY'), status: 'disabled' },
]

export const demoStaff: readonly SeedStaff[] = colleagues.map((one, place) => ({
  ...one, email: addressOf(one.userName), joinedDaysBefore: FIRST_JOINED_DAYS - 30 * place,
}))
