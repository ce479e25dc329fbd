import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import { proofFor } from '#test/server/patients/people.ts'
import type { Answer, Desk, TestPractice } from '#test/support/desk.ts'

export const MYCHART = 'mychart-ny-nj'
export type Refused = { code: string; current?: Record<string, unknown>; next: string }

/** Begins an enrollment at this desk; the answer as it came. */
export function start<Body = EnrollmentAnswer>(desk: Desk, patientId: string, portalId = MYCHART, more: Record<string, unknown> = {}): Promise<Answer<Body>> {
  return desk.post<Body>('/api/enrollments/start', { patientId, portalId, reason: 'asked at check-in', ...more })
}

/** One step of an enrollment. Throws when it was not taken, so that a test only says what matters. */
export async function step(desk: Desk, before: { id: string; version: number }, name: string, body: unknown = {}, more: { stepUp?: string } = {}): Promise<EnrollmentAnswer> {
  const answer = await desk.post<EnrollmentAnswer>(`/api/enrollments/${before.id}/${name}`, body, { version: before.version, ...more })
  if (answer.status !== 200) throw new Error(`${name} was not taken: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** An enrollment with identity seen, so that the contact is next. */
export async function identified(desk: Desk, patientId: string, portalId = MYCHART): Promise<EnrollmentAnswer> {
  const started = await start(desk, patientId, portalId)
  if (started.status !== 200) throw new Error(`not started: ${JSON.stringify(started.body)}`)
  return step(desk, started.body, 'record-identity', { kind: 'driver-licence', issuer: 'New York', expiresOn: null })
}

/** An enrollment up to the code on the desk's screen. */
export async function withCode(practice: TestPractice, desk: Desk, patientId: string, portalId = MYCHART): Promise<ShownCode> {
  const settled = await step(desk, await identified(desk, patientId, portalId), 'settle-contact', { way: 'no-own-contact' })
  const chosen = await step(desk, settled, 'choose-hand-over', { handOver: 'desk-code' })
  return showCode(practice, desk, chosen)
}

/** A code, or a new one. */
export async function showCode(practice: TestPractice, desk: Desk, draft: { id: string; version: number }): Promise<ShownCode> {
  const stepUp = await proofFor(practice, desk, 'enrollment.show-code', draft.id)
  const answer = await desk.post<ShownCode>(`/api/enrollments/${draft.id}/show-code`, {}, { version: draft.version, stepUp })
  if (answer.status !== 200) throw new Error(`no code was shown: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export async function readDraft(desk: Desk, id: string): Promise<EnrollmentAnswer> {
  return (await desk.get<EnrollmentAnswer>(`/api/enrollments/${id}`)).body
}

/** Sends the invitation by mail to the one own address that is on file. */
export async function mailed(desk: Desk, patientId: string, portalId = MYCHART): Promise<EnrollmentAnswer> {
  const draft = await identified(desk, patientId, portalId)
  const contactId = draft.onFile.find((one) => one.kind === 'email')?.contactId
  const settled = await step(desk, draft, 'settle-contact', { way: 'email', contactId })
  return step(desk, await step(desk, settled, 'choose-hand-over', { handOver: 'email' }), 'send-invitation')
}
