import { eq } from 'drizzle-orm'
import type { GrantRow } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { chartToActOn, type PatientRecord } from '#server/patients/patients.ts'

type Refusal = ReturnType<typeof refuse>

/** A grant whose chart this person may act on; one of a chart that they may not know of is not there (AZ-02). */
export async function grantToActOn(db: Reader, act: Act, id: string): Promise<{ grant: GrantRow; chart: PatientRecord } | Refusal> {
  const { proxyGrants } = db.t
  const [grant] = await db.select().from(proxyGrants).where(eq(proxyGrants.id, id))
  if (!grant) return refuse('NOT_FOUND')
  const opened = await chartToActOn(db, act, grant.patientId)
  return 'refused' in opened ? opened : { grant, chart: opened.chart }
}
