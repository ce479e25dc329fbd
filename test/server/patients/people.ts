import { eq } from 'drizzle-orm'
import type { PatientOverview, PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { sessionIdFromToken } from '#server/auth/session.ts'
import { grantStepUp } from '#server/auth/step-up.ts'
import type { Desk, TestPractice } from '#test/support/desk.ts'

export type Made = { id: string; mrn: string; siteId: string }

/** Makes a patient in the test practice; what the test does not say is filled in by the door. */
export async function buildPatient(practice: TestPractice, more: Record<string, unknown> = {}): Promise<Made> {
  const answer = await practice.nobody().post<Made>('/api/test/patients', { birthDate: '1980-05-17', ...more })
  if (answer.status !== 200) throw new Error(`no patient was made: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** What a desk finds for a text. */
export async function find(desk: Desk, text: string, more: Record<string, unknown> = {}): Promise<PatientSearchAnswer> {
  const answer = await desk.post<PatientSearchAnswer>('/api/patients/search', { text, ...more })
  if (answer.status !== 200) throw new Error(`the search was not answered: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export const namesFound = async (desk: Desk, text: string): Promise<string[]> => (await find(desk, text)).rows.map((row) => row.name)

export async function open(desk: Desk, id: string): Promise<PatientOverview> {
  const answer = await desk.get<PatientOverview>(`/api/patients/${id}`)
  if (answer.status !== 200) throw new Error(`the record was not opened: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** A fresh second factor of this desk for one act on one object, as if a code had just been typed. */
export async function proofFor(practice: TestPractice, at: Desk, action: string, objectId: string): Promise<string> {
  const { app } = practice
  const { staff } = app.store.read.t
  const [who] = await app.store.read.select().from(staff).where(eq(staff.id, at.staffId ?? ''))
  const sessionId = await sessionIdFromToken(app, at.cookie?.split('=').slice(1).join('=') ?? '')
  const actor = { id: who?.id ?? '', userName: '', name: '', roles: [], clinicianKind: null, patientId: null, language: 'en' as const, sessionId: sessionId ?? '' }
  return app.store.tx((w) => grantStepUp(w, { app, actor, at: app.clock.now() }, action, objectId))
}
