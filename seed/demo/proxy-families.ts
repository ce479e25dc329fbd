import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf, type GuardiansOf } from '#seed/demo/families.ts'
import type { DemoPerson } from '#seed/demo/proxy-rows.ts'
import { stableShare } from '#seed/stable.ts'

/** A minor with the adults whom the sets give them, and the portal on which they have access. */
export type DemoFamily = { child: DemoPatient; childId: string; portalId: string; adults: DemoPatient[] }

/** The families of the sets, in a stable order; without the dead and without restricted charts. */
export function familiesOf(patients: readonly DemoPatient[], guardiansOf: GuardiansOf): DemoFamily[] {
  const dressed = new Map(patients.map((one) => [patientIdOf(one.facts), one]))
  return patients.filter((one) => one.age < 18 && isOpen(one)).flatMap((child) => {
    const adults = guardiansOf(child.facts).flatMap((one) => dressed.get(patientIdOf(one)) ?? []).filter(isOpen)
    return adults.length === 0 ? [] : [{ child, childId: patientIdOf(child.facts), portalId: portalOf(child), adults }]
  }).toSorted((a, b) => (a.childId < b.childId ? -1 : 1))
}

/** Neither dead nor restricted. */
export function isOpen({ facts, restricted }: DemoPatient): boolean {
  return !facts.deceased && !restricted
}

/** An adult of the sets as the proxy that they are. */
export function personOf({ facts }: DemoPatient): DemoPerson {
  const contact = (kind: 'email' | 'phone') => facts.contacts.find((one) => one.kind === kind)?.value ?? null
  return {
    patientId: patientIdOf(facts), family: facts.legalFamily, given: facts.legalGiven, birthDate: facts.birthDate, language: facts.language, email: contact('email'), phone: contact('phone'),
  }
}

/** What an adult of the sets is to the child. */
export function parentOf({ facts }: DemoPatient): 'mother' | 'father' | 'parent' {
  if (facts.gender === 'male') return 'father'
  return facts.gender === 'female' ? 'mother' : 'parent'
}

function portalOf(child: DemoPatient): string {
  if (child.site.jurisdiction !== 'CA') return 'mychart-ny-nj'
  return stableShare('portal', patientIdOf(child.facts)) < 0.6 ? 'myportal-ca' : 'followmyhealth'
}
