import { ageAt } from '#domain/birthdays.ts'
import type { ContactFacts, PatientFacts } from '#domain/feeds/facts.ts'
import { dropDigits } from '#domain/names.ts'
import { DAY, type Instant } from '#domain/time.ts'
import type { PatientToKeep } from '#db/patients.ts'
import { withNearBirthday } from '#seed/demo/birthdays.ts'
import { emailBook } from '#seed/demo/emails.ts'
import type { GuardiansOf } from '#seed/demo/families.ts'
import { ownChartOfStaff } from '#seed/demo/demo-staff.ts'
import { siteOf, type DemoSite } from '#seed/demo/demo-sites.ts'
import { stableId, stableNumber, stablePick, stableShare } from '#seed/stable.ts'

/** Of teens in a household, those who share a number with a parent (R10: 95 %). */
const TEENS_WITH_SHARED_PHONE = 0.95
/** A few charts are restricted: somebody known in town, or staff. */
const RESTRICTED = 0.006

/** A patient of the demo practice, with the site that the hash gave. */
export type DemoPatient = PatientToKeep & { site: DemoSite; age: number }

/** The people of the sets as people of this practice. What is made up is named in `madeFields`. */
export function dressPatients(asTheyCame: readonly PatientFacts[], guardiansOf: GuardiansOf, at: Instant): DemoPatient[] {
  const patients = asTheyCame.map((one) => withNearBirthday(one, at))
  const moved = new Set(patients.filter((one, place) => one !== asTheyCame[place]))
  const adultsFirst = patients.toSorted((a, b) => (a.birthDate < b.birthDate ? -1 : a.birthDate > b.birthDate ? 1 : 0))
  const emails = emailBook(at)
  const dressed = new Map<PatientFacts, DemoPatient>()
  for (const patient of adultsFirst) dressed.set(patient, dress(patient))
  return patients.flatMap((patient) => dressed.get(patient) ?? [])

  function dress(patient: PatientFacts): DemoPatient {
    const key = [patient.source, patient.sourceId]
    const guardians = guardiansOf(patient).flatMap((one) => dressed.get(one) ?? [])
    const site = guardians[0]?.site ?? siteOf(...key)
    const age = ageAt(patient.birthDate, at, site.timeZone)
    const made = new Set(['site', 'city', 'state', 'portals'])
    const named = withoutDigits(patient)
    if (moved.has(patient)) made.add('birth date')
    if (named !== patient) made.add('name')
    const usedGiven = ownChartOfStaff(patient)?.usedGiven ?? named.usedGiven
    if (usedGiven !== named.usedGiven) made.add('used name')
    const phones = phonesOf(patient, guardians, age, at)
    if (phones !== patient.contacts) made.add('phone')
    const email = emails.emailOf(named, age, guardians.map((one) => one.facts))
    if (email) made.add('e-mail')
    const identifiers = patient.identifiers.some((one) => one.kind === 'mrn')
      ? patient.identifiers
      : [...patient.identifiers, { kind: 'mrn', system: 'urn:maple-harbor:mrn', value: stableId('mrn', ...key) }]
    if (identifiers !== patient.identifiers) made.add('mrn')
    if (guardians.length > 0) made.add('household')
    return {
      facts: {
        ...named, usedGiven, identifiers, contacts: email ? [...phones, email] : phones,
        city: guardians[0]?.facts.city ?? stablePick(site.towns, 'town', ...key), state: site.jurisdiction,
      },
      site, siteId: site.id, age,
      restricted: age >= 18 && !patient.deceased && stableShare('restricted', ...key) < RESTRICTED,
      madeFields: [...made],
    }
  }
}

function withoutDigits(patient: PatientFacts): PatientFacts {
  const legalFamily = dropDigits(patient.legalFamily)
  const legalGiven = dropDigits(patient.legalGiven)
  const usedGiven = patient.usedGiven === null ? null : dropDigits(patient.usedGiven)
  const formerNames = patient.formerNames?.map((name) => ({ ...name, family: dropDigits(name.family), given: dropDigits(name.given) }))
  const isSame = legalFamily === patient.legalFamily && legalGiven === patient.legalGiven && usedGiven === patient.usedGiven
  return isSame ? patient : { ...patient, legalFamily, legalGiven, usedGiven, ...(formerNames ? { formerNames } : {}) }
}

/** Minors have a guardian's number; somebody without any gets one of the reserved range. */
function phonesOf(patient: PatientFacts, guardians: readonly DemoPatient[], age: number, at: Instant): ContactFacts[] {
  const key = [patient.source, patient.sourceId]
  const shared = guardians[0]?.facts.contacts.find((one) => one.kind === 'phone')
  const sinceAt = at - (60 + stableNumber('phone age', ...key) % 2400) * DAY
  if (shared && age < 18 && (age < 12 || stableShare('phone', ...key) < TEENS_WITH_SHARED_PHONE)) {
    return [{ kind: 'phone', use: 'home', value: shared.value, sinceAt, sinceProof: 'made' }]
  }
  if (patient.contacts.length > 0) return patient.contacts
  const value = `555-01${String(stableNumber('phone', ...key) % 100).padStart(2, '0')}`
  return [{ kind: 'phone', use: 'home', value: `914-${value}`, sinceAt, sinceProof: 'made' }]
}
