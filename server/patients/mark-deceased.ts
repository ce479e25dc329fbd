import type { MarkDeceased } from '#domain/contracts/patient-acts.ts'
import { canMarkDeceased } from '#domain/patient-acts.ts'
import { isPlainDate, localDateOf } from '#domain/time.ts'
import { endForDeath } from '#db/death.ts'
import { editPatientRow } from '#db/patient-edit.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { refuseFields } from '#server/patients/create-patient.ts'
import { formerNamesOf } from '#server/patients/names-of.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { staleRecord } from '#server/patients/read-patient.ts'
import { suspendForDeath } from '#server/proxy-access/proxy-access.ts'

type Asked = { params: { id: string }; body: MarkDeceased }

/**
 * Records a death with its evidence, by any desk role (R13): sign-in to portals is suspended, invitations end, mail to
 * the patient stops because the one gate of mail asks. Undoing it takes a second person.
 */
export async function markDeceased(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<{ version: number }>> {
  const opened = await chartToActOn(w, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  if (chart.version !== act.version) return staleRecord(w, act, chart.id)
  if (body.diedOn !== null && !isPlainDate(body.diedOn)) return refuseFields(act, { diedOn: 'BIRTH_DATE_NOT_A_DAY' })
  const today = localDateOf(act.at, act.app.config.practiceTimeZone)
  const decision = canMarkDeceased({ deceased: chart.deceased, birthDate: chart.birthDate, diedOn: body.diedOn, today })
  if (!decision.allowed) return decision.code === 'PATIENT_DECEASED' ? refuseBy(decision) : refuseFields(act, { diedOn: decision.code })
  const version = await editPatientRow(w, chart, { deceased: true, deceasedOn: body.diedOn }, { at: act.at, formerNames: await formerNamesOf(w, chart.id) })
  if (version === null) return staleRecord(w, act, chart.id)
  const { suspended, ended } = await endForDeath(w, chart.id, { newId: act.app.random.id, evidence: body.evidence, by: act.actor.id, at: act.at })
  await suspendForDeath(w, act.app, act.scene, chart.id)
  await record(w, act, {
    event: 'patient.marked-deceased', patientId: chart.id, evidence: body.evidence,
    detail: { accountsSuspended: suspended, accountsEnded: ended, reason: body.reason ?? '' },
  })
  return done({ version }, version)
}
