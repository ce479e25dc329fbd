import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from '#domain/contracts/message-intake.ts'
import type { ThreadActed, ThreadAnswer, ThreadRow, ThreadSearchAnswer } from '#domain/contracts/messages.ts'
import { isoOf } from '#domain/time.ts'
import type { Answer, Desk, TestPractice } from '#test/support/desk.ts'

/** A Monday morning in New York, an ordinary business week. */
export const MONDAY = Date.parse('2026-03-02T14:00:00Z')

type Told = Partial<Omit<IncomingMessage, 'patient'>> & { patientId: string }
export type Refused = { code: string; message: string; current?: Record<string, unknown> }

/** A practice in which messages arrive, with the few things that its tests do again and again. */
export type MessagePractice = {
  practice: TestPractice
  now: () => number
  advance: (ms: number) => void
  patient: (more?: Record<string, unknown>) => Promise<string>
  /** A message of the patient, sent now unless said otherwise. */
  receive: (told: Told) => Promise<{ threadId: string; messageId: string; outcome: string }>
  tell: (told: Told) => Promise<Answer<{ threadId: string; messageId: string; outcome: string } & Refused>>
  row: (desk: Desk, threadId: string) => Promise<ThreadRow>
  open: (desk: Desk, threadId: string, reason?: string) => Promise<ThreadAnswer>
  search: (desk: Desk, body?: Record<string, unknown>) => Promise<ThreadSearchAnswer>
  /** A versioned command on a thread, on the version that the desk sees. */
  act: (desk: Desk, threadId: string, what: string, body?: unknown) => Promise<Answer<ThreadActed & Refused>>
  claim: (desk: Desk, threadId: string) => Promise<Answer<ThreadActed & Refused>>
}

export function messagePractice(practice: TestPractice): MessagePractice {
  const post = async <Body>(path: string, body: unknown): Promise<Answer<Body>> => practice.nobody().post<Body>(path, body)
  const now = () => practice.app.clock.now()
  const tell: MessagePractice['tell'] = ({ patientId, ...told }) => post('/api/test/messages', {
    id: `m-${randomUUID()}`, portalId: 'mychart-ny-nj', patient: { id: patientId }, sender: { kind: 'patient' }, subject: 'Cholesterol result',
    text: 'Is 98 good or do I keep taking the statin?', sentAt: isoOf(now()), ...told,
  })
  const search: MessagePractice['search'] = async (desk, body = {}) => (await desk.post<ThreadSearchAnswer>('/api/message-threads/search', body)).body
  const row: MessagePractice['row'] = async (desk, threadId) => {
    const states = ['unresolved', 'resolved']
    for (const state of states) {
      const found = (await search(desk, { state, limit: 100 })).rows.find(({ id }) => id === threadId)
      if (found) return found
    }
    throw new Error('the thread is on no list of this desk')
  }
  return {
    practice, now, tell, search, row,
    advance: (ms) => practice.clock.advance(ms),
    patient: async (more = {}) => (await post<{ id: string }>('/api/test/patients', {
      birthDate: '1968-08-09', portals: [{ portalId: 'mychart-ny-nj', state: 'active' }], ...more,
    })).body.id,
    receive: async (told) => {
      const answer = await tell(told)
      if (answer.status !== 200) throw new Error(`the message was not taken: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    open: async (desk, threadId, reason) => (await desk.post<ThreadAnswer>(`/api/message-threads/${threadId}/open`, reason === undefined ? {} : { reason })).body,
    act: async (desk, threadId, what, body = {}) => desk.post(`/api/message-threads/${threadId}/${what}`, body, { version: (await row(desk, threadId)).version }),
    claim: (desk, threadId) => desk.post(`/api/message-threads/${threadId}/claim`, {}),
  }
}
