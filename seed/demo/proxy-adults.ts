import type { Areas } from '#domain/access/facts.ts'
import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf } from '#seed/demo/families.ts'
import { personOf } from '#seed/demo/proxy-families.ts'
import { writeDemoGrant, type DemoGrant, type DemoPerson } from '#seed/demo/proxy-rows.ts'
import { writeStatus } from '#seed/demo/proxy-standing.ts'
import { SHIFT } from '#seed/demo/sources.ts'

const NOBODY = { patientId: null, birthDate: null, phone: null }
/** The related people of the SHIFT bundles; their addresses are made up. */
const ellie: DemoPerson = { ...NOBODY, family: 'Frederickson', given: 'Ellie', email: 'ellie.frederickson@example.org' }
const maria: DemoPerson = { ...NOBODY, family: 'Rambeau', given: 'Maria', email: 'maria.rambeau@example.org' }
const frank: DemoPerson = { ...NOBODY, family: 'Rambeau', given: 'Frank', email: 'frank.rambeau@example.org' }
const MYCHART = 'mychart-ny-nj'
const FIRST_DESK = 'Town Plaza Family Practice'
/** What a young adult left to her father: appointments and bills, and nothing of a clinician's. */
const chosenAreas: Areas = { appointments: 'view', bills: 'act', insurance: 'act' }

/** Adults for whom somebody acts: by their own invitation, by a paper for when they cannot, by a court, after their death. */
export async function writeAdultCases(w: Writer, patients: readonly DemoPatient[], at: Instant): Promise<void> {
  const write = (patient: DemoPatient | undefined, grant: Omit<DemoGrant, 'patientId' | 'portalId'> & { portalId?: string }) =>
    patient ? writeDemoGrant(w, { portalId: MYCHART, ...grant, patientId: patientIdOf(patient.facts) }, at) : Promise.resolve()
  const shift = (family: string) => patients.find((one) => one.facts.source === SHIFT && one.facts.legalFamily === family)
  // Carl's wife holds his health-care proxy. Monica turned 18: her parents' access ended; she let her father back to a part.
  await write(shift('Frederickson'), { person: ellie, relationship: 'spouse', basis: 'health-care-proxy', grantedBefore: 260, reviewIn: 470 })
  const monica = shift('Rambeau')
  for (const [person, relationship] of [[maria, 'mother'], [frank, 'father']] as const) {
    await write(monica, { person, relationship, basis: 'parent', portalId: 'nextgen-legacy', grantedBefore: 1300, reviewIn: 100 })
  }
  await write(monica, { person: frank, relationship: 'father', basis: 'adult-consent', levelId: 'trusted-representative', areas: chosenAreas, grantedBefore: 310, reviewIn: 420 })
  const [parent, child, ward, guardian, late, executor] = peopleFor(patients)
  if (parent && child) await write(parent, { person: personOf(child), relationship: 'adult-child', basis: 'adult-consent', levelId: 'read-only', grantedBefore: 150, reviewIn: 215 })
  if (ward && guardian) {
    await write(ward, { person: personOf(guardian), relationship: 'guardian', basis: 'adult-guardian', grantedBefore: 22, reviewIn: 340, documentEndsIn: 340 })
    await writeStatus(w, patientIdOf(ward.facts), { kind: 'adult-guardianship', document: 'court-order' }, at)
  }
  if (late && executor) {
    await write(late, { person: personOf(executor), relationship: 'executor', basis: 'executor', grantedBefore: 30, reviewIn: 335 })
    await write(late, { person: spouseOf(late), relationship: 'spouse', basis: 'adult-consent', grantedBefore: 400, reviewIn: 90, state: { state: 'suspended', cause: 'death', before: 60 } })
  }
}

/** An old parent with an adult child, somebody under a guardian, somebody who died with an executor: of the first desk, each another. */
function peopleFor(patients: readonly DemoPatient[]): (DemoPatient | undefined)[] {
  const near = patients.filter((one) => one.site.name === FIRST_DESK && one.facts.source !== SHIFT).toSorted((a, b) => (patientIdOf(a.facts) < patientIdOf(b.facts) ? -1 : 1))
  const wanted: readonly { from: number; to: number; dead?: boolean }[] = [
    { from: 72, to: 85 }, { from: 40, to: 50 }, { from: 24, to: 35 }, { from: 51, to: 60 }, { from: 60, to: 200, dead: true }, { from: 36, to: 50 },
  ]
  const taken = new Set<DemoPatient>()
  return wanted.map(({ from, to, dead = false }) => {
    const found = near.find((one) => one.age >= from && one.age <= to && one.facts.deceased === dead && !one.restricted && !taken.has(one))
    if (found) taken.add(found)
    return found
  })
}

/** A widow or widower of that name. */
function spouseOf({ facts }: DemoPatient): DemoPerson {
  return { ...NOBODY, family: facts.legalFamily, given: 'June', email: `june.${facts.legalFamily.toLowerCase().replace(/[^a-z]/g, '')}@example.org` }
}
