import { addDays, DAY, HOUR, localDateOf, startOfLocalDay, type Instant } from '#domain/time.ts'
import type { PractitionerToKeep } from '#db/practitioners.ts'
import type { RowOf } from '#db/rows.ts'
import { accountsOf } from '#seed/demo/accounts.ts'
import type { DemoSite } from '#seed/demo/demo-sites.ts'
import { demoStaff } from '#seed/demo/demo-staff.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { zoneOfState } from '#seed/sites.ts'
import { stableId, stableNumber, stablePick, stableShare } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'

/** Of patients, those who have somebody in their care team, and those for whom something was ordered. */
const WITH_CARE_TEAM = 0.6
const WITH_ORDER = 0.35
/** Of adults without an account, those who said no to one. */
const DECLINED = 0.12
const declineReasons = ['prefers-paper', 'no-device', 'privacy', 'no-time'] as const

/** Ids of the practitioners who see patients at a site: the practice's own prescribers, and one or two of the sets whom nobody has matched yet. */
export type CarersAt = (site: DemoSite) => readonly string[]

export function carersIn(practitioners: readonly PractitionerToKeep[]): CarersAt {
  const idOf = ({ source, sourceId }: { source: string; sourceId: string }) => stableId('practitioner', source, sourceId)
  const known = new Map<string, readonly string[]>()
  return (site) => {
    const before = known.get(site.id)
    if (before) return before
    const own = demoStaff.filter((one) => one.npi !== undefined && one.siteIds.includes(site.id))
      .map((one) => idOf({ source: 'seed', sourceId: one.userName }))
    const others = practitioners.filter((one) => one.siteId === site.id && one.facts.source !== 'seed').map(({ facts }) => idOf(facts))
      .toSorted((a, b) => stableNumber('carer', a) - stableNumber('carer', b))
    const carers = [...own, ...others.slice(0, own.length > 0 ? 1 : 2)]
    known.set(site.id, carers)
    return carers
  }
}

/** Two people of an earlier system with one NPI between them: which of them is the colleague, somebody must say. */
export function doubtfulPractitioners(): PractitionerToKeep[] {
  const colleague = demoStaff.find((one) => one.userName === 'samuel.fay')
  return ['Samuel A. Fay', 'Samantha Fay'].map((name, place) => ({
    facts: { source: 'former-system', sourceId: String(place + 1), npi: colleague?.npi ?? null, name },
    specialty: 'Family Medicine', siteId: colleague?.siteIds[0] ?? null,
  }))
}

/** Who looks after whom: the first carer of the site most often. Made up. */
export function careTeamsOf(patients: readonly DemoPatient[], carersAt: CarersAt, at: Instant): RowOf<'careTeamMembers'>[] {
  return patients.flatMap((one) => {
    const patientId = patientIdOf(one.facts)
    if (stableShare('care team', patientId) > WITH_CARE_TEAM) return []
    const practitionerId = carerOf(one, carersAt)
    const fromAt = at - (30 + stableNumber('care team since', patientId) % 900) * DAY
    return [{ id: stableId('care team', patientId), patientId, practitionerId, fromAt, untilAt: null, source: 'seed', sourceId: patientId }]
  })
}

/** Who ordered something for whom in the last weeks. Made up. */
export function ordersOf(patients: readonly DemoPatient[], carersAt: CarersAt, at: Instant): RowOf<'orders'>[] {
  const doubtful = doubtfulPractitioners().map(({ facts }) => stableId('practitioner', facts.source, facts.sourceId))
  return patients.flatMap((one) => {
    const patientId = patientIdOf(one.facts)
    if (stableShare('order', patientId) > WITH_ORDER) return []
    const isOld = one.site.jurisdiction === 'NJ' && stableShare('old order', patientId) < 0.1
    const practitionerId = isOld ? stablePick(doubtful, 'old order', patientId) : carerOf(one, carersAt)
    const orderedAt = at - (2 + stableNumber('ordered', patientId) % 600) * HOUR
    return [{ id: stableId('order', patientId), patientId, practitionerId, orderedAt, source: 'seed', sourceId: patientId }]
  })
}

function carerOf(patient: DemoPatient, carersAt: CarersAt): string {
  const carers = carersAt(patient.site)
  const patientId = patientIdOf(patient.facts)
  const first = carers[0]
  return first !== undefined && stableShare('carer', patientId) < 0.7 ? first : stablePick(carers, 'carer', patientId)
}

/** Dr. Fay is away and Dr. Weimann stands in; later it is the other way round. Whole days. */
export function coversOf(at: Instant): RowOf<'covers'>[] {
  const [weimann, fay, nair] = ['carol.weimann', 'samuel.fay', 'priya.nair'].map(staffIdOf) as [string, string, string]
  const day = (days: number) => startOfLocalDay(addDays(localDateOf(at, zoneOfState.NY), days), zoneOfState.NY)
  const kept = { endedAt: null, endedBy: null, version: 1 }
  return [
    { id: stableId('cover', '1'), absentId: fay, coveringId: weimann, fromAt: day(-1), untilAt: day(5), setBy: nair, setAt: at - 3 * DAY, ...kept },
    { id: stableId('cover', '2'), absentId: weimann, coveringId: fay, fromAt: day(20), untilAt: day(27), setBy: weimann, setAt: at - 2 * DAY, ...kept },
  ]
}

/** Adults without an account who were asked at the desk and said no. */
export function declinesOf(patients: readonly DemoPatient[], at: Instant): RowOf<'enrollmentDeclines'>[] {
  return patients.flatMap((one) => {
    const patientId = patientIdOf(one.facts)
    const isAsked = one.age >= 18 && !one.facts.deceased && accountsOf(one, at).length === 0
    if (!isAsked || stableShare('declined', patientId) > DECLINED) return []
    const notedAt = at - (10 + stableNumber('declined on', patientId) % 200) * DAY
    return [{
      id: stableId('decline', patientId), patientId, reason: stablePick(declineReasons, 'declined', patientId),
      notedBy: staffIdOf('rosa.delgado'), notedAt, endedAt: null,
    }]
  })
}
