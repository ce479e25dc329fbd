import { and, eq, inArray, isNull } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { MatchedKind, PatientRow } from '#domain/contracts/patients.ts'
import { displayName } from '#domain/names.ts'
import { bestStanding } from '#domain/patients/portal-standing.ts'
import type { Instant, TimeZone } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { mrnTail, phoneTail } from '#server/patients/mask.ts'
import type { FoundPatient } from '#server/patients/visible.ts'

type ToShow = { patient: FoundPatient; matched: MatchedKind[] }

/** The rows of a list: the least that tells two people apart, numbers by their ends only (PH-04). */
export async function showRows(db: Reader, people: readonly ToShow[], at: Instant, usualZone: TimeZone): Promise<PatientRow[]> {
  if (people.length === 0) return []
  const ids = people.map((one) => one.patient.id)
  const { patientIdentifiers, patientContacts, portalAccounts, sites } = db.t
  const [numbers, phones, accounts, places] = await Promise.all([
    db.select({ id: patientIdentifiers.patientId, value: patientIdentifiers.value }).from(patientIdentifiers)
      .where(and(inArray(patientIdentifiers.patientId, ids), eq(patientIdentifiers.kind, 'mrn'))),
    db.select({ id: patientContacts.patientId, value: patientContacts.value }).from(patientContacts)
      .where(and(inArray(patientContacts.patientId, ids), eq(patientContacts.kind, 'phone'), isNull(patientContacts.retiredAt))),
    db.select({ id: portalAccounts.patientId, state: portalAccounts.state }).from(portalAccounts).where(inArray(portalAccounts.patientId, ids)),
    db.select({ id: sites.id, name: sites.name, timeZone: sites.timeZone }).from(sites)
      .where(inArray(sites.id, [...new Set(people.map((one) => one.patient.siteId))])),
  ])
  return people.map(({ patient, matched }) => {
    const site = places.find((one) => one.id === patient.siteId)
    const phone = phones.find((one) => one.id === patient.id)
    return {
      id: patient.id,
      name: displayName(patient),
      birthDate: patient.birthDate,
      age: ageAt(patient.birthDate, at, site?.timeZone ?? usualZone),
      mrnTail: mrnTail(numbers.find((one) => one.id === patient.id)?.value),
      phoneTail: phone ? phoneTail(phone.value) : null,
      siteName: site?.name ?? null,
      portalState: bestStanding(accounts.filter((one) => one.id === patient.id).map((one) => one.state)),
      matched,
    }
  })
}
