import { randomUUID } from 'node:crypto'
import type { TodayAnswer } from '#domain/contracts/today.ts'
import type { AppointmentStatus } from '#domain/feeds/appointment-status.ts'
import type { Instant } from '#domain/time.ts'
import type { Desk, TestPractice } from '#test/support/desk.ts'

type Given = { patientId: string; siteId: string; startAt: Instant; status?: AppointmentStatus }

/** Writes an appointment as a scheduling system's feed would have left it. */
export async function buildAppointment(practice: TestPractice, { status = 'booked', ...given }: Given): Promise<string> {
  const id = randomUUID()
  const at = practice.clock.now()
  await practice.app.store.tx(async (w) => void await w.insert(w.t.appointments).values({
    id, ...given, status, source: 'test', sourceId: id, sourceHash: '', createdAt: at, updatedAt: at,
  }))
  return id
}

export async function readDay(desk: Desk, body: Record<string, unknown> = {}): Promise<TodayAnswer> {
  const answer = await desk.post<TodayAnswer>('/api/today/search', body)
  if (answer.status !== 200) throw new Error(`the day was not answered: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** What a desk is to do with somebody, by name: the act, the reason, or what is to be asked for. */
export function nextOf(day: TodayAnswer, name: string): string | string[] | undefined {
  const next = day.rows.find((row) => row.name === name)?.nextAction
  if (next?.act === 'why-not') return next.code
  return next?.act === 'enroll' ? next.missing : next?.act
}
