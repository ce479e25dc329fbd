import { householdPatientIds } from '#db/household.ts'
import type { Reader } from '#db/store.ts'
import type { StaffActor } from '#server/http/act.ts'

/** The charts that are too near to a person for a list to say more than that something waits: their own and their household's. */
export async function nearPatients(db: Reader, actor: Pick<StaffActor, 'patientId'>): Promise<ReadonlySet<string>> {
  if (actor.patientId === null) return new Set()
  return new Set([actor.patientId, ...await householdPatientIds(db, actor.patientId)])
}
