import { and, eq } from 'drizzle-orm'
import type { SettleDifference } from '#domain/contracts/desk-edits.ts'
import { canEditPatient } from '#domain/patient-acts.ts'
import { editPatientRow, type PatientEdit } from '#db/patient-edit.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { openDifference } from '#server/patients/differences.ts'
import { formerNamesOf } from '#server/patients/names-of.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { staleRecord } from '#server/patients/read-patient.ts'

type Asked = { params: { id: string }; body: SettleDifference }

/**
 * Somebody decides between a desk and a feed. The desk's value: it stays, and the feed's is no news when it says the same
 * again. The feed's: it is written, and the feed decides the field from now on. A contact is never taken this way.
 */
export async function settleDifference(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<{ version: number }>> {
  const opened = await chartToActOn(w, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  if (chart.version !== act.version) return staleRecord(w, act, chart.id)
  const may = canEditPatient(chart)
  if (!may.allowed) return refuseBy(may)
  const difference = await openDifference(w, chart.id, body.field)
  if (!difference) return refuse('ALREADY_DONE')
  const isContact = body.field === 'phone' || body.field === 'email'
  if (body.take === 'feed' && isContact) return refuse('CONTACT_TAKEN_BY_CHANGE')
  const { deskEdits: t } = w.t
  const mine = and(eq(t.patientId, chart.id), eq(t.field, body.field))
  const edit: PatientEdit = body.take === 'feed' ? { [body.field]: JSON.parse(difference.feedValue ?? 'null') as never } : {}
  const version = await editPatientRow(w, chart, edit, { at: act.at, formerNames: await formerNamesOf(w, chart.id) })
  if (version === null) return staleRecord(w, act, chart.id)
  if (body.take === 'feed') await w.delete(t).where(mine)
  else await w.update(t).set({ differsSinceAt: null, settledValue: difference.feedValue }).where(mine)
  await record(w, act, { event: 'patient.difference-settled', patientId: chart.id, detail: { field: body.field, taken: body.take, reason: body.reason ?? '' } })
  w.announce('patients', chart.id)
  return done({ version }, version)
}
