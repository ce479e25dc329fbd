import type { PatientOverview } from '#domain/contracts/patients.ts'

/** What a desk may say of a patient, as text fields hold it. */
export type IdentityForm = {
  legalGiven: string; legalFamily: string; usedGiven: string; usedFamily: string; birthDate: string
  sexAtBirth: string; gender: string; pronouns: string; language: string; interpreterNeeded: boolean; siteId: string
}
export type IdentityField = keyof IdentityForm

export const emptyIdentity: IdentityForm = {
  legalGiven: '', legalFamily: '', usedGiven: '', usedFamily: '', birthDate: '', sexAtBirth: '', gender: '', pronouns: '', language: '',
  interpreterNeeded: false, siteId: '',
}

/** Words for each field, in the order of the form. */
export const fieldLabels: Record<IdentityField, string> = {
  legalGiven: 'record.legal_given', legalFamily: 'record.legal_family', usedGiven: 'record.used_given', usedFamily: 'record.used_family',
  birthDate: 'record.birth_date', sexAtBirth: 'record.sex', gender: 'record.gender', pronouns: 'record.pronouns', language: 'record.language',
  interpreterNeeded: 'record.interpreter', siteId: 'record.site',
}
export const identityFields = Object.keys(fieldLabels) as IdentityField[]

/** The form of a record as it stands. */
export function formOf(patient: PatientOverview): IdentityForm {
  return {
    legalGiven: patient.legalGiven, legalFamily: patient.legalFamily, usedGiven: patient.usedGiven ?? '', usedFamily: patient.usedFamily ?? '',
    birthDate: patient.birthDate, sexAtBirth: patient.sexAtBirth ?? '', gender: patient.gender ?? '', pronouns: patient.pronouns ?? '',
    language: patient.language ?? '', interpreterNeeded: patient.interpreterNeeded, siteId: patient.site?.id ?? '',
  }
}

/** The fields in which two forms differ. */
export function changedFields(before: IdentityForm, after: IdentityForm): IdentityField[] {
  return identityFields.filter((field) => before[field] !== after[field])
}

/** Whether an emptied field takes the value away; names on documents and dates are never empty by intent. */
const required: readonly IdentityField[] = ['legalGiven', 'legalFamily', 'birthDate', 'siteId']

/** The form as the server takes it: an emptied optional field is null. */
export function bodyOf(form: IdentityForm, fields: readonly IdentityField[] = identityFields): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, form[field] === '' && !required.includes(field) ? null : form[field]]))
}

/** The record as it is now, with what this person typed kept on top. */
export function keepMine(before: IdentityForm, mine: IdentityForm, now: IdentityForm): IdentityForm {
  const typed = changedFields(before, mine)
  return { ...now, ...Object.fromEntries(typed.map((field) => [field, mine[field]])) }
}
