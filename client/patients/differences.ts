import type { TranslateFunction } from 'ra-core'
import type { DeskField, FeedDifference, PatientOverview } from '#domain/contracts/patients.ts'
import { fieldLabels } from '#client/patients/identity-form.ts'

const { siteId: _site, ...identity } = fieldLabels

/** Words for each field that a desk and a feed can differ in. */
export const differenceLabels: Record<DeskField, string> = { ...identity, phone: 'record.phone', email: 'record.email' }

/** What the feed says, in words where it says nothing or yes and no. */
export function shownValue(value: FeedDifference['feedValue'], translate: TranslateFunction): string {
  if (typeof value === 'boolean') return translate(value ? 'record.yes' : 'record.no')
  return value ?? translate('record.nothing_said')
}

/** What is on record of the field; contacts masked as everywhere. */
export function shownHere(patient: PatientOverview, field: DeskField, translate: TranslateFunction): string {
  if (field === 'phone' || field === 'email') return patient.contacts.filter(({ kind }) => kind === field).map(({ masked }) => masked).join(', ') || translate('record.nothing_said')
  return shownValue(patient[field], translate)
}
