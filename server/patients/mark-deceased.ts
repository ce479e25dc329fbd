import { and, eq, isNull } from 'drizzle-orm'
import type { MarkDeceased } from '#domain/contracts/patient-acts.ts'
import { accountAfterDeath, canMarkDeceased } from '#domain/patient-acts.ts'
import { isPlainDate, localDateOf } from '#domain/time.ts'
import { endEnrollmentsOf } from '#db/enrollment-ends.ts'
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
  const { portalAccounts, deathRecords } = w.t
  const accounts = await w.select().from(portalAccounts).where(eq(portalAccounts.patientId, chart.id))
  const touched = accounts.flatMap((account) => {
    const state = accountAfterDeath(account.state)
    return state === null ? [] : [{ account, state }]
  })
  for (const { account, state } of touched) {
    await w.update(portalAccounts).set({ state, sinceAt: act.at, version: account.version + 1 }).where(eq(portalAccounts.id, account.id))
  }
  const version = await editPatientRow(w, chart, { deceased: true, deceasedOn: body.diedOn }, { at: act.at, formerNames: await formerNamesOf(w, chart.id) })
  if (version === null) return staleRecord(w, act, chart.id)
  await w.update(deathRecords).set({ undoneBy: 'system', undoneAt: act.at }).where(and(eq(deathRecords.patientId, chart.id), isNull(deathRecords.undoneAt)))
  await w.insert(deathRecords).values({
    id: act.app.random.id(), patientId: chart.id, evidence: body.evidence, recordedBy: act.actor.id, recordedAt: act.at,
    accounts: JSON.stringify(touched.map(({ account }) => ({ id: account.id, state: account.state }))),
  })
  await endEnrollmentsOf(w, chart.id, { at: act.at, by: act.actor.id, reason: 'PATIENT_DECEASED' })
  await suspendForDeath(w, act.app, act.scene, chart.id)
  const count = (state: string): number => touched.filter((one) => one.state === state).length
  await record(w, act, {
    event: 'patient.marked-deceased', patientId: chart.id, evidence: body.evidence,
    detail: { accountsSuspended: count('suspended'), accountsEnded: count('ended'), reason: body.reason ?? '' },
  })
  w.announce('patients', chart.id)
  return done({ version }, version)
}
