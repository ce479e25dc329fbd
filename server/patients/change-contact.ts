import type { ChangeContact } from '#domain/contracts/patient-acts.ts'
import type { Writer } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { putContactOnFile } from '#server/patients/put-contact.ts'
import { staleRecord } from '#server/patients/read-patient.ts'

type Asked = { params: { id: string }; body: ChangeContact }

/**
 * Puts a contact on file, takes one off, or puts one in another's place. The old row is retired, the new one is young
 * from this moment (ID-02); the change is a fact that resets look at (ID-03); old and new own addresses are told.
 */
export async function changeContact(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<{ version: number; told: number }>> {
  const opened = await chartToActOn(w, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  if (chart.version !== act.version) return staleRecord(w, act, chart.id)
  const put = await putContactOnFile(w, act, chart, body)
  return 'refused' in put ? put : done({ version: put.done.version, told: put.done.told }, put.done.version)
}
