import { accountsOf } from '#seed/demo/accounts.ts'
import { ownChartOfStaff } from '#seed/demo/demo-staff.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { stableNumber } from '#seed/stable.ts'
import type { Instant } from '#domain/time.ts'

export const MYCHART = 'mychart-ny-nj'

/** Grown people with an own address, a number and an active account on a portal, in a stable order; nobody restricted or of the staff. */
export function accountHolders(patients: readonly DemoPatient[], portalId: string, at: Instant): DemoPatient[] {
  return patients.filter((one) => one.age >= 20 && one.restricted !== true && !one.facts.deceased && ownChartOfStaff(one.facts) === null
    && ['email', 'phone'].every((kind) => one.facts.contacts.some((contact) => contact.kind === kind))
    && accountsOf(one, at).some((account) => account.portalId === portalId && account.state === 'active'))
    .toSorted((a, b) => stableNumber('recovery', patientIdOf(a.facts)) - stableNumber('recovery', patientIdOf(b.facts)))
}
