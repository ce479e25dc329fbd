import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { displayName } from '#domain/names.ts'
import { effectLine } from '#domain/two-person-effects.ts'
import { editPatientRow } from '#db/patient-edit.ts'
import type { Reader, Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { formerNamesOf } from '#server/patients/names-of.ts'
import { mrnTailOf } from '#server/patients/mrn-tail.ts'
import { chartToActOn, isNearTo, type PatientRecord } from '#server/patients/patients.ts'
import { askSecondPerson, twoPersonAct } from '#server/two-person/two-person.ts'

const stored = z.object({ patientId: z.string() })
const accountsBefore = z.array(z.object({ id: z.string(), state: z.string() }))

/** A death that was recorded by mistake: with a second person's yes it is undone, and suspended accounts are as before (R13). */
export const undoDeceasedAct = twoPersonAct<z.infer<typeof stored>>({
  action: 'patient.undo-deceased',
  input: stored,
  subjectOf: () => null,
  mayNotDecide: async (db, actor, { patientId }) => (await isNearTo(db, actor, patientId) ? 'OWN_OR_HOUSEHOLD_CHART' : null),
  against: async (db, { patientId }) => ((await chartOf(db, patientId))?.deceased ? null : 'PATIENT_NOT_DECEASED'),
  effectOf: async (db, { patientId }) => {
    const chart = await chartOf(db, patientId)
    // Who decides may not know of a restricted chart: its number's end tells it apart, and no more.
    const name = chart && !chart.restricted ? displayName(chart) : '–'
    const mrn = await mrnTailOf(db, patientId)
    return [effectLine('patient.undo-deceased.record', { name, mrn }), effectLine('patient.undo-deceased.accounts', {}), effectLine('patient.undo-deceased.mail', {})]
  },
  carryOut: async (w, act, { patientId }) => {
    const chart = await chartOf(w, patientId)
    if (!chart) return
    await editPatientRow(w, chart, { deceased: false, deceasedOn: null }, { at: act.at, formerNames: await formerNamesOf(w, patientId) })
    const accountsReturned = await returnAccounts(w, act, patientId)
    await record(w, act, { event: 'patient.deceased-undone', patientId, detail: { accountsReturned } })
    w.announce('patients', patientId)
  },
})

/** Asks for it to be undone; nothing changes before a second person agrees. */
export async function undoDeceased(
  w: Writer, act: Act, { params, body }: { params: { id: string }; body: { reason: string } },
): Promise<Outcome<{ requestId: string; state: 'open'; endsAt: string }>> {
  const opened = await chartToActOn(w, act, params.id)
  if ('refused' in opened) return opened
  if (!opened.chart.deceased) return refuse('PATIENT_NOT_DECEASED')
  return askSecondPerson(w, act, undoDeceasedAct, { objectId: params.id, input: { patientId: params.id }, reason: body.reason })
}

async function chartOf(db: Reader, id: string): Promise<PatientRecord | null> {
  const [row] = await db.select().from(db.t.patients).where(eq(db.t.patients.id, id))
  return row ?? null
}

/** Accounts that are still suspended are what they were before; an invitation that ended stays ended. */
async function returnAccounts(w: Writer, act: Act, patientId: string): Promise<number> {
  const { deathRecords, portalAccounts } = w.t
  const [death] = await w.select().from(deathRecords).where(and(eq(deathRecords.patientId, patientId), isNull(deathRecords.undoneAt)))
  if (!death) return 0
  await w.update(deathRecords).set({ undoneBy: act.actor.id, undoneAt: act.at }).where(eq(deathRecords.id, death.id))
  let returned = 0
  for (const before of accountsBefore.parse(JSON.parse(death.accounts))) {
    const [now] = await w.select().from(portalAccounts).where(and(eq(portalAccounts.id, before.id), eq(portalAccounts.state, 'suspended')))
    if (!now) continue
    await w.update(portalAccounts).set({ state: before.state, sinceAt: act.at, version: now.version + 1 }).where(eq(portalAccounts.id, now.id))
    returned += 1
  }
  return returned
}
