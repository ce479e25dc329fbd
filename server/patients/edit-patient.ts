import type { EditPatient } from '#domain/contracts/patient-acts.ts'
import { birthDateFault } from '#domain/feeds/fhir-patient.ts'
import { cleanName } from '#domain/names.ts'
import { canEditPatient } from '#domain/patient-acts.ts'
import { nameFaults, type FieldFaults } from '#domain/patients/desk-facts.ts'
import { localDateOf } from '#domain/time.ts'
import { noteDeskEdits } from '#db/desk-edits.ts'
import { editPatientRow, type PatientEdit } from '#db/patient-edit.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { openSite, refuseFields } from '#server/patients/create-patient.ts'
import { formerNamesOf } from '#server/patients/names-of.ts'
import { chartToActOn, type PatientRecord } from '#server/patients/patients.ts'
import { staleRecord } from '#server/patients/read-patient.ts'

type Asked = { params: { id: string }; body: EditPatient }

/** Changes what is known of a patient: the fields of the list and no others (AZ-03), on the version that was seen (CC-01). */
export async function editPatient(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<{ version: number }>> {
  const opened = await chartToActOn(w, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  if (chart.version !== act.version) return staleRecord(w, act, chart.id)
  const decision = canEditPatient(chart)
  if (!decision.allowed) return refuseBy(decision)
  const edit = changesOf(chart, body)
  const faults = await faultsOf(w, act, chart, edit)
  if (Object.keys(faults).length > 0) return refuseFields(act, faults)
  if (Object.keys(edit).length === 0) return refuse('ALREADY_DONE')
  const version = await editPatientRow(w, chart, edit, { at: act.at, formerNames: await formerNames(w, chart, edit, body.keepFormerName) })
  if (version === null) return staleRecord(w, act, chart.id)
  await noteDeskEdits(w, chart.id, Object.keys(edit), { staffId: act.actor.id, at: act.at })
  await record(w, act, { event: 'patient.edited', patientId: chart.id, detail: { fields: Object.keys(edit).join(','), reason: body.reason ?? '' } })
  w.announce('patients', chart.id)
  return done({ version }, version)
}

const names = ['legalFamily', 'legalGiven', 'usedFamily', 'usedGiven', 'gender', 'pronouns'] as const

/** The fields that really change, cleaned. An empty text takes an optional value away. */
function changesOf(chart: PatientRecord, body: EditPatient): PatientEdit {
  const { keepFormerName: _keep, reason: _reason, ...fields } = body
  const typed: Record<string, unknown> = { ...fields }
  for (const field of names) {
    const value = typed[field]
    if (typeof value === 'string') typed[field] = cleanName(value) ?? value
    if (typed[field] === '' && field !== 'legalFamily' && field !== 'legalGiven') typed[field] = null
  }
  const now: Record<string, unknown> = { ...chart }
  return Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== undefined && value !== now[field]))
}

async function faultsOf(w: Writer, act: Act, chart: PatientRecord, edit: PatientEdit): Promise<FieldFaults> {
  const site = await openSite(w, edit.siteId ?? chart.siteId)
  const { legalFamily = chart.legalFamily, legalGiven = chart.legalGiven, usedFamily, usedGiven } = edit
  const faults = nameFaults({ legalFamily, legalGiven, usedFamily, usedGiven })
  const zone = site?.timeZone ?? act.app.config.practiceTimeZone
  const birth = edit.birthDate === undefined ? null : birthDateFault(edit.birthDate, localDateOf(act.at, zone))
  if (birth) faults.birthDate = birth
  if (edit.siteId !== undefined && !site) faults.siteId = 'NOT_FOUND'
  return faults
}

/** The names no longer borne after the change: a legal name that was changed, not mistyped, is one of them from now on. */
async function formerNames(w: Writer, chart: PatientRecord, edit: PatientEdit, keeps: boolean): Promise<{ family: string; given: string }[]> {
  const known = await formerNamesOf(w, chart.id)
  const isChanged = edit.legalFamily !== undefined || edit.legalGiven !== undefined
  return isChanged && keeps ? [{ family: chart.legalFamily, given: chart.legalGiven }, ...known] : known
}
