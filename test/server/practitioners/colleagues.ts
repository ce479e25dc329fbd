import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { PractitionerRecord } from '#domain/contracts/practitioners.ts'
import { keepPractitioners } from '#db/feed-practitioners.ts'
import type { Desk, TestPractice } from '#test/support/desk.ts'

type Told = { name: string; npi?: string | null; source?: string; sourceId?: string }

/** A feed tells of practitioners; the ids they have here. All of one source. */
export async function tellPractitioners(practice: TestPractice, people: readonly Told[]): Promise<string[]> {
  const kept = await practice.app.store.tx((w) => keepPractitioners(w, people.map(({ name, npi = null, source = 'emr', sourceId = name }) => ({ name, npi, source, sourceId })), () => randomUUID(), practice.clock.now()))
  return kept.flatMap((one) => ('id' in one ? [one.id] : []))
}

/** Gives a member of staff an NPI, as the invitation would have. */
export async function giveNpi(practice: TestPractice, userName: string, npi: string | null): Promise<string> {
  const { staff } = practice.app.store.read.t
  const rows = await practice.app.store.tx(async (w) => w.update(w.t.staff).set({ npi }).where(eq(staff.userName, userName)).returning({ id: staff.id }))
  return rows[0]?.id ?? ''
}

/** A feed tells that a practitioner ordered something for a patient. */
export async function tellOrder(practice: TestPractice, order: { patientId: string; practitionerId: string; orderedAt: number }): Promise<void> {
  const id = randomUUID()
  await practice.app.store.tx(async (w) => void await w.insert(w.t.orders).values({ id, ...order, source: 'emr', sourceId: id }))
}

export async function readOne(desk: Desk, id: string): Promise<PractitionerRecord> {
  const answer = await desk.get<PractitionerRecord>(`/api/practitioners/${id}`)
  if (answer.status !== 200) throw new Error(`no practitioner: ${JSON.stringify(answer.body)}`)
  return answer.body
}
